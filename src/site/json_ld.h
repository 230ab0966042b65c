#pragma once

#include <string>
#include <string_view>

#include "site/social_card.h"
#include "view/site_view.h"

namespace broadsheet {

// schema.org data as JSON that may stand in <script type="application/ld+json"> as it is: no '<' is in it.
// Such an element is data and never runs, so a content policy without inline scripts lets it be.
// A BlogPosting when `page.post` is there. `home` is the full address of the home page, or "".
std::string PostingJsonLd(const SiteView& site, const PageIdentity& page, std::string_view home);
// A Blog with its search, for the home page.
std::string BlogJsonLd(const SiteView& site, const PageIdentity& page, std::string_view search);

}  // namespace broadsheet
