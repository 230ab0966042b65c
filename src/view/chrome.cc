#include <string>

#include "view/address.h"
#include "view/parts.h"
#include "view/views.h"

namespace broadsheet {
namespace {

std::vector<NavigationLink> NavigationOf(const SiteView& site) {
  if (!site.navigation.empty()) return site.navigation;
  const Words& words = WordsFor(site.language);
  return {{std::string(words.archive), "archive/"}, {std::string(words.tags), "tags/"}};
}

void AppendNavigation(HtmlWriter& html, const SiteView& site, std::string_view address) {
  html.Raw("<nav class=\"site-nav\"").Attribute("aria-label", WordsFor(site.language).site);
  html.Raw("><ul>");
  for (const NavigationLink& link : NavigationOf(site)) {
    html.Raw("<li><a").Attribute("href", Link(site, link.url));
    if (link.url == address) html.Raw(" aria-current=\"page\"");
    html.Raw(">").Text(link.title).Raw("</a></li>");
  }
  html.Raw("</ul></nav>");
}

void AppendThemeChoice(HtmlWriter& html, std::string_view value, std::string_view label) {
  html.Raw("<label><input type=\"radio\" name=\"theme\"").Attribute("value", value).Raw("> ");
  html.Text(label).Raw("</label>");
}

}  // namespace

std::string HeaderHtml(const SiteView& site, std::string_view address) {
  HtmlWriter html;
  html.Raw("<p class=\"site-title\"><a").Attribute("href", Link(site, ""));
  if (address.empty()) html.Raw(" aria-current=\"page\"");
  html.Raw(">").Text(site.title).Raw("</a></p>");
  if (!site.description.empty()) {
    html.Raw("<p class=\"site-description\">").Text(site.description).Raw("</p>");
  }
  html.Raw("<div class=\"bar\">");
  AppendNavigation(html, site, address);
  AppendSearchForm(html, site, SearchPlace::kMasthead);
  html.Raw("</div>");
  return html.Take();
}

std::string FooterHtml(const SiteView& site) {
  const Words& words = WordsFor(site.language);
  HtmlWriter html;
  if (!site.footer.empty()) html.Raw("<p>").Text(site.footer).Raw("</p>");
  // Shown where scripting can act on it.
  html.Raw("<fieldset class=\"theme\"><legend>").Text(words.theme).Raw("</legend>");
  AppendThemeChoice(html, "auto", words.theme_auto);
  AppendThemeChoice(html, "light", words.theme_light);
  AppendThemeChoice(html, "dark", words.theme_dark);
  html.Raw("</fieldset>");
  return html.Take();
}

std::string PageTitle(const SiteView& site, std::string_view heading) {
  if (heading.empty() || heading == site.title) return site.title;
  return std::string(heading) + " \u00B7 " + site.title;
}

std::string_view SkipLinkText(const SiteView& site) { return WordsFor(site.language).skip_link; }

}  // namespace broadsheet
