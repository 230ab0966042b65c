#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/vector.h"

namespace broadsheet {

// How few insertions, deletions, replacements and swaps of neighbours turn `typed` into a word
// (optimal string alignment, Damerau 1964; Boytsov 2011), and if is_prefix, into how much of it.
struct Likeness {
  uint32_t distance = 0;    // above `limit` if there are more
  uint32_t characters = 0;  // of the word; all of them unless a prefix is enough
};
Likeness Compare(const std::u32string& typed, const std::u32string& word, bool is_prefix,
                 uint32_t limit);

std::u32string Characters(std::string_view text);
std::string Bytes(std::u32string_view characters);

}  // namespace broadsheet
