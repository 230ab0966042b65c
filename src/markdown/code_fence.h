#pragma once

#include <array>
#include <string_view>
#include <utility>

#include "markdown/arena.h"
#include "markdown/tree.h"

namespace broadsheet {

// What the info string of a code fence says:
// (at most kMostMarks ranges of marked lines)
//   language [title="…"] [{2,4-6}] [linenos[=first]] [{.class #id key=value}]
// where the first class stands in for a language that is not there.
struct CodeFence : Attributes {
  static constexpr size_t kMostMarks = 32;

  std::string_view language;
  std::string_view title;
  bool numbered = false;
  int first_line = 1;
  std::array<std::pair<int, int>, kMostMarks> marked = {};  // lines, both ends included, from 1
  size_t mark_count = 0;
  bool diff = false;  // `diff` or `diff-<language>`: lines begin with + - or blank

  void Mark(int first, int last) {
    if (mark_count < kMostMarks) marked[mark_count++] = {first, last};
  }
  bool IsMarked(int line) const;
  bool HasLines() const { return numbered || diff || mark_count > 0; }
};

// What the fence does not understand of `info` is passed over. The result lives in the arena and views
// `info`.
CodeFence* ParseCodeFence(std::string_view info, Arena& arena);

// The fence of a code block, which is kept as its attributes.
inline const CodeFence& FenceOf(const cmark_node* code) {
  return *static_cast<const CodeFence*>(FindAttributes(code));
}

}  // namespace broadsheet
