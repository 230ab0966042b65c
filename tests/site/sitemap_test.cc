#include "site/sitemap.h"

#include <catch_amalgamated.hpp>

namespace broadsheet {
namespace {

constexpr std::string_view kSite = "https://h/blog/";

std::vector<SitemapPage> Pages(int count) {
  std::vector<SitemapPage> pages;
  for (int i = 1; i <= count; ++i) {
    pages.push_back({"https://h/blog/" + std::to_string(i) + "/", Date{2026, 1, i}});
  }
  return pages;
}

size_t Count(const std::string& text, const std::string& part) {
  size_t count = 0;
  for (size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

TEST_CASE("a small site has one sitemap") {
  std::vector<SitemapPage> pages = Pages(2);
  pages.push_back({"https://h/blog/?a&b", std::nullopt});
  const auto files = Sitemap(pages, kSite);
  REQUIRE(files.size() == 1);
  CHECK(files[0].path == "sitemap.xml");
  CHECK(files[0].bytes.find("<loc>https://h/blog/1/</loc>\n    <lastmod>2026-01-01</lastmod>") !=
        std::string::npos);
  CHECK(files[0].bytes.find("?a&amp;b</loc>\n  </url>") != std::string::npos);
  CHECK(Sitemap({}, kSite).size() == 1);
}

TEST_CASE("a sitemap is parted at either limit, and only its last part grows") {
  const SitemapLimits by_count{3, 1u << 20};
  const auto files = Sitemap(Pages(7), kSite, by_count);
  REQUIRE(files.size() == 4);
  CHECK(Count(files[0].bytes, "<sitemap>") == 3);
  CHECK(files[0].bytes.find(
            "<loc>https://h/blog/sitemap-2.xml</loc>\n    <lastmod>2026-01-06</lastmod>") !=
        std::string::npos);
  CHECK(Count(files[1].bytes, "<url>") == 3);
  CHECK(files[3].path == "sitemap-3.xml");
  CHECK(Count(files[3].bytes, "<url>") == 1);
  const auto grown = Sitemap(Pages(8), kSite, by_count);
  CHECK(grown[1].bytes == files[1].bytes);
  CHECK(grown[2].bytes == files[2].bytes);

  const SitemapLimits by_size{1000, 1000};
  for (const PublishedFile& file : Sitemap(Pages(20), kSite, by_size)) {
    if (file.path != "sitemap.xml") CHECK(file.bytes.size() <= by_size.bytes);
  }
}

TEST_CASE("the protocol's own limit holds without being asked for") {
  std::vector<SitemapPage> pages(50001, {"https://h/", std::nullopt});
  CHECK(Sitemap(pages, kSite).size() == 3);
  pages.pop_back();
  CHECK(Sitemap(pages, kSite).size() == 1);
}

TEST_CASE("robots are shown the sitemap where its address is known") {
  CHECK(RobotsText(kSite) == "User-agent: *\nAllow: /\n\nSitemap: https://h/blog/sitemap.xml\n");
  CHECK(RobotsText("") == "User-agent: *\nAllow: /\n");
}

}  // namespace
}  // namespace broadsheet
