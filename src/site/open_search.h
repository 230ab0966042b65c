#pragma once

#include <string>
#include <string_view>

#include "view/site_view.h"

namespace broadsheet {

// An OpenSearch 1.1 description, by which browsers offer the site's search in their address bar.
// `url` is SiteConfig::url and must be known, since the search address must be full.
std::string OpenSearchXml(const SiteView& site, std::string_view url);

}  // namespace broadsheet
