#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "post/post.h"
#include "view/site_view.h"

namespace broadsheet {

// llms.txt (llmstxt.org): the site in Markdown for language models, with links to the posts' own
// Markdown files. `posts` newest first; only the newest `limit` are listed, and the archive is named.
// `url` is SiteConfig::url; without it addresses lack their host.
std::string LlmsText(const SiteView& site, std::string_view url,
                     const std::vector<const Post*>& posts, size_t limit = 500);

}  // namespace broadsheet
