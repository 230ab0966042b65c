#include "markdown/html_references.h"

#include <algorithm>
#include <string>

#include "markdown/html_allowed.h"
#include "markdown/html_tag.h"
#include "markdown/text_scan.h"
#include "markdown/url.h"

namespace broadsheet {
namespace {

void AppendTagReferences(const HtmlTag& tag, int line, std::vector<ReferenceUse>& uses) {
  const AllowedElement element = FindAllowedElement(tag.name);
  if (element.name.empty() || tag.is_end) return;
  for (const HtmlAttribute& attribute : tag) {
    const AttributeKind kind = FindAllowedAttribute(element.name, attribute.name).kind;
    const bool is_picture = kind == AttributeKind::kImage || kind == AttributeKind::kMedia;
    if (kind != AttributeKind::kLink && !is_picture) continue;
    std::string url = ResolveReferences(attribute.value);
    if (!IsSiteUrl(url)) continue;
    uses.push_back({is_picture ? ReferenceUse::Kind::kImage : ReferenceUse::Kind::kLink,
                    std::move(url), line});
  }
}

// Calls `take(tag, line)` for each tag.
template <typename Take>
void ForEachTag(std::string_view html, int line, const Take& take) {
  HtmlTag tag;
  int broken_tags = 0;
  constexpr int kMostBrokenTags = 32;
  while (!html.empty()) {
    const size_t text = std::min(html.find('<'), html.size());
    line += static_cast<int>(std::count(html.begin(), html.begin() + text, '\n'));
    html.remove_prefix(text);
    if (html.empty()) return;
    size_t size = 1;
    if (StartsWith(html, "<!--")) {
      size = std::min(html.find("-->", 2), html.size());
    } else if (broken_tags < kMostBrokenTags && ReadHtmlTag(html, tag)) {
      take(tag, line);
      size = tag.size;
    } else {
      ++broken_tags;
    }
    line += static_cast<int>(std::count(html.begin(), html.begin() + size, '\n'));
    html.remove_prefix(size);
  }
}

}  // namespace

bool IsSiteUrl(std::string_view url) {
  return IsRelativeUrl(url) || (url.size() > 1 && url[0] == '/' && url[1] != '/');
}

void AppendHtmlReferences(std::string_view html, int line, std::vector<ReferenceUse>& uses) {
  ForEachTag(html, line, [&](const HtmlTag& tag, int at) { AppendTagReferences(tag, at, uses); });
}

void AppendHtmlIds(std::string_view html, std::vector<std::string>& ids) {
  ForEachTag(html, 0, [&](const HtmlTag& tag, int) {
    for (const HtmlAttribute& attribute : tag) {
      const bool is_anchor = attribute.name == "name" && tag.name == "a";
      if (is_anchor || attribute.name == "id") ids.push_back(ResolveReferences(attribute.value));
    }
  });
}

void AppendForeignElements(std::string_view html, int line, std::vector<ForeignElement>& elements) {
  ForEachTag(html, line, [&](const HtmlTag& tag, int at) {
    if (tag.is_end || !FindAllowedElement(tag.name).name.empty()) return;
    std::string name;
    for (const char c : tag.name) name += ToLower(c);
    elements.push_back({std::move(name), at});
  });
}

}  // namespace broadsheet
