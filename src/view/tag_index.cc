#include <string>

#include "post/slug.h"
#include "view/address.h"
#include "view/parts.h"
#include "view/views.h"

namespace broadsheet {

std::string_view TagIndexHeading(const SiteView& site) { return WordsFor(site.language).tags; }

std::string TagIndexHtml(const SiteView& site, const std::vector<TagCount>& tags, bool are_years) {
  const Words& words = WordsFor(site.language);
  HtmlWriter html;
  html.Raw("<header class=\"view-header\"><h1 tabindex=\"-1\">")
      .Text(are_years ? words.archive : words.tags)
      .Raw("</h1></header>");
  if (tags.empty()) {
    html.Raw("<p class=\"empty\">").Text(words.empty).Raw("</p>");
    return html.Take();
  }
  html.Raw("<ul class=\"tag-index\">");
  for (const TagCount& tag : tags) {
    const std::string address = (are_years ? "archive/" : "tags/") + EncodePath(tag.slug) + "/";
    html.Raw("<li><a")
        .Attribute("href", Link(site, address))
        .Raw(are_years ? ">" : " rel=\"tag\">");
    html.Text(tag.name).Raw("</a> <span class=\"count\">");
    html.Text(PostCount(words, tag.count)).Raw("</span></li>");
  }
  html.Raw("</ul>");
  return html.Take();
}

}  // namespace broadsheet
