#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "index/builder.h"

namespace broadsheet {

inline constexpr size_t kMostRelated = 5;

struct RelatedPost {
  uint32_t post = 0;   // its place in the list that was given
  uint32_t score = 0;  // higher is likelier; to be compared within one post's list only
};

// For each of `posts` (none null), in their order, the posts of its language that are most like it: up to
// kMostRelated, the likeliest first. Posts are alike that share the words (by stem), tags and authors
// that tell each of them from the others: the 24 of a post with the most weight, by how often and in
// which field it has them and how few other posts do. Integers only, so the same on every machine,
// whatever `run` does; ties go to the earlier post. Costs a hash lookup a distinct word a post, then
// some 24 short lists a post; 8 bytes of memory a distinct word a post.
std::vector<std::vector<RelatedPost>> FindRelated(
    const std::vector<std::shared_ptr<const AnalyzedPost>>& posts,
    const ParallelFor& run = RunInOrder);

}  // namespace broadsheet
