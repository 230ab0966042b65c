#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

// `text` without case, accents, widths, ligatures and apostrophes, every other byte kept: how a whole
// string is compared (tags, authors). For any word, Fold(word) is the token's `folded`, but for the cut.
std::string Fold(std::string_view text);

}  // namespace broadsheet
