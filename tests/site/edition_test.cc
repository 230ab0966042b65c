#include "site/edition.h"

#include <catch_amalgamated.hpp>

#include "site/manuscript.h"
#include "site/post_address.h"
#include "site/relations.h"
#include "site/site_fixture.h"
#include "view/address.h"

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
      {"/2014/bee.html", "/blog/posts/bee/"},
      {"/none/", ""},
      {"{% post_url 2020-01-02-d %}", "/blog/posts/d/"},
      {"{{ site.baseurl }}{% post_url sub/2020-01-02-d %}#x", "/blog/posts/d/#x"},
      {"{{ '/2020/01/02/D.html' | relative_url }}", "/blog/posts/d/"},
      {"{{< relref \"/posts/folder/index.md\" >}}", "/blog/posts/folder/"},
      {"{{< ref \"../../Folder\" >}}", "/blog/posts/folder/"},
      {"{{ site.url }}/e.pdf?f", "/blog/e.pdf?f"},
      {"{% post_url 2020-01-02-none %}", ""},
      {"{{ page.url }}", ""},
  };
  for (const Case& row : cases) {
    const std::string text = "[x](" + std::string(row.address) + ")";
    const Edition edition = EditionOf({{"a.md", text},
                                       {"b.md", "---\nslug: bee\naliases: /2014/bee.html\n---\n"},
                                       {"folder/index.md", ""},
                                       {"sub/_posts/2020-01-02-d.md", ""},
                                       {"sub/c.md", ""}},
                                      {}, "/blog/");
    const References& references = edition.posts[0].references;
    const auto found = references.find(row.address);
    INFO(row.address);
    CHECK((found == references.end() ? "" : found->second.url) == row.url);
  }
}

TEST_CASE("a link that is right at a post's own address, or was at an old one, stays right") {
  for (const char* key : {"url", "aliases"}) {
    const std::string matter = "---\n" + std::string(key) + ": /2014/";
    const Edition edition = EditionOf(
        {{"a.md", matter + "a.html\n---\n[x](b.html)"}, {"b.md", matter + "b.html\n---\n"}});
    CHECK(edition.posts[0].references.at("b.html").url ==
          (key == std::string("url") ? "/2014/b.html" : "/posts/b/"));
  }
}

std::string Addresses(const Edition& edition) {
  std::string out;
  for (const EditionPost& entry : edition.posts) {
    out += (out.empty() ? "" : " ") + PostAddress(entry.post);
  }
  return out;
}

TEST_CASE("a post lives where its permalink or the site's pattern says") {
  struct Case {
    const char* pattern;    // of the site
    const char* permalink;  // of the post
    const char* address;
  };
  const Case cases[] = {
      {"", "", "posts/trip/"},
      {"/:year/:month/:slug/", "", "2026/03/trip/"},
      {"pretty", "", "2026/03/04/trip/"},
      {"/:year/:title.html", "", "2026/trip.html"},
      {"/:year/:slug/", "/about/", "about/"},
      {"", "/about", "about/"},
      {"", "/about/index.html", "about/"},
      {"", "/:categories/:title.html", "trip.html"},
      {"", "/caf%C3%A9/", "caf%C3%A9/"},
      {"/posts/:slug/", "", "posts/trip/"},
      // Places of the site's own.
      {"", "/", "posts/trip/"},
      {"", "/tags/x/", "posts/trip/"},
      {"", "/broadsheet/x/", "posts/trip/"},
      {"", "/posts/trip.md", "posts/trip/"},
      {"", "/../x/", "posts/trip/"},
      {"", "/:unknown/", "posts/trip/"},
      {"", "https://old.example/x/", "posts/trip/"},
  };
  for (const Case& row : cases) {
    CAPTURE(row.pattern, row.permalink);
    SiteConfig config;
    config.permalink = row.pattern;
    const std::string matter =
        "---\nslug: trip\npermalink: " + std::string(row.permalink) + "\n---\n";
    CHECK(Addresses(EditionOf({{"2026-03-04-trip.md", matter}}, config)) == row.address);
  }
}

TEST_CASE("a pattern keeps the languages of one text apart") {
  SiteConfig config;
  config.permalink = "/:year/:slug/";
  CHECK(Addresses(EditionOf({{"2026-01-01-a.de.md", ""}, {"2026-01-01-a.md", ""}}, config)) ==
        "de/2026/a/ 2026/a/");
}

