#pragma once

#include <string_view>

#include "markdown/parse.h"

namespace broadsheet {

// A place in the inline text of one block, where a rule may match.
struct InlineCursor {
  ParseContext& context;
  cmark_inline_parser* inlines;
  cmark_parser* parser;
  cmark_node* parent;  // gets what is matched as its next child

  std::string_view text() const { return View(*cmark_inline_parser_get_chunk(inlines)); }
  size_t position() const { return static_cast<size_t>(cmark_inline_parser_get_offset(inlines)); }
  // From the character in question to the end of the block.
  std::string_view rest() const { return text().substr(position()); }
  char previous() const { return position() == 0 ? '\n' : text()[position() - 1]; }
  void Advance(size_t size_bytes) const {
    cmark_inline_parser_set_offset(inlines, static_cast<int>(position() + size_bytes));
  }
};

}  // namespace broadsheet
