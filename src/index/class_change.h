#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "index/post_changes.h"
#include "index/stored_terms.h"
#include "index/term_statistics.h"

namespace broadsheet {

// Edits what joins forms to classes, in the posts of one language, when the forms that share stems have
// changed: `seeds` are the forms whose stems come or go, and `statistics` has all stems, those that go with no
// posts. The edits of forms must be there; those of other classes come after. False when the change is
// too large, or counts are at their limit.
bool EditClasses(const StoredIndex& index, StoredTerms& terms, const TermStatistics& statistics,
                 uint32_t language, const std::vector<std::string_view>& seeds,
                 TermChanges& changes);

}  // namespace broadsheet
