#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "post/date.h"
#include "site/published_file.h"

namespace broadsheet {

struct SitemapPage {
  std::string url;              // full, as PublicUrl gives it
  std::optional<Date> changed;  // nothing = not said
};

// What one file may hold by the protocol of sitemaps.org.
struct SitemapLimits {
  size_t pages = 50000;
  size_t bytes = 50u << 20;
};

// sitemap.xml; where that would pass a limit, sitemap-1.xml, sitemap-2.xml, … and a sitemap.xml that
// names them. Pages keep their order, so with new ones at the end only the last part changes.
// `site_url` is the full address of the home page.
std::vector<PublishedFile> Sitemap(const std::vector<SitemapPage>& pages, std::string_view site_url,
                                   const SitemapLimits& limits = {});

// robots.txt: all may be read; names the sitemap unless `site_url` is "" (its address must be full).
std::string RobotsText(std::string_view site_url);

}  // namespace broadsheet