TEST_CASE("of two posts that want one address the older has it") {
  const Edition edition = EditionOf({{"2026-01-02-b.md", "---\npermalink: /x/\n---\n"},
                                     {"2026-01-01-a.md", "---\npermalink: /x/\n---\n"},
                                     {"2026-01-03-c.md", "---\npermalink: /posts/b/\n---\n"}});
  CHECK(Addresses(edition) == "x/ posts/x-2/ posts/b/");
  CHECK(edition.diagnostics.size() == 1);
}

TEST_CASE("the parts of a series know their places") {
  const Edition edition =
      EditionOf({{"2026-01-01-a.md", "---\nseries: A trip\n---\n"},
                 {"2026-01-02-b.md", "---\nseries: [a trip]\nseries_order: 1\n---\n"},
                 {"2026-01-03-c.md", "---\nseries: A Trip\nseries_order: 2\n---\n"},
                 {"2026-01-04-d.md", ""}});
  REQUIRE(edition.series.terms.size() == 1);
  CHECK(edition.series.terms[0].name == "A trip");
  CHECK(edition.series.posts[0] == std::vector<uint32_t>{1, 2, 0});
  const ArticleView second = ArticleViewOf(edition, 2);
  CHECK(second.post->part == 2);
  CHECK(second.post->parts == 3);
  CHECK(second.previous_part->slug == "b");
  CHECK(second.next_part->slug == "a");
  CHECK(ArticleViewOf(edition, 3).post->parts == 0);
}

TEST_CASE("parts without a number stand between those that have one") {
  const Edition edition = EditionOf({{"2026-01-01-a.md", "---\nseries: s\n---\n"},
                                     {"2026-01-02-b.md", "---\nseries: s\nseries_order: 2\n---\n"},
                                     {"2026-01-03-c.md", "---\nseries: s\n---\n"},
                                     {"2026-01-04-d.md", "---\nseries: s\nseries_order: 9\n---\n"},
                                     {"2026-01-05-e.md", "---\nseries: s\n---\n"}});
  CHECK(edition.series.posts[0] == std::vector<uint32_t>{0, 1, 2, 4, 3});
}

TEST_CASE(
    "a post is dated by when it may be seen, and titles and slugs are read as they are meant") {
  const Edition edition =
      EditionOf({{"2020-01-01-a.md",
                  "---\ntitle: Sites&#58; R&amp;D &mdash; all\nslug: My_Post.v1\n"
                  "publishDate: 2030-02-03\n---\n"}});
  const Post& post = edition.posts[0].post;
  CHECK(post.date->ToString() == "2030-02-03");
  CHECK(post.title == "Sites: R&D — all");
  CHECK(PostAddressFrom("/:title/", post) == "My_Post.v1/");
  CHECK(PostAddressFrom("/:slugorfilename/", post) == "my_post.v1/");
  CHECK(PostAddressFrom("/:slug/", post) == "my-post-v1/");
}

TEST_CASE("what is no text is left out, and a line that is not UTF-8 is named") {
  const SiteConfig config;
  for (const std::string& bytes :
       {std::string("\xff\xfe-\0-\0", 6), std::string("s\0e\0c\0r\0e\0t\0", 12)}) {
    const Result<Manuscript> read = ReadManuscript(config, "a.md", bytes);
    REQUIRE_FALSE(read.ok());
    CHECK(read.error().message == "this is no text in UTF-8; save the file as UTF-8");
  }
  const Result<Manuscript> latin = ReadManuscript(config, "a.md", "# A\n\ncaf\xe9\n");
  REQUIRE(latin.ok());
  REQUIRE(latin->diagnostics.size() == 1);
  CHECK(latin->diagnostics[0].line == 3);
}

TEST_CASE("a category can be searched for like a tag, a day is that of the post's own clock") {
  const Edition edition = EditionOf(
      {{"a.md",
        "---\ntags: [One]\ncategories: [one, Two]\ndate: 2020-12-31T23:30:00-05:00\n---\n"}});
  const IndexDocument document = MakeIndexDocument(edition.config, edition.posts[0]);
  CHECK(document.tags == std::vector<std::string>{"One", "Two"});
  CHECK(document.date / 86400 == Date{2020, 12, 31}.UnixSeconds() / 86400);
}

