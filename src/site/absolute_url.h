#pragma once

#include <string>
#include <string_view>

#include "view/site_view.h"

namespace broadsheet {

// "https://blog.example" of "https://blog.example/notes/"; "" when `url` is no full address.
std::string_view UrlOrigin(std::string_view url);

// What `reference` means in a page at `base` (RFC 3986 §5.2, on the text as it is: nothing is decoded).
// `base` may lack scheme and host ("/blog/posts/x/"), and so does the answer then.
std::string AbsoluteUrl(std::string_view base, std::string_view reference);

// The address that the world uses for a page or file of the site: the host of `url` (SiteConfig::url,
// "" when not known) and Link(site, address). The base path that is published to wins over that of `url`.
std::string PublicUrl(const SiteView& site, std::string_view url, std::string_view address);

// `html` with every address that it links, shows or quotes resolved against `page_url`, for readers
// that see it elsewhere. Comments, scripts and styles pass as they are. Linear.
std::string AbsoluteUrlsInHtml(std::string_view html, std::string_view page_url);

}  // namespace broadsheet
