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
  uint32_t characters = 0;  // of the word; all of them unless a prefix is enough; if in doubt, more
};
Likeness Compare(std::u32string_view typed, std::u32string_view word, bool is_prefix,
                 uint32_t limit);

// How likely a hand types one text for another that is one typo from it: letters that change places or
// are left out leave fewer ways to go wrong than those that are replaced or added.
double TypoOdds(std::u32string_view typed, std::u32string_view meant);

// Whether two folded words may be forms of one: they share all but short endings. The module has no stemmers, of
// sixteen languages; letters that are not ASCII have two bytes and more.
bool SharesStem(std::string_view a, std::string_view b);

// The characters of a text. A basic_string of them would be code of its own.
class Characters {
 public:
  explicit Characters(std::string_view text);
  size_t size() const { return points_.size(); }
  char32_t& operator[](size_t place) { return points_[place]; }
  operator std::u32string_view() const { return {points_.data(), points_.size()}; }  // NOLINT

 private:
  Vector<char32_t> points_;
};
std::string Bytes(std::u32string_view characters);

}  // namespace broadsheet
