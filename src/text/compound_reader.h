#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "text/token_queue.h"
#include "text/word.h"

namespace broadsheet {

// Where reading stands: the next byte, the next position, and the group that tokens belong to.
struct TokenPlace {
  size_t at = 0;
  uint32_t position = 0;
  uint32_t group = 0;
};

// Reads words that hyphens, underscores or apostrophes join ("e-mail"), or numbers that points join
// ("1.56.0"), with the signs before and after ("--flag", "c++").
class CompoundReader {
 public:
  // A glyph at `place.at` IsWord(). Moves `place` behind what was read.
  void Read(std::string_view text, TokenPlace& place, TokenQueue& queue);

 private:
  bool StartsChain() const;
  void ReadChain(TokenPlace& place, TokenQueue& queue);
  void ReadJoined(TokenPlace& place, TokenQueue& queue);
  bool PushSymbol(const TokenPlace& place, TokenQueue& queue) const;
  void PushParts(const TokenPlace& place, TokenQueue& queue) const;
  Token TokenOf(TokenKind kind, const TokenPlace& place) const;

  std::string_view text_;
  Word word_;
  std::string folded_;  // of what is joined so far
  std::string exact_;
};

// The size of the joiner at `position` if a word follows it at once, else 0: "-", "'", or
// underscores.
size_t JoinerSize(std::string_view text, size_t position);

}  // namespace broadsheet
