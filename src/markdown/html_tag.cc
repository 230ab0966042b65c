#include "markdown/html_tag.h"

#include <algorithm>

#include "houdini.h"
#include "markdown/arena.h"
#include "markdown/text_scan.h"

namespace broadsheet {
namespace {

bool IsSameName(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char c, char d) { return ToLower(c) == ToLower(d); });
}

void SkipSpace(std::string_view html, size_t& at) {
  while (at < html.size() && IsSpace(html[at])) ++at;
}

// The value behind `=`; false at the end of the text.
bool ReadAttributeValue(std::string_view html, size_t& at, std::string_view& value) {
  SkipSpace(html, at);
  if (at == html.size()) return false;
  if (html[at] == '"' || html[at] == '\'') {
    const size_t end = html.find(html[at], at + 1);
    if (end == std::string_view::npos) return false;
    value = html.substr(at + 1, end - at - 1);
    at = end + 1;
    return true;
  }
  const size_t begin = at;
  while (at < html.size() && !IsSpace(html[at]) && html[at] != '>') ++at;
  value = html.substr(begin, at - begin);
  return true;
}

bool ReadAttribute(std::string_view html, size_t& at, HtmlTag& tag) {
  const size_t begin = at;
  do {
    ++at;
  } while (at < html.size() && !IsSpace(html[at]) && html[at] != '=' && html[at] != '>' &&
           html[at] != '/');
  const std::string_view name = html.substr(begin, at - begin);
  std::string_view value;
  size_t equals = at;
  SkipSpace(html, equals);
  if (equals < html.size() && html[equals] == '=') {
    at = equals + 1;
    if (!ReadAttributeValue(html, at, value)) return false;
  }
  for (const HtmlAttribute& other : tag) {
    if (IsSameName(other.name, name)) return true;
  }
  if (tag.attribute_count < tag.attributes.size()) {
    tag.attributes[tag.attribute_count++] = {name, value};
  }
  return true;
}

}  // namespace

bool ReadHtmlTag(std::string_view html, HtmlTag& tag) {
  size_t at = 1;
  tag.is_end = at < html.size() && html[at] == '/';
  if (tag.is_end) ++at;
  const size_t name = at;
  if (at == html.size() || !IsAlpha(html[at])) return false;
  while (at < html.size() && (IsAlnum(html[at]) || html[at] == '-')) ++at;
  tag.name = html.substr(name, at - name);
  tag.attribute_count = 0;
  if (at < html.size() && !IsSpace(html[at]) && html[at] != '/' && html[at] != '>') return false;
  while (at < html.size()) {
    if (html[at] == '>') {
      tag.size = at + 1;
      return true;
    }
    if (IsSpace(html[at]) || html[at] == '/') {
      ++at;
    } else if (!ReadAttribute(html, at, tag)) {
      return false;
    }
  }
  return false;
}

std::string ResolveReferences(std::string_view text) {
  if (text.find('&') == std::string_view::npos) return std::string(text);
  Arena arena(text.size() * 2);
  const ArenaScope scope(arena);
  cmark_strbuf resolved = CMARK_BUF_INIT(ArenaScope::memory());
  houdini_unescape_html_f(&resolved, reinterpret_cast<const uint8_t*>(text.data()),
                          static_cast<bufsize_t>(text.size()));
  return {reinterpret_cast<const char*>(resolved.ptr), static_cast<size_t>(resolved.size)};
}

}  // namespace broadsheet
