#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace broadsheet {

class AnalyzedPost;

// A word, tag or author of a post, by 32 bits of the hash of its stem, and how much the post is about it.
struct Trait {
  uint32_t hash = 0;
  uint32_t weight = 0;

  friend bool operator==(const Trait&, const Trait&) = default;
};

// All that tells which posts a post is like, as bytes that may be kept from one run to the next; they mean
// something to the very program that made them only. Some 5 bytes a distinct word.
std::string TraitsOf(const AnalyzedPost& post);

// What TraitsOf wrote, in place.
struct TraitsView {
  std::string_view language;
  std::string_view hashes;   // ascending, four bytes each
  std::string_view weights;  // varints

  size_t size() const { return hashes.size() / sizeof(uint32_t); }
  uint32_t hash(size_t i) const;
};
// Empty when the bytes are not whole.
TraitsView ReadTraits(std::string_view traits);

}  // namespace broadsheet
