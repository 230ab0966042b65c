#include "markdown/autolink.h"

#include <string>

#include "markdown/inline_rules.h"
#include "markdown/text_scan.h"
#include "utf8.h"

namespace broadsheet {
namespace {

// Very long addresses are taken whatever their underscores, so that looking at them stays linear.
constexpr int kManyDots = 10;

bool IsHostCharacter(std::string_view text) {
  if (text.empty()) return false;
  if (static_cast<unsigned char>(text[0]) < 0x80)
    return !IsSpace(text[0]) && !IsPunctuation(text[0]);
  int32_t code_point = 0;
  const int size = cmark_utf8proc_iterate(reinterpret_cast<const uint8_t*>(text.data()),
                                          static_cast<bufsize_t>(text.size()), &code_point);
  return size > 0 && !cmark_utf8proc_is_space(code_point) &&
         !cmark_utf8proc_is_punctuation(code_point);
}

// Bytes of the domain that `text` begins with; 0 when its last two parts hold an underscore, or when
// it has no dot but needs one.
size_t DomainSize(std::string_view text, bool needs_dot) {
  int dots = 0;
  int underscores_before = 0;
  int underscores = 0;
  size_t i = 1;
  for (; i + 1 < text.size(); ++i) {
    if (text[i] == '\\' && i + 2 < text.size()) ++i;
    if (text[i] == '_') {
      ++underscores;
    } else if (text[i] == '.') {
      underscores_before = underscores;
      underscores = 0;
      ++dots;
    } else if (!IsHostCharacter(text.substr(i)) && text[i] != '-') {
      break;
    }
  }
  if ((underscores > 0 || underscores_before > 0) && dots <= kManyDots) return 0;
  return needs_dot && dots == 0 ? 0 : i;
}

// Where an address that runs to the next blank or `<` ends.
size_t AddressEnd(std::string_view text, size_t from) {
  while (from < text.size() && !IsSpace(text[from]) && text[from] != '<') ++from;
  return TrimAddress(text.substr(0, from));
}

cmark_node* NewLink(std::string_view url, std::string_view text) {
  cmark_node* const link = NewNode(CMARK_NODE_LINK);
  link->as.link.url = Chunk(url);
  AppendNode(link, NewText(text));
  return link;
}

bool InBrackets(const InlineCursor& cursor) {
  return cmark_inline_parser_in_bracket(cursor.inlines, 0) != 0 ||
         cmark_inline_parser_in_bracket(cursor.inlines, 1) != 0;
}

}  // namespace

size_t TrimAddress(std::string_view address) {
  size_t opened = 0;
  size_t closed = 0;
  for (const char c : address) {
    opened += c == '(' ? 1 : 0;
    closed += c == ')' ? 1 : 0;
  }
  size_t end = address.size();
  while (end > 0) {
    const char last = address[end - 1];
    if (last == ')') {
      if (closed <= opened) break;
      --closed;
      --end;
    } else if (last == ';') {
      size_t name = end - 1;
      while (name > 0 && IsAlpha(address[name - 1])) --name;
      end = name < end - 1 && name > 0 && address[name - 1] == '&' ? name - 1 : end - 1;
    } else if (std::string_view("?!.,:*_~'\"").find(last) != std::string_view::npos) {
      --end;
    } else {
      break;
    }
  }
  return end;
}

cmark_node* MatchWww(InlineCursor& cursor) {
  const std::string_view text = cursor.rest();
  if (!StartsWith(text, "www.")) return nullptr;
  const char before = cursor.previous();
  if (!IsSpace(before) && std::string_view("*_~(").find(before) == std::string_view::npos) {
    return nullptr;
  }
  if (InBrackets(cursor)) return nullptr;
  const size_t domain = DomainSize(text, true);
  if (domain == 0) return nullptr;
  const std::string_view address = text.substr(0, AddressEnd(text, domain));
  if (address.empty()) return nullptr;
  cursor.Advance(address.size());
  return NewLink(cursor.context.arena.Copy("http://" + std::string(address)), address);
}

cmark_node* MatchUrl(InlineCursor& cursor) {
  if (!StartsWith(cursor.rest(), "://") || InBrackets(cursor)) return nullptr;
  const std::string_view text = cursor.text();
  const size_t colon = cursor.position();
  size_t begin = colon;
  while (begin > 0 && IsAlpha(text[begin - 1])) --begin;
  const std::string_view scheme = text.substr(begin, colon - begin);
  if (!EqualsIgnoringCase(scheme, "http") && !EqualsIgnoringCase(scheme, "https") &&
      !EqualsIgnoringCase(scheme, "ftp")) {
    return nullptr;
  }
  const std::string_view host = text.substr(colon + 3);
  if (!IsHostCharacter(host)) return nullptr;
  const size_t domain = DomainSize(host, false);
  if (domain == 0) return nullptr;
  const size_t size = AddressEnd(text.substr(begin), colon + 3 - begin + domain);
  if (begin + size <= colon + 3) return nullptr;
  const std::string_view address = text.substr(begin, size);
  cursor.Advance(address.size() - scheme.size());
  cmark_node_unput(cursor.parent, static_cast<int>(scheme.size()));
  return NewLink(address, address);
}

}  // namespace broadsheet
