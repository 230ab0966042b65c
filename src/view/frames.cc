#include <string>

#include "view/address.h"
#include "view/parts.h"
#include "view/views.h"

namespace broadsheet {
namespace {

void AppendPlaces(HtmlWriter& html, const SiteView& site, bool with_home) {
  const Words& words = WordsFor(site.language);
  html.Raw("<p class=\"places\">").Text(words.browse).Raw(" ");
  if (with_home) {
    html.Raw("<a").Attribute("href", Link(site, "")).Raw(">").Text(words.home).Raw("</a> ");
  }
  html.Raw("<a").Attribute("href", Link(site, "archive/")).Raw(">").Text(words.archive);
  html.Raw("</a> <a").Attribute("href", Link(site, "tags/")).Raw(">").Text(words.tags);
  html.Raw("</a></p>");
}

}  // namespace

std::string_view SearchHeading(const SiteView& site) { return WordsFor(site.language).search; }

std::string SearchHtml(const SiteView& site) {
  const Words& words = WordsFor(site.language);
  HtmlWriter html;
  html.Raw("<header class=\"view-header\"><h1 tabindex=\"-1\">")
      .Text(words.search)
      .Raw("</h1></header>");
  AppendSearchForm(html, site, SearchPlace::kView);
  html.Raw("<noscript><p class=\"notice\">").Text(words.search_needs_script);
  html.Raw("</p></noscript><p class=\"search-status\" role=\"status\"></p>");
  html.Raw("<ol class=\"hits\"></ol><div class=\"search-help\">");
  AppendPlaces(html, site, false);
  html.Raw("</div>");
  return html.Take();
}

std::string_view NotFoundHeading(const SiteView& site) { return WordsFor(site.language).not_found; }

std::string NotFoundHtml(const SiteView& site) {
  const Words& words = WordsFor(site.language);
  HtmlWriter html;
  html.Raw("<div class=\"not-found\"><p class=\"eyebrow\">404</p><h1 tabindex=\"-1\">")
      .Text(words.not_found);
  html.Raw("</h1><p class=\"standfirst\">").Text(words.not_found_help).Raw("</p>");
  AppendSearchForm(html, site, SearchPlace::kView);
  AppendPlaces(html, site, true);
  html.Raw("</div>");
  return html.Take();
}

}  // namespace broadsheet
