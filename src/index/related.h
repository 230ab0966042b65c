#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "index/builder.h"

namespace broadsheet {

inline constexpr size_t kMostRelated = 5;

struct RelatedPost {
  uint32_t post = 0;   // its place in the list that was given
  uint32_t score = 0;  // higher is likelier; to be compared within one post's list only
};

// All that RelateTraits asks of a post, as bytes that may be kept from one run to the next; they mean
// something to the very program that made them only. Some 5 bytes a distinct word.
std::string TraitsOf(const AnalyzedPost& post);

// For each of the posts, whose traits these are, in their order, the posts of its language that are most
// like it: up to kMostRelated, the likeliest first. Posts are alike that share the words (by stem), tags
// and authors that tell each of them from the others: the 24 of a post with the most weight, by how often
// and in which field it has them and how few other posts do. Integers only, so the same on every machine,
// whatever `run` does; ties go to the earlier post. Words are told apart by 32 bits of their hash. Costs
// a hash lookup a distinct word a post, then some 24 short lists a post; 8 bytes of memory a distinct
// word a post. Traits that are not whole are those of a post that is like none.
std::vector<std::vector<RelatedPost>> RelateTraits(const std::vector<std::string>& traits,
                                                   const ParallelFor& run = RunInOrder);

// The same of posts, none of which is null.
std::vector<std::vector<RelatedPost>> FindRelated(
    const std::vector<std::shared_ptr<const AnalyzedPost>>& posts,
    const ParallelFor& run = RunInOrder);

}  // namespace broadsheet
