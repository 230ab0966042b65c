#include "site/edition.h"

#include <catch_amalgamated.hpp>

#include "site/site_fixture.h"

namespace broadsheet {
namespace {

std::string Slugs(const Edition& edition) {
  std::string out;
  for (const EditionPost& entry : edition.posts) out += (out.empty() ? "" : " ") + entry.post.slug;
  return out;
}

TEST_CASE("posts stand by date, undated ones first, then by path") {
  const Edition edition = EditionOf({{"b.md", "---\ndate: 2026-01-02\n---\n"},
                                     {"z.md", ""},
                                     {"a.md", "---\ndate: 2026-01-02\n---\n"},
                                     {"c.md", "---\ndate: 2026-01-02T00:00:00+05:00\n---\n"},
                                     {"d.md", "---\ndate: 2025-01-02\n---\n"}});
  CHECK(Slugs(edition) == "z d c a b");
}

TEST_CASE("of two posts with one slug the older keeps it") {
  const Edition edition =
      EditionOf({{"x/2026-01-02-a.md", ""}, {"2026-01-01-a.md", ""}, {"2026-01-03-a.md", ""}});
  CHECK(Slugs(edition) == "a a-2 a-3");
  REQUIRE(edition.diagnostics.size() == 2);
  CHECK(edition.diagnostics[0].path == "x/2026-01-02-a.md");
}

TEST_CASE("a post's title, summary and length come from its text where it does not say them") {
  const Edition edition = EditionOf({{"a.md", "# One *two*\n\nThree four. Five.\n\nSix.\n"}});
  const Post& post = edition.posts[0].post;
  CHECK(post.title == "One two");
  CHECK(post.summary == "Three four. Five.");
  CHECK(post.word_count == 4);
  CHECK(post.reading_minutes == 1);
  CHECK(EditionOf({{"how_it-works.md", "text"}}).posts[0].post.title == "How it works");
}

TEST_CASE("addresses between posts lead to pages") {
  struct Case {
    const char* address;
    const char* url;  // "" = left as written
  };
  const Case cases[] = {
      {"b.md", "/blog/posts/bee/"},
      {"./b.md#top", "/blog/posts/bee/#top"},
      {"@/b.md", "/blog/posts/bee/"},
      {"sub/c.md", "/blog/posts/c/"},
      {"sub/c", "/blog/posts/c/"},
      {"folder/", "/blog/posts/folder/"},
      {"none.md", ""},
      {"../b.md", ""},
  };
  for (const Case& row : cases) {
    const std::string text = "[x](" + std::string(row.address) + ")";
    const Edition edition = EditionOf({{"a.md", text},
                                       {"b.md", "---\nslug: bee\nurl: /2014/bee.html\n---\n"},
                                       {"folder/index.md", ""},
                                       {"sub/c.md", ""}},
                                      {}, "/blog/");
    const References& references = edition.posts[0].references;
    const auto found = references.find(row.address);
    INFO(row.address);
    CHECK((found == references.end() ? "" : found->second.url) == row.url);
  }
}

TEST_CASE("a link that was right at a post's old address still is") {
  const Edition edition = EditionOf({{"a.md", "---\nurl: /2014/a.html\n---\n[x](b.html)"},
                                     {"b.md", "---\nurl: /2014/b.html\n---\n"}});
  CHECK(edition.posts[0].references.at("b.html").url == "/posts/b/");
}

TEST_CASE("wikilinks find posts by name") {
  const Edition edition = EditionOf(
      {{"a.md", "[[The Heron]] and [[2026-b]]"}, {"2026-b.md", "---\ntitle: The heron!\n---\n"}});
  const References& references = edition.posts[1].references;
  REQUIRE(references.size() == 2);
  CHECK(references.at("[[The Heron]]").url == "/posts/2026-b/");
  CHECK(references.at("[[The Heron]]").title == "The heron!");
}

TEST_CASE("tags are counted by slug and shown as first written") {
  const Edition edition = EditionOf({{"2026-01-01-a.md", "---\ntags: [Rust, c++]\n---\n"},
                                     {"2026-01-02-b.md", "---\ntags: [rust]\n---\n"}});
  REQUIRE(edition.tags.size() == 2);
  CHECK(edition.tags[0].slug == "cpp");
  CHECK(edition.tags[1].name == "Rust");
  CHECK(edition.tags[1].count == 2);
  CHECK(PostsWithTag(edition, "rust").front()->slug == "b");
}

}  // namespace
}  // namespace broadsheet
