#include "markdown/math.h"

#include <cstring>

#include "markdown/inline_rules.h"
#include "markdown/text_scan.h"
#include "syntax_extension.h"

namespace broadsheet {
namespace {

constexpr size_t kNone = std::string_view::npos;

cmark_node* NewMath(std::string_view tex, bool display) {
  cmark_node* const math = NewNode(kMath);
  math->as.literal = Chunk(tex);
  if (display) math->flags |= kDisplayMath;
  return math;
}

// The first `$$` at or behind `from` that is not escaped.
size_t DisplayEnd(std::string_view text, size_t from) {
  for (size_t i = from; i + 1 < text.size(); ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (text[i] == '$' && text[i + 1] == '$') {
      return i;
    }
  }
  return kNone;
}

// The next `$` that is not escaped, when it may close: no blank before it, no letter, digit or `$` after
// it. One that may not close parts two sums of money rather than a formula.
size_t InlineEnd(std::string_view text, size_t from) {
  for (size_t i = from; i < text.size(); ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (text[i] == '$') {
      const bool closes = !IsSpace(text[i - 1]) &&
                          (i + 1 == text.size() || (!IsAlnum(text[i + 1]) && text[i + 1] != '$'));
      return closes ? i : kNone;
    }
  }
  return kNone;
}

// GitHub's form for formulas full of Markdown's own characters: $`…`$.
cmark_node* MatchTicked(InlineCursor& cursor, std::string_view text) {
  const size_t end = text.find("`$", 2);
  if (end == kNone) return nullptr;
  cursor.Advance(end + 2);
  return NewMath(text.substr(2, end - 2), false);
}

cmark_node* MatchDisplay(InlineCursor& cursor, std::string_view text, MathSearch& search) {
  if (search.no_display_end) return nullptr;
  const size_t end = DisplayEnd(text, 2);
  search.no_display_end = end == kNone;
  if (end == kNone || Trim(text.substr(2, end - 2)).empty()) return nullptr;
  cursor.Advance(end + 2);
  return NewMath(Trim(text.substr(2, end - 2)), true);
}

// Whether a `$$` of the paragraph waits for its end. Looks at each line once.
bool IsDisplayOpen(const cmark_node* paragraph, DisplayState& state) {
  if (state.paragraph != paragraph) state = {paragraph, 0, false};
  const std::string_view text = Content(*paragraph);
  for (size_t at = DisplayEnd(text, state.size); at != kNone; at = DisplayEnd(text, at + 2)) {
    state.open = !state.open;
  }
  state.size = text.size();
  return state.open;
}

// The last line that has `$$`, and so may end a formula; 0 without one.
int LastDisplayEnd(std::string_view text) {
  int line = 1;
  int last = 0;
  int dollars = 0;
  for (const char c : text) {
    if (c == '$' && ++dollars > 1) last = line;
    if (c == '\n') ++line;
    if (c != '$') dollars = 0;
  }
  return last;
}

cmark_node* Open(cmark_syntax_extension*, int indented, cmark_parser* parser, cmark_node* parent,
                 unsigned char* input, int size) {
  char* const line = reinterpret_cast<char*>(input);
  const int begin = parser->first_nonspace;
  const std::string_view text(line + begin, static_cast<size_t>(size - begin));
  if (indented != 0 || TrimRight(text) != "$$") return nullptr;
  ParseContext& context = ContextOf(parser);
  if (parent->type == CMARK_NODE_PARAGRAPH && IsDisplayOpen(parent, context.display)) {
    return nullptr;
  }
  if (context.last_display_end < 0) context.last_display_end = LastDisplayEnd(context.text);
  if (parser->line_number >= context.last_display_end) return nullptr;
  cmark_node* const math = cmark_parser_add_child(parser, parent, CMARK_NODE_CODE_BLOCK, begin + 1);
  math->as.code.fenced = 1;
  math->as.code.fence_char = '$';
  math->as.code.fence_length = 2;
  math->as.code.fence_offset = static_cast<int8_t>(begin - parser->offset);
  cmark_parser_advance_offset(parser, line, begin + 2 - parser->offset, 0);
  return math;
}

}  // namespace

cmark_syntax_extension* MathSyntax() {
  static cmark_syntax_extension syntax = [] {
    cmark_syntax_extension math = {};
    math.try_opening_block = Open;
    return math;
  }();
  return &syntax;
}

void ReadMathBlock(cmark_node* block, Arena& arena) {
  const std::string_view tex = TrimRight(View(block->as.code.literal));
  if (tex.size() >= 2 && tex.substr(tex.size() - 2) == "$$") {
    block->as.code.literal.len = static_cast<bufsize_t>(tex.size() - 2);
    return;
  }
  constexpr std::string_view kFence = "$$\n";
  char* const text = arena.Take(kFence.size() + tex.size() + 1);
  std::memcpy(text, kFence.data(), kFence.size());
  std::memcpy(text + kFence.size(), tex.data(), tex.size());
  text[kFence.size() + tex.size()] = '\0';
  block->type = CMARK_NODE_PARAGRAPH;
  SetContent(block, {text, kFence.size() + tex.size()});
}

cmark_node* MatchMath(InlineCursor& cursor) {
  MathSearch& search = cursor.context.math;
  if (search.text != cursor.text().data()) {
    search = {};
    search.text = cursor.text().data();
  }
  const std::string_view text = cursor.rest();
  if (text.size() < 3 || cursor.previous() == '$' || IsAlnum(cursor.previous())) return nullptr;
  if (text[1] == '$') return MatchDisplay(cursor, text, search);
  if (text[1] == '`') {
    if (search.no_ticked_end) return nullptr;
    cmark_node* const math = MatchTicked(cursor, text);
    search.no_ticked_end = math == nullptr;
    return math;
  }
  if (IsSpace(text[1])) return nullptr;
  const size_t end = InlineEnd(text, text[1] == '\\' ? 3 : 2);
  if (end == kNone) return nullptr;
  cursor.Advance(end + 1);
  return NewMath(text.substr(1, end - 1), false);
}

}  // namespace broadsheet
