#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "site/edition.h"
#include "site/host_headers.h"
#include "site/pages.h"

namespace broadsheet {

// The body of the post edition.posts[index] as HTML; "" when its file cannot be read any more.
using BodyOf = std::function<std::string(size_t index)>;

// All that a site has for machines: feeds, sitemap, robots.txt, llms.txt, search description, manifest
// and, for hosts that read it, _headers. `body_of` is called from the plans, on any thread; it and the
// edition must outlive them. `content_policy` is that of the pages.
std::vector<PagePlan> PlanSiteFiles(const Edition& edition, const BodyOf& body_of,
                                    std::string_view content_policy);

}  // namespace broadsheet
