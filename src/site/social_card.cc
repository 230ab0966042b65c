#include "site/social_card.h"

#include <algorithm>

namespace broadsheet {
namespace {

void AppendMeta(HtmlWriter& html, std::string_view kind, std::string_view name,
                std::string_view content) {
  if (content.empty()) return;
  html.Raw("<meta").Attribute(kind, name).Attribute("content", content).Raw(">");
}

// "de-AT" -> "de_AT"; "" for a tag without a region, which the protocol does not know.
std::string Locale(std::string_view language) {
  const bool has_region = language.size() == 5 && language[2] == '-';
  if (!has_region) return {};
  std::string locale(language);
  locale[2] = '_';
  std::transform(locale.begin() + 3, locale.end(), locale.begin() + 3,
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  return locale;
}

void AppendArticle(HtmlWriter& html, const Post& post) {
  if (post.date) AppendMeta(html, "property", "article:published_time", post.date->Rfc3339());
  if (post.updated) AppendMeta(html, "property", "article:modified_time", post.updated->Rfc3339());
  if (post.expires)
    AppendMeta(html, "property", "article:expiration_time", post.expires->Rfc3339());
  for (const std::string& author : post.authors) AppendMeta(html, "name", "author", author);
  if (!post.categories.empty())
    AppendMeta(html, "property", "article:section", post.categories.front());
  for (const std::string& tag : post.tags) AppendMeta(html, "property", "article:tag", tag);
}

}  // namespace

void AppendSocialCard(HtmlWriter& html, const SiteView& site, const PageIdentity& page) {
  const std::string& language =
      page.post != nullptr && !page.post->language.empty() ? page.post->language : site.language;
  AppendMeta(html, "property", "og:type", page.post != nullptr ? "article" : "website");
  AppendMeta(html, "property", "og:site_name", site.title);
  AppendMeta(html, "property", "og:title", page.title);
  AppendMeta(html, "property", "og:description", page.description);
  AppendMeta(html, "property", "og:url", page.url);
  AppendMeta(html, "property", "og:locale", Locale(language));
  AppendMeta(html, "property", "og:image", page.image);
  if (!page.image.empty()) AppendMeta(html, "property", "og:image:alt", page.image_alt);
  if (page.post != nullptr) AppendArticle(html, *page.post);
  AppendMeta(html, "name", "twitter:card", page.image.empty() ? "summary" : "summary_large_image");
}

}  // namespace broadsheet
