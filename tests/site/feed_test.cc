#include "site/feed.h"

#include <catch_amalgamated.hpp>
#include <nlohmann/json.hpp>

namespace broadsheet {
namespace {

// A site of two posts, the first with everything, the second with nothing that may be missing.
struct Fixture {
  Fixture() {
    site.title = "Mill & Lane";
    site.description = "Herons, mostly.";
    site.link_base = site.file_base = "/blog/";
    full.path = "heron.md";
    full.slug = "heron";
    full.title = "The <heron>";
    full.summary = "It stood.";
    full.date = ParseDate("2026-11-20T09:30:00+01:00");
    full.updated = ParseDate("2026-11-22");
    full.tags = {"birds"};
    full.categories = {"Diary"};
    full.authors = {"Ann"};
    full.language = "de";
    bare.path = "bare.md";
    bare.slug = "bare";
    bare.title = "Bare";
    bare.date = ParseDate("2026-11-01");
    feed.site = &site;
    feed.url = "https://mill.example/blog/";
    feed.author = "Ada";
    feed.title = FeedTitle(site, "");
    feed.address = "feed";
    feed.items = {{&full, "<p><img src=\"/blog/posts/a.png\">&amp;</p>", "/blog/posts/a.png"},
                  {&bare, {}, {}}};
  }

  SiteView site;
  Post full;
  Post bare;
  Feed feed;
};

bool Holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

TEST_CASE_METHOD(Fixture, "an Atom feed names its posts, their dates and their full addresses") {
  const std::string atom = AtomFeed(feed);
  for (const std::string_view part : {
           "<title>Mill &amp; Lane</title>",
           "<link rel=\"self\" type=\"application/atom+xml\" "
           "href=\"https://mill.example/blog/feed\"/>",
           "<id>https://mill.example/blog/posts/heron/</id>",
           "hreflang=\"de\" href=\"https://mill.example/blog/posts/heron/\"/>",
           "<title>The &lt;heron&gt;</title>",
           "<published>2026-11-20T09:30:00+01:00</published>",
           "<updated>2026-11-22T00:00:00Z</updated>",
           "<name>Ann</name>",
           "<category term=\"Diary\"/>",
           "<category term=\"birds\"/>",
           "<summary>It stood.</summary>",
           "&lt;img src=&quot;https://mill.example/blog/posts/a.png&quot;&gt;&amp;amp;",
           "<published>2026-11-01T00:00:00Z</published>",
           "<name>Ada</name>",
       }) {
    CAPTURE(part);
    CHECK(Holds(atom, part));
  }
  CHECK(atom.find("<updated>2026-11-22T00:00:00Z") < atom.find("<entry"));
}

TEST_CASE_METHOD(Fixture, "an RSS feed has permanent links and dates as mail writes them") {
  const std::string rss = RssFeed(feed);
  for (const std::string_view part : {
           "<guid isPermaLink=\"true\">https://mill.example/blog/posts/heron/</guid>",
           "<pubDate>Fri, 20 Nov 2026 09:30:00 +0100</pubDate>",
           "<lastBuildDate>Sun, 22 Nov 2026 00:00:00 +0000</lastBuildDate>",
           "<description>Herons, mostly.</description>",
           "<dc:creator>Ann</dc:creator>",
           "<content:encoded>&lt;p&gt;",
       }) {
    CAPTURE(part);
    CHECK(Holds(rss, part));
  }
}

TEST_CASE_METHOD(Fixture, "a JSON feed is JSON and has one content for each post") {
  const nlohmann::json json = nlohmann::json::parse(JsonFeed(feed));
  CHECK(json["version"] == "https://jsonfeed.org/version/1.1");
  CHECK(json["home_page_url"] == "https://mill.example/blog/");
  REQUIRE(json["items"].size() == 2);
  const auto& heron = json["items"][0];
  CHECK(heron["title"] == "The <heron>");
  CHECK(heron["content_html"] == "<p><img src=\"https://mill.example/blog/posts/a.png\">&amp;</p>");
  CHECK(heron["image"] == "https://mill.example/blog/posts/a.png");
  CHECK(heron["date_modified"] == "2026-11-22T00:00:00Z");
  CHECK(heron["tags"] == nlohmann::json({"Diary", "birds"}));
  const auto& bare_item = json["items"][1];
  CHECK(bare_item["content_text"] == "");
  CHECK(bare_item["authors"][0]["name"] == "Ada");
  CHECK_FALSE(bare_item.contains("date_modified"));
  CHECK_FALSE(bare_item.contains("content_html"));
}

TEST_CASE_METHOD(Fixture,
                 "without a public address ids hold on to the file, and no host is made up") {
  feed.url = "";
  const std::string before = AtomFeed(feed);
  CHECK(Holds(before, "type=\"text/html\" hreflang=\"de\" href=\"/blog/posts/heron/\"/>"));
  const size_t id = before.rfind("<id>urn:uuid:");
  REQUIRE(id != std::string::npos);
  const std::string urn = before.substr(id, 49);
  full.title = "Another";
  bare.slug = "elsewhere";
  CHECK(Holds(AtomFeed(feed), urn));
  CHECK(Holds(RssFeed(feed), "<guid isPermaLink=\"false\">urn:uuid:"));
}

TEST_CASE_METHOD(Fixture, "a feed without posts is a feed") {
  feed.items.clear();
  CHECK(Holds(AtomFeed(feed), "<updated>1970-01-01T00:00:00Z</updated>"));
  CHECK(nlohmann::json::parse(JsonFeed(feed))["items"].empty());
  CHECK(Holds(RssFeed(feed), "</channel>"));
}

TEST_CASE("dates as mail writes them") {
  struct Case {
    std::string_view date;
    std::string_view expected;
  };
  const Case cases[] = {
      {"1970-01-01", "Thu, 01 Jan 1970 00:00:00 +0000"},
      {"1969-12-31", "Wed, 31 Dec 1969 00:00:00 +0000"},
      {"2000-02-29T23:59:59-08:00", "Tue, 29 Feb 2000 23:59:59 -0800"},
      {"0001-01-01", "Mon, 01 Jan 0001 00:00:00 +0000"},
      {"2026-11-22T00:30:00+05:30", "Sun, 22 Nov 2026 00:30:00 +0530"},
  };
  for (const Case& c : cases) CHECK(Rfc822(*ParseDate(c.date)) == c.expected);
}

}  // namespace
}  // namespace broadsheet
