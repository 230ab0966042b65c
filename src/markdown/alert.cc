#include "markdown/alert.h"

#include <algorithm>
#include <array>

#include "markdown/text_scan.h"
#include "syntax_extension.h"

namespace broadsheet {
namespace {

struct Kind {
  std::string_view name;
  std::string_view title;
};

constexpr std::array<Kind, 5> kKinds = {{{"note", "Note"},
                                         {"tip", "Tip"},
                                         {"important", "Important"},
                                         {"warning", "Warning"},
                                         {"caution", "Caution"}}};

const Kind* FindKind(std::string_view name) {
  for (const Kind& kind : kKinds) {
    if (EqualsIgnoringCase(name, kind.name)) return &kind;
  }
  return nullptr;
}

// A title holds inlines, which cmark asks for by its extension.
int ContainsInlines(cmark_syntax_extension*, cmark_node*) { return 1; }
int CanContain(cmark_syntax_extension*, cmark_node*, cmark_node_type child) {
  return CMARK_NODE_TYPE_INLINE_P(child);
}

cmark_syntax_extension* TitleSyntax() {
  static cmark_syntax_extension syntax = [] {
    cmark_syntax_extension title = {};
    title.contains_inlines_func = ContainsInlines;
    title.can_contain_func = CanContain;
    return title;
  }();
  return &syntax;
}

}  // namespace

void ReadAlert(cmark_node* quote, Arena& arena) {
  cmark_node* const paragraph = quote->first_child;
  if (paragraph == nullptr || paragraph->type != CMARK_NODE_PARAGRAPH) return;
  const std::string_view text = Content(*paragraph);
  if (!StartsWith(text, "[!")) return;
  const std::string_view line = TrimRight(text.substr(0, text.find('\n')));
  const size_t end = line.find(']');
  if (end == std::string_view::npos) return;
  const Kind* const kind = FindKind(line.substr(2, end - 2));
  if (kind == nullptr) return;

  std::string_view title = line.substr(end + 1);
  const bool foldable = !title.empty() && (title.front() == '+' || title.front() == '-');
  const bool folded = foldable && title.front() == '-';
  if (foldable) title.remove_prefix(1);
  if (!title.empty() && !IsBlank(title.front())) return;
  title = Trim(title);

  quote->type = kAlert;
  quote->as.literal = Chunk(kind->name);
  if (foldable) quote->flags |= kFoldable;
  if (folded) quote->flags |= kFolded;
  cmark_node* const head = NewNode(kAlertTitle);
  head->extension = TitleSyntax();
  head->start_line = paragraph->start_line;
  SetContent(head, title.empty() ? arena.Copy(kind->title) : title);
  InsertBefore(paragraph, head);
  const size_t rest = std::min(text.find('\n'), text.size() - 1) + 1;
  SetContent(paragraph, text.substr(rest));
  ++paragraph->start_line;
  if (Trim(text.substr(rest)).empty()) RemoveNode(paragraph);
}

}  // namespace broadsheet
