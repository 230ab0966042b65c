#pragma once

#include <string>
#include <vector>

#include "markdown/document.h"

namespace broadsheet {

struct NavigationLink {
  std::string title;
  std::string url;  // relative to the site ("archive/") or absolute ("https://…")
};

// What every view needs to know of the site. The same values give the same HTML, in the tab and ahead.
struct SiteView {
  std::string title;
  std::string description;
  std::string language = "en";
  // Put before site-relative addresses: "/blog/", or "/blog/?/" where the host has no page of ours for
  // an address and the shell must find it in the query.
  std::string link_base = "/";
  // Put before files (posts, images, shell): always a real folder, "/blog/".
  std::string file_base = "/";
  std::vector<NavigationLink> navigation;
  std::string footer;  // plain text
  HtmlMode html = HtmlMode::kSafe;
  bool smart_punctuation = false;  // where a post does not say otherwise
  bool remote_media = false;       // as in MarkdownOptions
  bool author_pages = false;       // each author has a list of their own
};

}  // namespace broadsheet
