#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "post/post.h"
#include "site/edition.h"
#include "site/pages.h"

namespace broadsheet {

// A page that sends readers on to `post` from an address where it once was: by a <meta>, which needs no
// script and which any host can serve, and with a link for those whom that does not move.
std::string RedirectHtml(const SiteView& site, std::string_view url, const Post& post);

// Where the page at an old address goes: "old/name.html" stays, "old/name" and "old/name/" become
// "old/name/index.html". "" for an address that the site has or needs itself.
std::string RedirectFile(std::string_view alias);

// One page for each alias of each post. Addresses that a page in `taken` or an older post has are left
// out. The edition must outlive the plans.
std::vector<PagePlan> PlanRedirects(const Edition& edition, const std::vector<PagePlan>& taken,
                                    Diagnostics& diagnostics);

}  // namespace broadsheet
