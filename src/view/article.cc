#include <string>

#include "markdown/url.h"
#include "view/address.h"
#include "view/outline.h"
#include "view/parts.h"
#include "view/views.h"

namespace broadsheet {
namespace {

// The text of `pattern` with what `append` writes in the place of %1.
template <typename Append>
void AppendFilled(HtmlWriter& html, std::string_view pattern, const Append& append) {
  const size_t place = pattern.find("%1");
  html.Text(pattern.substr(0, place));
  append();
  html.Text(pattern.substr(place + 2));
}

void AppendByline(HtmlWriter& html, const SiteView& site, const std::vector<std::string>& authors) {
  if (authors.empty()) return;
  html.Raw("<p class=\"byline\">");
  AppendFilled(html, WordsFor(site.language).byline, [&] {
    AppendTermLinks(html, site, site.author_pages ? "authors" : "", authors, ", ");
  });
  html.Raw("</p>");
}

// "Part 2 of 5"
std::string PartText(const SiteView& site, int part, int parts) {
  return Fill(WordsFor(site.language).part, {std::to_string(part), std::to_string(parts)});
}

void AppendSeries(HtmlWriter& html, const SiteView& site, const Post& post) {
  if (post.series.empty()) return;
  html.Raw("<p class=\"dateline\">");
  AppendTermLinks(html, site, "series", {post.series}, {});
  if (post.parts > 1) {
    html.Raw(" <span>").Text(PartText(site, post.part, post.parts)).Raw("</span>");
  }
  html.Raw("</p>");
}

// Other texts that go with this one; nothing when there are none.
void AppendPosts(HtmlWriter& html, const SiteView& site, const std::vector<Post>& posts,
                 std::string_view rel) {
  if (posts.empty()) return;
  html.Raw(rel.empty() ? "<ul>" : "<ul class=\"tags\">");
  for (const Post& post : posts) {
    html.Raw("<li>");
    AppendPostLink(html, site, post, rel);
    html.Raw("</li>");
  }
  html.Raw("</ul>");
}

// Where the cover is to be fetched from; "" when no page may ask that host.
std::string CoverUrl(const SiteView& site, const Post& post, const Reference& cover) {
  if (!cover.url.empty()) return cover.url;
  if (!IsSafeUrl(post.cover, UrlUse::kImage)) return {};
  if (IsRelativeUrl(post.cover)) return PostFolder(site, post) + post.cover;
  return IsExternalUrl(post.cover) && !site.remote_media ? std::string() : post.cover;
}

void AppendCover(HtmlWriter& html, const SiteView& site, const ArticleView& article) {
  const Post& post = *article.post;
  if (post.cover.empty()) return;
  Reference cover;
  if (article.references != nullptr) {
    const auto found = article.references->find(post.cover);
    if (found != article.references->end()) cover = found->second;
  }
  const std::string url = CoverUrl(site, post, cover);
  if (url.empty()) return;
  html.Raw("<img class=\"cover\"").Attribute("src", url);
  html.Attribute("alt", post.cover_alt);
  if (cover.width > 0 && cover.height > 0) {
    html.Attribute("width", std::to_string(cover.width));
    html.Attribute("height", std::to_string(cover.height));
  }
  html.Raw(">");
}

void AppendHeader(HtmlWriter& html, const SiteView& site, const ArticleView& article) {
  const Post& post = *article.post;
  html.Raw("<header class=\"post-header\">");
  AppendDateline(html, site, post, true);
  html.Raw("<h1 tabindex=\"-1\">").Text(post.title).Raw("</h1>");
  AppendByline(html, site, post.authors);
  AppendSeries(html, site, post);
  AppendPosts(html, site, article.translations, "alternate");
  AppendCover(html, site, article);
  html.Raw("</header>");
}

void AppendNeighbour(HtmlWriter& html, const SiteView& site, const Post* post,
                     std::string_view label, std::string_view rel) {
  if (post == nullptr) return;
  html.Raw("<p").Attribute("class", rel).Raw("><span>").Text(label).Raw("</span> ");
  AppendPostLink(html, site, *post, rel);
  html.Raw("</p>");
}

// A post with what it is called here.
struct Neighbour {
  const Post* post;
  std::string_view label;
};

void AppendNeighbours(HtmlWriter& html, const SiteView& site, std::string_view label,
                      const Neighbour& previous, const Neighbour& next) {
  if (previous.post == nullptr && next.post == nullptr) return;
  html.Raw("<nav class=\"neighbours\"").Attribute("aria-label", label).Raw(">");
  AppendNeighbour(html, site, previous.post, previous.label, "prev");
  AppendNeighbour(html, site, next.post, next.label, "next");
  html.Raw("</nav>");
}

void AppendRelated(HtmlWriter& html, const SiteView& site, const std::vector<Post>& related) {
  if (related.empty()) return;
  html.Raw("<div class=\"related\"><h2>").Text(WordsFor(site.language).related).Raw("</h2>");
  AppendPosts(html, site, related, {});
  html.Raw("</div>");
}

void AppendFooter(HtmlWriter& html, const SiteView& site, const ArticleView& article) {
  const Post& post = *article.post;
  const Words& words = WordsFor(site.language);
  html.Raw("<footer class=\"post-footer\">");
  AppendTags(html, site, post.tags);
  html.Raw("<p class=\"imprint\">");
  if (post.updated && post.updated != post.date) {
    html.Raw("<span>");
    AppendFilled(html, words.updated,
                 [&] { AppendTime(html, *post.updated, LongDate(*post.updated, site.language)); });
    html.Raw("</span> ");
  }
  html.Raw("<a").Attribute("href", FileLink(site, post)).Raw(" type=\"text/markdown\">");
  html.Text(words.source).Raw("</a></p>");
  AppendNeighbours(html, site, post.series,
                   {article.previous_part, PartText(site, post.part - 1, post.parts)},
                   {article.next_part, PartText(site, post.part + 1, post.parts)});
  AppendRelated(html, site, article.related);
  AppendNeighbours(html, site, words.neighbours, {article.older, words.older},
                   {article.newer, words.newer});
  html.Raw("</footer>");
}

}  // namespace

std::string PostFolder(const SiteView& site, const Post& post) {
  const std::string link = FileLink(site, post);
  return link.substr(0, link.rfind('/') + 1);
}

MarkdownOptions BodyOptions(const SiteView& site, const Post& post, const References& references,
                            std::string_view folder) {
  MarkdownOptions options;
  options.html = site.html;
  options.smart_punctuation = post.smart_punctuation.value_or(site.smart_punctuation);
  options.remote_media = site.remote_media;
  options.title = post.title;
  options.references = &references;
  options.base_url = folder;
  return options;
}

std::string ArticleHtml(const SiteView& site, const ArticleView& article) {
  HtmlWriter html;
  html.Raw("<article class=\"post\"");
  AppendLanguage(html, site, article.post->language);
  html.Raw(">");
  AppendHeader(html, site, article);
  if (article.outline != nullptr) AppendOutline(html, site, *article.outline);
  html.Raw("<div class=\"prose\">\n").Raw(article.body_html).Raw("</div>");
  AppendFooter(html, site, article);
  html.Raw("</article>");
  return html.Take();
}

}  // namespace broadsheet
