#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "site/edition.h"

namespace broadsheet {

// Numbers for what things are made of: two that are alike are made of the same, so the one that is there
// need not be made again. What all pages share is left out.

// Of all that edition.posts[index] says itself: of its share of the index.
uint64_t PostSource(const Edition& edition, size_t index);
// Of its page, from the numbers of all posts.
uint64_t ArticleSource(const Edition& edition, size_t index, const std::vector<uint64_t>& posts);
// Of several things together, in their order.
uint64_t SourceOfAll(const std::vector<uint64_t>& sources, uint64_t seed = 0);

}  // namespace broadsheet
