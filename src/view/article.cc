#include <string>

#include "view/address.h"
#include "view/outline.h"
#include "view/parts.h"
#include "view/views.h"

namespace broadsheet {
namespace {

std::string Joined(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) {
    if (!out.empty()) out += ", ";
    out += name;
  }
  return out;
}

// The cover stands above the text; a picture of another host is left out, since no page asks those.
void AppendCover(HtmlWriter& html, const SiteView& site, const ArticleView& article) {
  const Post& post = *article.post;
  if (post.cover.empty() || post.cover.find("//") != std::string::npos) return;
  Reference cover;
  if (article.references != nullptr) {
    const auto found = article.references->find(post.cover);
    if (found != article.references->end()) cover = found->second;
  }
  const std::string fallback = PostFolder(site, post) + post.cover;
  html.Raw("<img class=\"cover\"").Attribute("src", cover.url.empty() ? fallback : cover.url);
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
  AppendDateline(html, site, post);
  html.Raw("<h1 tabindex=\"-1\">").Text(post.title).Raw("</h1>");
  if (!post.authors.empty()) {
    html.Raw("<p class=\"byline\">")
        .Text(Fill(WordsFor(site.language).byline, {Joined(post.authors)}))
        .Raw("</p>");
  }
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

void AppendNeighbours(HtmlWriter& html, const SiteView& site, const ArticleView& article) {
  if (article.older == nullptr && article.newer == nullptr) return;
  const Words& words = WordsFor(site.language);
  html.Raw("<nav class=\"neighbours\"").Attribute("aria-label", words.neighbours).Raw(">");
  AppendNeighbour(html, site, article.older, words.older, "prev");
  AppendNeighbour(html, site, article.newer, words.newer, "next");
  html.Raw("</nav>");
}

void AppendFooter(HtmlWriter& html, const SiteView& site, const ArticleView& article) {
  const Post& post = *article.post;
  const Words& words = WordsFor(site.language);
  html.Raw("<footer class=\"post-footer\">");
  AppendTags(html, site, post.tags);
  html.Raw("<p class=\"imprint\">");
  if (post.updated && post.updated != post.date) {
    // The date stands where the language wants it, as an element of its own.
    const std::string pattern = Fill(words.updated, {"\n"});
    const size_t place = pattern.find('\n');
    html.Raw("<span>").Text(std::string_view(pattern).substr(0, place));
    AppendTime(html, *post.updated, LongDate(*post.updated, site.language));
    html.Text(std::string_view(pattern).substr(place + 1)).Raw("</span> ");
  }
  html.Raw("<a").Attribute("href", FileLink(site, post)).Raw(" type=\"text/markdown\">");
  html.Text(words.source).Raw("</a></p>");
  AppendNeighbours(html, site, article);
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
