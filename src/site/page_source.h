#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "site/edition.h"

namespace broadsheet {

// Numbers for what things are made of: two that are alike are made of the same, so the one that is there
// need not be made again. What all pages share is left out.

// Of the page of edition.posts[index].
uint64_t ArticleSource(const Edition& edition, size_t index);
// Of the post's share of the index.
uint64_t IndexSource(const Edition& edition, size_t index);
// Of the whole index, and of what posts are related: of all posts' shares, in their order.
uint64_t IndexSource(const std::vector<uint64_t>& shares);

}  // namespace broadsheet
