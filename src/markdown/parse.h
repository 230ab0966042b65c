#pragma once

#include <string_view>
#include <vector>

#include "markdown/arena.h"
#include "markdown/document.h"
#include "markdown/tree.h"

namespace broadsheet {

// A definition `*[short]: long`.
struct Abbreviation {
  std::string_view text;
  std::string_view title;
};

// What is known not to follow in the text of one block, so that no end is searched for twice.
struct MathSearch {
  const char* text = nullptr;
  bool no_display_end = false;
  bool no_ticked_end = false;
};

// How far the text of a paragraph has been looked at for `$$`, and whether the last of them waits for its end.
struct DisplayState {
  const cmark_node* paragraph = nullptr;
  size_t size = 0;
  bool open = false;
};

// What parsing one document needs to carry along and leaves behind.
struct ParseContext {
  Arena& arena;
  const MarkdownOptions& options;
  bool nesting_cut = false;  // quotes and lists were too deep
  bool has_at_sign = false;  // the text may hold e-mail addresses
  std::vector<Abbreviation> abbreviations = {};
  std::vector<std::string_view> cells = {};  // scratch of one table row
  MathSearch math = {};
  DisplayState display = {};
  std::string_view text = {};  // the whole, normalised
  int last_display_end = -1;   // the last line that has `$$`; -1: not looked for
  size_t filled_cells = 0;     // cells that rows left out, over the whole document

  bool post() const { return options.dialect == Dialect::kPost; }
  bool gfm() const { return options.dialect != Dialect::kCommonMark; }
};

inline ParseContext& ContextOf(cmark_parser* parser) {
  return *static_cast<ParseContext*>(parser->context);
}

// The tree of `markdown`, all in the context's arena. The arena must be the thread's (ArenaScope). The
// tree views the text; with `piece_bytes` it is fed in such pieces and copied, which tests compare.
cmark_node* ParseTree(std::string_view markdown, ParseContext& context, size_t piece_bytes = 0);

}  // namespace broadsheet
