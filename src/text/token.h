#pragma once

#include <cstdint>
#include <string_view>

namespace broadsheet {

// What a token is. A *group* is what stands without spaces or brackets: one word, one compound
// ("std::vector", "e-mail"), or words and runs of a script without spaces side by side.
enum class TokenKind : uint8_t {
  // A word or a number, alone or in a compound: "vector" of "std::vector".
  kWord,
  // A part of a word, at the word's own position: "camel" and "case" of "camelCase", "rust" of
  // "Rust's", "1" and "2" of "1,2". Only posts need it: a question looks for the word.
  kPart,
  // 2 to kMaxJoinedWords words without their hyphens, underscores or apostrophes, as if they were
  // one: "email" of "e-mail", "snakecase" of "snake_case", "lhomme" of "l'homme".
  kJoined,
  // A word with the signs that belong to its name: "c++", "c#", ".net", "--flag".
  kSymbol,
  // Numbers joined by points, from this one to the last: "1.56.0", then "56.0", of "1.56.0".
  kChain,
  // A short stretch of one script without spaces, whole ("新幹線"). It only prefers: the grams find
  // it too.
  kRun,
  // kGramMark and two neighbouring characters of such a script; or one, at the end of a run. So a
  // string of n >= 2 characters is a phrase of grams, and one character a prefix.
  kGram,
};

// Grams begin with it, so that they never meet the words of a dictionary.
inline constexpr char kGramMark = '\x01';

// A term is cut after so many bytes, between code points; the same for posts and for questions.
inline constexpr uint32_t kMaxTermBytes = 64;

inline constexpr uint32_t kMaxJoinedWords = 4;

// One occurrence. The views live until the tokenizer is asked for the next token.
struct Token {
  TokenKind kind = TokenKind::kWord;
  // Letters only, and no kSymbol, kRun or kGram: stems and typos make sense.
  bool is_plain = false;
  // Counts the words of the text; in a script without spaces, its characters.
  uint32_t position = 0;
  uint32_t span = 1;  // positions that it stands over: 2 for "email" of "e-mail" and for most grams
  uint32_t group = 0;  // counts groups, from 0
  uint32_t begin = 0;  // bytes of the original text
  uint32_t end = 0;
  // Without case, accents, apostrophes, widths and ligatures: what the dictionary holds and hits
  // depend on. Never empty, never longer than kMaxTermBytes.
  std::string_view folded;
  // Without case, but with accents and apostrophes, composed (NFC): what stemmers read, and what
  // ranking may prefer. Equal to `folded` for most English words.
  std::string_view exact;
};

}  // namespace broadsheet
