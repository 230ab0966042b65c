#include <string>

#include "markdown/inline_rules.h"
#include "markdown/text_scan.h"

namespace broadsheet {
namespace {

constexpr size_t kLongestWikilink = 500;

// Bytes between `[[` and `]]`; 0 when other brackets or a line end come first.
size_t InnerSize(std::string_view text) {
  for (size_t i = 0; i + 1 < text.size() && i <= kLongestWikilink; ++i) {
    if (text[i] == '[' || text[i] == '\n') return 0;
    if (text[i] == ']') return text[i + 1] == ']' ? i : 0;
  }
  return 0;
}

}  // namespace

cmark_node* MatchWikilink(InlineCursor& cursor) {
  const std::string_view text = cursor.rest();
  if (!StartsWith(text, "[[")) return nullptr;
  const size_t size = InnerSize(text.substr(2));
  const std::string_view inner = text.substr(2, size);
  const std::string_view target = Trim(inner.substr(0, inner.find('|')));
  if (target.empty()) return nullptr;
  // CommonMark comes first: [[x]](url), [[x]][label], and [x] when it is defined.
  const char after = size + 4 < text.size() ? text[size + 4] : '\0';
  cmark_chunk label = Chunk(inner);
  if (after == '(' || after == '[' || after == ':' ||
      cmark_map_lookup(cursor.parser->refmap, &label) != nullptr) {
    return nullptr;
  }

  const size_t hash = target.find('#');
  const size_t bar = inner.find('|');
  cmark_node* const link = NewNode(kWikilink);
  const std::string key = "[[" + std::string(Trim(target.substr(0, hash))) + "]]";
  link->as.link.url = Chunk(cursor.context.arena.Copy(key));
  if (hash != std::string_view::npos) link->as.link.title = Chunk(Trim(target.substr(hash + 1)));
  if (bar != std::string_view::npos && !Trim(inner.substr(bar + 1)).empty()) {
    AppendNode(link, NewText(Trim(inner.substr(bar + 1))));
  }
  link->start_line = cmark_inline_parser_get_line(cursor.inlines);
  cursor.Advance(size + 4);
  return link;
}

}  // namespace broadsheet
