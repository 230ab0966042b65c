#include "site/cover_url.h"

#include "markdown/url.h"
#include "site/absolute_url.h"
#include "view/views.h"

namespace broadsheet {

std::string CoverUrl(const SiteView& site, std::string_view origin, const Post& post) {
  const std::string scheme = UrlScheme(post.cover);
  if (post.cover.empty() || (!scheme.empty() && scheme != "https" && scheme != "http")) return {};
  return AbsoluteUrl(std::string(origin) + PostFolder(site, post), post.cover);
}

}  // namespace broadsheet
