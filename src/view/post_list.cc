#include <string>

#include "view/address.h"
#include "view/parts.h"
#include "view/views.h"

namespace broadsheet {
namespace {

std::string_view KindLabel(const Words& words, PostListView::Kind kind) {
  switch (kind) {
    case PostListView::Kind::kTag:
      return words.tag;
    case PostListView::Kind::kCategory:
      return words.category;
    case PostListView::Kind::kAuthor:
      return words.author;
    case PostListView::Kind::kSeries:
      return words.series;
    case PostListView::Kind::kHome:
      break;
  }
  return {};
}

void AppendHeading(HtmlWriter& html, const SiteView& site, const PostListView& list) {
  const Words& words = WordsFor(site.language);
  const std::string heading = PostListHeading(site, list);
  if (list.kind == PostListView::Kind::kHome) {
    // The masthead above shows the title already.
    html.Raw("<h1 class=\"visually-hidden\" tabindex=\"-1\">").Text(heading).Raw("</h1>");
    return;
  }
  html.Raw("<header class=\"view-header\"><p class=\"eyebrow\">");
  html.Text(KindLabel(words, list.kind)).Raw("</p><h1 tabindex=\"-1\">").Text(heading).Raw("</h1>");
  if (!list.description.empty()) {
    html.Raw("<p class=\"standfirst\">").Text(list.description).Raw("</p>");
  }
  if (!list.url.empty()) {
    html.Raw("<p><a rel=\"author\"").Attribute("href", list.url).Raw(">");
    html.Text(list.url.substr(list.url.find("//") + 2)).Raw("</a></p>");
  }
  if (list.total > 0) {
    html.Raw("<p class=\"dateline\">").Text(PostCount(words, list.total)).Raw("</p>");
  }
  html.Raw("</header>");
}

void AppendEntry(HtmlWriter& html, const SiteView& site, const Post& post) {
  html.Raw(post.pinned ? "<li><article class=\"entry pinned\">" : "<li><article class=\"entry\">");
  AppendDateline(html, site, post);
  html.Raw("<h2>");
  AppendPostLink(html, site, post);
  html.Raw("</h2>");
  if (!post.summary.empty()) {
    html.Raw("<p class=\"summary\"");
    AppendLanguage(html, site, post.language);
    html.Raw(">").Text(post.summary).Raw("</p>");
  }
  AppendTags(html, site, post.tags);
  html.Raw("</article></li>");
}

void AppendPageLink(HtmlWriter& html, const SiteView& site, const PostListView& list, int page,
                    std::string_view rel, std::string_view text) {
  if (page < 1 || page > list.page_count) return;
  html.Raw("<a").Attribute("href", Link(site, PageAddress(list.address, page)));
  html.Attribute("rel", rel).Raw(">").Text(text).Raw("</a>");
}

void AppendPagination(HtmlWriter& html, const SiteView& site, const PostListView& list) {
  if (list.page_count < 2) return;
  const Words& words = WordsFor(site.language);
  html.Raw("<nav class=\"pagination\"").Attribute("aria-label", words.pages).Raw(">");
  AppendPageLink(html, site, list, list.page - 1, "prev", words.newer_posts);
  html.Raw("<span>");
  html.Text(Fill(words.page_of, {std::to_string(list.page), std::to_string(list.page_count)}));
  html.Raw("</span>");
  AppendPageLink(html, site, list, list.page + 1, "next", words.older_posts);
  html.Raw("</nav>");
}

}  // namespace

std::string PostListHeading(const SiteView& site, const PostListView& list) {
  const bool is_home = list.kind == PostListView::Kind::kHome;
  if (list.page == 1) return is_home ? site.title : list.heading;
  const std::string page = Fill(WordsFor(site.language).page, {std::to_string(list.page)});
  return is_home ? page : list.heading + " \u2013 " + page;
}

std::string PostListHtml(const SiteView& site, const PostListView& list) {
  HtmlWriter html;
  AppendHeading(html, site, list);
  if (list.posts.empty()) {
    html.Raw("<p class=\"empty\">").Text(WordsFor(site.language).empty).Raw("</p>");
    return html.Take();
  }
  html.Raw("<ol class=\"entries\">");
  for (const Post* post : list.posts) AppendEntry(html, site, *post);
  html.Raw("</ol>");
  AppendPagination(html, site, list);
  return html.Take();
}

}  // namespace broadsheet
