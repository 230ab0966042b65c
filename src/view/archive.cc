#include <string>
#include <utility>

#include "view/parts.h"
#include "view/views.h"

namespace broadsheet {
namespace {

// Posts of one year; of none, when they have no date.
struct Year {
  int number = 0;  // 0 = no date
  std::vector<const Post*> posts;

  std::string Title(const Words& words) const {
    return number == 0 ? std::string(words.undated) : std::to_string(number);
  }
  std::string Id() const { return number == 0 ? "undated" : "year-" + std::to_string(number); }
};

std::vector<Year> ByYear(const std::vector<const Post*>& posts) {
  std::vector<Year> years;
  for (const Post* post : posts) {
    const int number = post->date ? post->date->year : 0;
    if (years.empty() || years.back().number != number) years.push_back({number, {}});
    years.back().posts.push_back(post);
  }
  return years;
}

void AppendYears(HtmlWriter& html, const Words& words, const std::vector<Year>& years) {
  if (years.size() < 2) return;
  html.Raw("<nav class=\"years\"").Attribute("aria-label", words.years).Raw("><ul>");
  for (const Year& year : years) {
    html.Raw("<li><a").Attribute("href", "#" + year.Id()).Raw(">");
    html.Text(year.Title(words)).Raw("</a></li>");
  }
  html.Raw("</ul></nav>");
}

void AppendYear(HtmlWriter& html, const SiteView& site, const Year& year) {
  const Words& words = WordsFor(site.language);
  html.Raw("<section class=\"year\"").Attribute("aria-labelledby", year.Id());
  html.Raw("><h2").Attribute("id", year.Id()).Raw(">").Text(year.Title(words)).Raw("</h2>");
  html.Raw("<p class=\"count\">").Text(PostCount(words, static_cast<int>(year.posts.size())));
  html.Raw("</p><ol>");
  for (const Post* post : year.posts) {
    html.Raw("<li>");
    if (post->date) AppendTime(html, *post->date, ShortDate(*post->date, site.language));
    html.Raw(" ");
    AppendPostLink(html, site, *post);
    html.Raw("</li>");
  }
  html.Raw("</ol></section>");
}

}  // namespace

std::string_view ArchiveHeading(const SiteView& site) { return WordsFor(site.language).archive; }

std::string ArchiveHtml(const SiteView& site, const std::vector<const Post*>& posts,
                        std::string_view year_name) {
  const Words& words = WordsFor(site.language);
  const std::vector<Year> years = ByYear(posts);
  HtmlWriter html;
  html.Raw("<header class=\"view-header\"><h1 tabindex=\"-1\">").Text(words.archive);
  if (!year_name.empty()) html.Raw(" ").Text(year_name);
  html.Raw("</h1>");
  html.Raw("<p class=\"dateline\">").Text(PostCount(words, static_cast<int>(posts.size())));
  html.Raw("</p>");
  AppendYears(html, words, years);
  html.Raw("</header>");
  if (posts.empty()) html.Raw("<p class=\"empty\">").Text(words.empty).Raw("</p>");
  for (const Year& year : years) AppendYear(html, site, year);
  return html.Take();
}

}  // namespace broadsheet