TEST_CASE("translations are found by file name and by key") {
  const Edition edition = EditionOf({{"x/2026-01-01-a.md", ""},
                                     {"x/2026-01-01-a.de.md", ""},
                                     {"y/b.md", "---\nlang: fr\ntranslationKey: k\n---\n"},
                                     {"z/c.pt-BR.md", "---\ntranslationKey: k\n---\n"},
                                     {"y/a.md", ""}});
  std::string out;
  for (size_t i = 0; i < edition.posts.size(); ++i) {
    for (const Post& post : ArticleViewOf(edition, i).translations) {
      out += edition.posts[i].post.slug + ">" + post.language + ":" + post.title + " ";
    }
  }
  CHECK(out == "b>pt-BR:Português (BR) pt-br/c>fr:Français de/a>en:English a-2>de:Deutsch ");
}

TEST_CASE("folders of languages have their own addresses, and hold translations") {
  SiteConfig config;
  config.permalink = "/:section/:slug/";
  const Edition edition = EditionOf(
      {{"en/posts/a.md", ""}, {"fr/posts/a.md", ""}, {"fr/posts/b.md", "---\nlang: oc\n---\n"}},
      config);
  std::string out;
  for (size_t i = 0; i < edition.posts.size(); ++i) {
    const Post& post = edition.posts[i].post;
    out += post.language + " " + PostAddress(post);
    for (const Post& other : ArticleViewOf(edition, i).translations) out += " " + other.title;
    out += "\n";
  }
  CHECK(out == "en posts/a/ Français\nfr fr/posts/a/ English\noc fr/posts/b/\n");
}

TEST_CASE("the site's own language is no part of an address by a pattern") {
  SiteConfig config;
  config.permalink = "/:slug/";
  config.language = "fr-FR";
  const Edition edition = EditionOf({{"a.fr.md", ""}, {"b.de.md", ""}, {"c.md", ""}}, config);
  std::string out;
  for (const EditionPost& entry : edition.posts) out += PostAddress(entry.post) + " ";
  CHECK(out == "a/ de/b/ c/ ");
}

TEST_CASE("posts of one name in different folders both have their address by the pattern") {
  SiteConfig config;
  config.permalink = "/:section/:slug/";
  const Edition edition = EditionOf({{"x/intro.md", ""}, {"y/intro.md", ""}}, config);
  CHECK(PostAddress(edition.posts[0].post) == "x/intro/");
  CHECK(PostAddress(edition.posts[1].post) == "y/intro/");
}

TEST_CASE("authors have lists where there are several, or where the settings know them") {
  CHECK(EditionOf({{"a.md", "---\nauthor: Ada\n---\n"}}).authors.terms.empty());
  const Edition two =
      EditionOf({{"a.md", "---\nauthor: Ada\n---\n"}, {"b.md", "---\nauthor: [Bob, Ada]\n---\n"}});
  REQUIRE(two.authors.terms.size() == 2);
  CHECK(two.authors.terms[0].count == 2);
  SiteConfig config;
  config.authors = {{"ada", "Ada Example", "Counts.", ""}};
  const Edition known = EditionOf({{"a.md", "---\nauthor: ada\n---\n"}}, config);
  REQUIRE(known.authors.terms.size() == 1);
  CHECK(known.authors.terms[0].slug == "ada-example");
  CHECK(known.posts[0].post.authors[0] == "Ada Example");
}

TEST_CASE("lists have the pinned posts first") {
  const Edition edition = EditionOf({{"2026-01-01-a.md", "---\npinned: true\n---\n"},
                                     {"2026-01-02-b.md", ""},
                                     {"2026-01-03-c.md", "---\npin: true\n---\n"},
                                     {"2026-01-04-d.md", ""}});
  std::string out;
  for (const Post* post : HomeOrder(edition)) out += post->slug;
  CHECK(out == "cadb");
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
  REQUIRE(edition.tags.terms.size() == 2);
  CHECK(edition.tags.terms[0].slug == "cpp");
  CHECK(edition.tags.terms[1].name == "Rust");
  CHECK(edition.tags.terms[1].count == 2);
  REQUIRE(edition.tags.Find("rust") != nullptr);
  CHECK(*edition.tags.Find("rust") == std::vector<uint32_t>{0, 1});
  CHECK(edition.tags.Find("go") == nullptr);
  CHECK(edition.posts[1].post.tags == std::vector<std::string>{"Rust"});
}

}  // namespace
}  // namespace broadsheet
