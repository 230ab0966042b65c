#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "index/document.h"
#include "site/edition.h"

namespace broadsheet {

// Posts on one page of the catalogue. Pages fill oldest first, so only the last one is not full.
inline constexpr size_t kCatalogPageSize = 200;

// One page of the catalogue, named by its content: "3-0123456789abcdef.json".
IndexFile CatalogPage(const Edition& edition, size_t number);
size_t CatalogPageCount(const Edition& edition);

// What the root says besides the edition.
struct CatalogRoot {
  std::vector<std::string> pages;  // names, oldest posts first
  size_t first = 0;                // the number of the first of them
  std::string older;               // the file that names the pages before these; "" = none
  std::string index;               // name of the search index's root
  std::string listed;       // CRC-32 of posts/index.json as 8 hexadecimal digits; "" = not there
  std::string listed_head;  // ListingHead of posts/index.json
  // When the first scheduled post is due, in Unix seconds: until then the tab need not look for it.
  std::optional<int64_t> scheduled_from;
};
// Takes all but the last kRecentCatalogPages names out of `pages`, into a file of their own: the root
// then costs readers the same however many posts there are. No file where there are no more.
inline constexpr size_t kRecentCatalogPages = 16;
IndexFile OlderPages(std::vector<std::string>& pages);

std::string CatalogJson(const Edition& edition, const CatalogRoot& root);

// A list of all entries, oldest first, as the tab takes it from publish.wasm.
std::string EntriesJson(const Edition& edition);

// posts/index.json: the paths of the posts, newest first, those that are scheduled before all.
std::string ListingJson(const Edition& edition,
                        const std::vector<std::shared_ptr<const Manuscript>>& scheduled);

// Crc32 as `listed` holds it.
std::string ListingCheck(std::string_view bytes);
// What the tab compares of a long listing instead of reading all of it: its size, and the check of its
// first 4096 bytes: "230002-0123abcd". "" for a short one.
std::string ListingHead(std::string_view bytes);

}  // namespace broadsheet
