#pragma once

#include <cstdint>
#include <string_view>

namespace broadsheet {

// What a token is. A *group* is what stands between spaces or brackets: one word, one compound, or one
// run of a script without spaces. Whatever stands for more than one position comes first in its group.
enum class TokenKind : uint8_t {
  kWord,    // a word, a number, or one part of a compound: "vector" of "std::vector"
  kJoined,  // 2 to kMaxJoinedParts parts without their hyphens, underscores, apostrophes or changes of
            // case, as if they were one word: "email" of "e-mail", "snakecase", "camelcase", "lhomme"
  kSymbol,  // a word whose signs are part of its name, before its parts: "c++", "c#", ".net", "--dryrun"
  kChain,   // numbers joined by points, from this one to the last: "1.56.0" and "56.0" of "1.56.0",
            // before the kWord of its first number
  kRun,     // a short stretch of one script without spaces, whole ("新幹線"): it only prefers, since the
            // grams find it too
  kGram,    // kGramMark and two neighbouring characters of such a script; one at the end of a stretch.
            // So a string of n >= 2 characters is a phrase of grams, and one character a prefix.
};

// Grams begin with it, so that they never meet the words of a dictionary.
inline constexpr char kGramMark = '\x01';

// A term is cut after so many bytes, between code points; the same for posts and for questions.
inline constexpr uint32_t kMaxTermBytes = 64;

inline constexpr uint32_t kMaxJoinedParts = 4;

// One occurrence. The views live until the tokenizer is asked for the next token.
struct Token {
  TokenKind kind = TokenKind::kWord;
  // Letters only, kWord or kJoined: stems and typos make sense.
  bool is_plain = false;
  // Counts the words of the text: parts of a compound take one position each, a run one for each
  // character; what stands over several begins at the first of them.
  uint32_t position = 0;
  uint32_t span = 1;   // positions that it stands over
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
