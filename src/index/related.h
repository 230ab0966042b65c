#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "index/builder.h"
#include "index/trait_counts.h"
#include "index/traits.h"

namespace broadsheet {

inline constexpr size_t kMostRelated = 5;
inline constexpr uint32_t kNoPost = 0xffffffffu;

// Which posts are like which, and what that was found from. Posts are named by their places in a list.
struct Kinship {
  uint32_t post_count = 0;  // to few digits: by it rarity is measured
  TraitCounts counts;       // how many posts have each trait
  // Of each post the traits with the most weight among all posts, those first; of the same weight, by hash.
  std::vector<std::vector<Trait>> best;
  std::vector<std::vector<uint32_t>> related;  // up to kMostRelated, the likeliest first

  // Bytes for the next run; they mean something to the very program that made them only.
  std::string Pack() const;
  bool Unpack(std::string_view bytes);  // false when they are not whole
};

// Finds for each of the posts, whose traits these are, in their order, the posts of its language that are
// most like it. Posts are alike that share the words (by stem), tags and authors that tell each of them
// from the others: the 24 of a post with the most weight, by how often and in which field it has them and
// how few other posts do. Integers only, so the same on every machine, whatever `run` does; ties go to the
// earlier post. Words are told apart by 32 bits of their hash. Costs a hash lookup a distinct word a post,
// then some 24 short lists a post. Traits that are not whole are those of a post that is like none.
Kinship RelateTraits(const std::vector<std::string_view>& traits,
                     const ParallelFor& run = RunInOrder);

// How a list of posts came of another.
struct KinshipChange {
  // Of each post its place in the former list; kNoPost for what is new. Ascending, but for these.
  std::vector<uint32_t> then;
  std::vector<char> is_changed;  // of each post; in its traits, but for their language
  std::vector<std::string_view>
      gone;  // the traits that changed posts, and posts that are no more, had then
};

// Makes `kinship` of the former list what RelateTraits(traits) gives, at the cost of reading the traits.
// False, and `kinship` is of no use any more, when the change reaches too far: then relate anew.
bool UpdateKinship(const std::vector<std::string_view>& traits, const KinshipChange& change,
                   Kinship& kinship, const ParallelFor& run = RunInOrder);

// Kinship::related of posts, none of which is null.
std::vector<std::vector<uint32_t>> FindRelated(
    const std::vector<std::shared_ptr<const AnalyzedPost>>& posts,
    const ParallelFor& run = RunInOrder);

}  // namespace broadsheet
