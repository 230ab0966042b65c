#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/token.h"

namespace broadsheet {

// Splits a text into tokens, the same way for posts and for questions, natively and in wasm. Takes any
// bytes (ill-formed ones separate words) in linear time, without a dictionary and without a language.
// Words follow UAX #29 where a script has spaces; what this file does otherwise is said at TokenKind.
//   Tokenizer tokenizer("Its e-mail"); for (Token token; tokenizer.Next(token);) ...
//   its (position 0); email (1, span 2), e (1), mail (2)
class Tokenizer {
 public:
  // `text` must outlive the tokenizer and be shorter than 4 GiB. Positions start at `first_position`.
  explicit Tokenizer(std::string_view text, uint32_t first_position = 0);

  // False at the end. Tokens come by position; at one position the widest first.
  bool Next(Token& token);

  // The position that the next word will have: where to go on in a text that follows.
  uint32_t next_position() const { return position_; }

 private:
  std::string_view text_;
  uint32_t position_;
};

}  // namespace broadsheet
