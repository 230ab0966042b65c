#pragma once

#include <string>
#include <string_view>

#include "post/post.h"
#include "view/site_view.h"

namespace broadsheet {

// Addresses relative to the site, percent-encoded: "posts/2026-trip/", "tags/c/", "tags/c/page/2/".
std::string PostAddress(const Post& post);
// `folder` is "tags", "categories", "authors" or "series". "" for a name without a letter or digit
// and for the folder "", which have no pages.
std::string TermAddress(std::string_view folder, std::string_view name);
std::string TagAddress(std::string_view tag);
// `address` is that of page 1.
std::string PageAddress(std::string_view address, int page);

// What goes into an href. An absolute address ("https://…", "mailto:…") stays as it is.
std::string Link(const SiteView& site, std::string_view address);
// The post's own Markdown file.
std::string FileLink(const SiteView& site, const Post& post);

}  // namespace broadsheet
