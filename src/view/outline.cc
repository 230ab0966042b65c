#include "view/outline.h"

#include <algorithm>

#include "view/words.h"

namespace broadsheet {
namespace {

constexpr size_t kFewestHeadings = 3;

int TopLevel(const std::vector<Heading>& outline) {
  int top = 6;
  for (const Heading& heading : outline) top = std::min(top, heading.level);
  return top;
}

void AppendEntries(HtmlWriter& html, const std::vector<Heading>& outline) {
  const int top = TopLevel(outline);
  bool item_is_open = false;
  bool is_nested = false;
  for (const Heading& heading : outline) {
    if (heading.level > top + 1) continue;
    const bool goes_down = heading.level > top && item_is_open;
    if (goes_down && !is_nested) {
      html.Raw("<ol>");
    } else if (item_is_open) {
      html.Raw("</li>");
    }
    if (!goes_down && is_nested) html.Raw("</ol></li>");
    is_nested = goes_down;
    item_is_open = true;
    html.Raw("<li><a").Attribute("href", "#" + heading.id).Raw(">").Text(heading.text).Raw("</a>");
  }
  html.Raw(is_nested ? "</li></ol></li>" : "</li>");
}

}  // namespace

void AppendOutline(HtmlWriter& html, const SiteView& site, const std::vector<Heading>& outline) {
  if (outline.size() < kFewestHeadings) return;
  const std::string_view label = WordsFor(site.language).contents;
  html.Raw("<nav class=\"contents\"").Attribute("aria-label", label);
  html.Raw("><details><summary>").Text(label).Raw("</summary><ol>");
  AppendEntries(html, outline);
  html.Raw("</ol></details></nav>");
}

}  // namespace broadsheet
