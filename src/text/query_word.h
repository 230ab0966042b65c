#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/vector.h"
#include "text/token.h"

namespace broadsheet {

// Which dictionary terms a query term stands for.
enum class TermMatch : uint8_t {
  kEqual,   // the term itself (its stems and typos are the searcher's affair, where `is_plain`)
  kPrefix,  // every term that begins with it
  kChain,   // itself, and what goes on after a point: "1.56" stands for "1.56" and "1.56.0"
};

struct QueryTerm {
  std::string folded;
  std::string exact;
  TokenKind kind = TokenKind::kWord;
  TermMatch match = TermMatch::kEqual;
  bool is_plain = false;
  uint32_t offset = 0;  // positions after the phrase's first

  // Whether it stands for the dictionary's `term`.
  bool Matches(std::string_view term) const;
};

// Terms that must stand at their offsets from one another.
using QueryPhrase = Vector<QueryTerm>;

// One group of a question ("std::vector", "e-mail", "新幹線"). A post has it if it has any of the
// phrases; every phrase has at least one term.
//   rust         [rust]                 e-mail       [email] [e mail]
//   std::vector  [std vector]           C++          [c++]
//   1.56         [1.56 as kChain]       新幹線       [新幹 幹線@1], preferred 新幹線
struct QueryWord {
  uint32_t begin = 0;  // bytes of the question
  uint32_t end = 0;
  Vector<QueryPhrase> phrases;
  // A kRun term whose posts rank as exact, or empty: it finds nothing that `phrases` do not.
  std::string preferred;
};

// The words of a question, whose operators are already taken out. If `unfinished` and the text ends
// in a word (or in a hyphen, apostrophe or underscore that may yet join another to it), the last
// term of each of its phrases is a prefix. What a question stands for only shrinks as letters are
// added to it.
Vector<QueryWord> AnalyzeQuery(std::string_view text, bool unfinished);

// All of `text` as one phrase, for what stands in quotes. Empty if it has no word.
QueryPhrase AnalyzePhrase(std::string_view text, bool unfinished);

}  // namespace broadsheet
