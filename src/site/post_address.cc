#include "site/post_address.h"

#include <algorithm>

#include "post/slug.h"
#include "site/edition.h"
#include "site/permalink.h"

namespace broadsheet {
namespace {

bool IsTaken(std::string_view address) {
  const std::string_view folder = address.substr(0, address.find('/'));
  const auto is_here = [&](std::string_view name) {
    return folder == name && folder.size() < address.size();
  };
  for (const TaxonomyPlace& place : kTaxonomies) {
    if (is_here(place.folder)) return true;
  }
  for (const std::string_view name :
       {"archive", "search", "page", "broadsheet", "_headers", "atom.xml", "feed.json", "llms.txt",
        "manifest.webmanifest", "opensearch.xml", "robots.txt", "rss.xml", "sitemap.xml"}) {
    if (is_here(name)) return true;
  }
  // A page would have to be a folder.
  if (address.find(".html/") != address.npos || address.find(".htm/") != address.npos) return true;
  // In posts/ lie the writer's own files.
  const bool is_file = address.starts_with("posts/") &&
                       (address.back() != '/' || address.ends_with(".md/") || address.size() == 6);
  return is_file || address == "404.html";
}

}  // namespace

std::string PostAddressFrom(std::string_view permalink, const Post& post) {
  std::string address = DecodePath(ExpandPermalink(permalink, post));
  constexpr std::string_view kIndex = "index.html";
  if (address == kIndex || address.ends_with("/index.html")) {
    address.resize(address.size() - kIndex.size());
  }
  const bool is_page = address.ends_with("/") || address.ends_with(".html") ||
                       address.ends_with(".htm") || address.empty();
  if (!is_page) address += '/';
  for (const char c : address) {
    if (static_cast<unsigned char>(c) < 0x20 || c == '\\' || c == ':') return {};
  }
  return HasPlainNames(address) && !IsTaken(address) ? address : std::string();
}

bool HasPlainNames(std::string_view address) {
  constexpr size_t kMostBytes = 240;
  if (address.empty()) return false;
  for (size_t start = 0; start < address.size();) {
    const size_t end = std::min(address.find('/', start), address.size());
    if (end == start || address[start] == '.' || end - start > kMostBytes) return false;
    start = end + 1;
  }
  return true;
}

}  // namespace broadsheet
