#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "text/compound_reader.h"
#include "text/run_reader.h"
#include "text/token.h"
#include "text/token_queue.h"

namespace broadsheet {

// Splits a text into tokens, the same way for posts and for questions, natively and in wasm. Takes
// any bytes (ill-formed ones separate words) in linear time, without a dictionary and without a
// language: a capital I is i everywhere, so that Turkish ı and i meet in `folded`. Words follow UAX
// #29 where a script has spaces; what differs is said at TokenKind. Emoji and other signs are
// skipped.
//   Tokenizer tokenizer("My e-mail"); for (Token token; tokenizer.Next(token);) ...
//   my (position 0); email (1, span 2), e (1), mail (2)
class Tokenizer {
 public:
  // `text` must outlive the tokenizer and be shorter than 4 GiB. Positions start at
  // `first_position`.
  explicit Tokenizer(std::string_view text, uint32_t first_position = 0);

  // False at the end. Tokens come by position; at one position the widest first, kPart last. The
  // token's views live until the next call.
  bool Next(Token& token);

  // The position that the next word will have: where to go on in a text that follows.
  uint32_t next_position() const { return place_.position; }

 private:
  bool ReadPlainWord(Token& token);
  void EnterGroup();
  bool IsLinked() const;

  std::string_view text_;
  TokenPlace place_;
  size_t last_end_ = 0;  // where the last word or unit ended
  bool has_token_ = false;
  TokenQueue queue_;
  CompoundReader compounds_;
  RunReader runs_;
  std::string small_;  // a plain word that had a capital
};

}  // namespace broadsheet
