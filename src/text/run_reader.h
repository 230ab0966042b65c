#pragma once

#include <string>
#include <string_view>

#include "text/compound_reader.h"
#include "text/glyph.h"
#include "text/token_queue.h"

namespace broadsheet {

// Reads scripts without spaces, one unit at a time: a character of Han, Hiragana, Katakana or
// Hangul, or a letter of Thai, Lao, Khmer or Myanmar with its marks. Hangul is among them, though
// it has spaces, since its words carry endings.
class RunReader {
 public:
  // The glyph at `place.at` is of a run class. Pushes the unit's kGram, and before it a kRun if a
  // short stretch of one script begins here. Moves `place` behind the unit.
  void Read(std::string_view text, TokenPlace& place, TokenQueue& queue);

 private:
  void PushRun(std::string_view text, const TokenPlace& place, CharClass type, TokenQueue& queue);

  std::string gram_;
  std::string run_;
  size_t last_end_ = 0;  // of the unit before
  CharClass last_type_ = CharClass::kBreak;
};

}  // namespace broadsheet
