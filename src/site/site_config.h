#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/result.h"
#include "site/content_policy.h"
#include "site/feed_settings.h"
#include "site/own_style.h"
#include "view/site_view.h"

namespace broadsheet {

// Who writes, as the authors map of site.json says it.
struct Author {
  std::string key;  // by which posts may name them
  std::string name;
  std::string description;
  std::string url;
};

// What posts/site.json says; docs/site.md describes each key. The defaults are those of a missing file.
struct SiteConfig {
  std::string title = "Broadsheet";
  std::string description;
  std::string language = "en";
  std::string url;     // full public address with a slash at its end; "" = not known
  std::string author;  // of posts that name none
  HtmlMode html = HtmlMode::kSafe;
  bool smart_punctuation = false;
  bool remote_media = false;
  int page_size = 10;  // posts on one page of a list
  std::vector<NavigationLink> navigation = {{"Archive", "archive/"}, {"Tags", "tags/"}};
  std::string footer;
  FeedSettings feeds;
  std::string permalink;             // pattern of the addresses of posts; "" = posts/<slug>/
  std::vector<std::string> aliases;  // patterns of the addresses that posts had before
  std::vector<Author> authors;
  OwnStyle style;
  std::vector<AllowedHost> hosts;  // other hosts that pages may use

  // Whom a post's author, by key or name, stands for; without an entry, someone of that name.
  Author AuthorOf(std::string_view name) const;
};

// The name of the settings file in the posts folder.
inline constexpr std::string_view kSiteConfigName = "site.json";

// Reads site.json; empty text gives the defaults. Unknown keys and wrong types are reported, with the
// nearest right key, and gone around; an Error means that the file is not JSON at all.
Result<SiteConfig> ReadSiteConfig(std::string_view json, Diagnostics& diagnostics);

// The views' share of the settings. `base` and `link_base` are as in SiteView.
SiteView MakeSiteView(const SiteConfig& config, std::string_view base, std::string_view link_base);

// "blog", "/blog", "https://x.example/blog/" -> "/blog/"; "" -> "/".
std::string NormalBase(std::string_view base);

std::string_view HtmlModeName(HtmlMode mode);

}  // namespace broadsheet
