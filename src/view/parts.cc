#include "view/parts.h"

#include <string>

#include "view/address.h"

namespace broadsheet {
namespace {

constexpr std::string_view kMagnifier =
    "<svg viewBox=\"0 0 16 16\" width=\"16\" height=\"16\" fill=\"none\" stroke=\"currentColor\" "
    "stroke-width=\"1.5\" aria-hidden=\"true\"><circle cx=\"6.5\" cy=\"6.5\" r=\"4.75\"/>"
    "<path d=\"m10 10 4.5 4.5\"/></svg>";

}  // namespace

void AppendTime(HtmlWriter& html, const Date& date, std::string_view text) {
  html.Raw("<time").Attribute("datetime", date.ToString()).Raw(">").Text(text).Raw("</time>");
}

void AppendTermLinks(HtmlWriter& html, const SiteView& site, std::string_view folder,
                     const std::vector<std::string>& names, std::string_view gap) {
  std::string_view before;
  for (const std::string& name : names) {
    const std::string address = TermAddress(folder, name);
    html.Raw(before);
    if (!address.empty()) {
      html.Raw("<a").Attribute("href", Link(site, address));
      html.Attribute("rel", folder == "authors" ? "author" : "tag").Raw(">");
    }
    html.Text(name).Raw(address.empty() ? "" : "</a>");
    before = gap;
  }
}

void AppendDateline(HtmlWriter& html, const SiteView& site, const Post& post, bool in_article) {
  const bool with_categories = in_article && !post.categories.empty();
  if (!post.date && post.reading_minutes == 0 && !with_categories) return;
  html.Raw("<p class=\"dateline\">");
  if (post.date) AppendTime(html, *post.date, LongDate(*post.date, site.language));
  if (post.reading_minutes > 0) {
    const std::string minutes = std::to_string(post.reading_minutes);
    html.Raw(" <span class=\"minutes\">")
        .Text(Fill(WordsFor(site.language).minutes, {minutes}))
        .Raw("</span>");
  }
  if (with_categories) {
    html.Raw(" <span>");
    AppendTermLinks(html, site, "categories", post.categories, ", ");
    html.Raw("</span>");
  }
  html.Raw("</p>");
}

void AppendPostLink(HtmlWriter& html, const SiteView& site, const Post& post,
                    std::string_view rel) {
  html.Raw("<a").Attribute("href", Link(site, PostAddress(post))).OptionalAttribute("rel", rel);
  if (rel == "alternate") html.Attribute("hreflang", post.language);
  AppendLanguage(html, site, post.language);
  html.Raw(">").Text(post.title).Raw("</a>");
}

void AppendTags(HtmlWriter& html, const SiteView& site, const std::vector<std::string>& tags) {
  if (tags.empty()) return;
  html.Raw("<ul class=\"tags\"><li>");
  AppendTermLinks(html, site, "tags", tags, "</li><li>");
  html.Raw("</li></ul>");
}

void AppendLanguage(HtmlWriter& html, const SiteView& site, std::string_view language) {
  if (language.empty() || language == site.language) return;
  html.Attribute("lang", language);
  const std::string_view direction = DirectionOf(language);
  if (direction == DirectionOf(site.language)) return;
  html.Attribute("dir", direction.empty() ? "ltr" : direction);
}

void AppendSearchForm(HtmlWriter& html, const SiteView& site, SearchPlace place) {
  const Words& words = WordsFor(site.language);
  const bool in_view = place == SearchPlace::kView;
  const std::string_view id = in_view ? "search-input" : "q";
  html.Raw("<form").Attribute("class", in_view ? "search-form" : "search-box");
  html.Raw(" role=\"search\"").OptionalAttribute("aria-label", in_view ? words.search : "");
  html.Attribute("action", Link(site, "search/")).Raw(">");
  html.Raw("<label class=\"visually-hidden\"").Attribute("for", id).Raw(">");
  html.Text(words.search).Raw("</label><input").Attribute("id", id);
  html.Raw(" name=\"q\" type=\"search\"").Attribute("placeholder", words.search);
  html.Raw(" autocomplete=\"off\" autocapitalize=\"off\" spellcheck=\"false\">");
  html.Raw("<button type=\"submit\"").Attribute("aria-label", words.search).Raw(">");
  html.Raw(kMagnifier).Raw("</button></form>");
}

std::string PostCount(const Words& words, int count) {
  return count == 1 ? std::string(words.one_post) : Fill(words.posts, {std::to_string(count)});
}

}  // namespace broadsheet
