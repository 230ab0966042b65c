#include "site/publisher.h"

#include <catch_amalgamated.hpp>
#include <nlohmann/json.hpp>

#include "base/hash.h"
#include "site/catalog.h"
#include "site/live_site.h"
#include "site/site_fixture.h"

namespace broadsheet {
namespace {

const std::vector<TestFile> kPosts = {
    {"2026-01-01-one.md", "---\ntags: [x]\n---\n# One\n\nSee [two](two.md).\n"},
    {"two.md", "---\ndate: 2026-01-02\n---\nText ![p](p.png)\n"},
    {"p.png", "picture"},
    {"_index.md", "no post"},
    {"draft.md", "---\ndraft: true\n---\n"},
    {"site.json", "{\"title\": \"T\"}"},
};

TEST_CASE("a folder becomes a site") {
  TestSite site(kPosts);
  site.options().collection.base = "/b/";
  const auto report = site.Publish();
  REQUIRE(report.ok());
  CHECK(report->posts == 2);
  REQUIRE(report->diagnostics.size() == 1);
  CHECK(report->diagnostics[0].path == "posts/_index.md");
  CHECK(site.Names("dist/posts") ==
        "2026-01-01-one.md index.json one/index.html p.png site.json two.md two/index.html");
  CHECK(site.Names("dist/tags") == "index.html x/atom.xml x/index.html");
  for (const char* page : {"index.html", "404.html", "archive/index.html", "search/index.html"}) {
    CHECK(site.Read(std::string("dist/") + page).find("href=\"/b/broadsheet/a.css\"") !=
          std::string::npos);
  }
  CHECK(site.Read("dist/posts/one/index.html").find("<a href=\"/b/posts/two/\">two</a>") !=
        std::string::npos);
  CHECK(site.Read("dist/broadsheet/app/main.js") == "start();\n");
  CHECK(site.Read("dist/broadsheet/wasm/read.wasm") == "module");
  CHECK(site.Read("dist/posts/index.json") == "[\"two.md\",\"2026-01-01-one.md\"]\n");
  CHECK_FALSE(site.files().Exists("dist.next"));
}

TEST_CASE("the head of a long listing has its size and a check of its beginning") {
  CHECK(ListingHead(std::string(16383, 'x')).empty());
  const std::string listing = std::string(4096, 'x') + std::string(20000, 'y');
  CHECK(ListingHead(listing) == "24096-" + ListingCheck(std::string(4096, 'x')));
}

TEST_CASE("the catalogue names its pages and the index by content") {
  TestSite site(kPosts);
  REQUIRE(site.Publish().ok());
  const auto root = nlohmann::json::parse(site.Read("dist/broadsheet/catalog.json"));
  CHECK(root["total"] == 2);
  CHECK(root["site"]["title"] == "T");
  const std::string page = root["pages"][0];
  const std::string bytes = site.Read("dist/broadsheet/catalog/" + page);
  CHECK(page == "0-" + HashName(bytes) + ".json");
  CHECK(nlohmann::json::parse(bytes)["posts"][0]["slug"] == "one");
  CHECK(site.files().Exists("dist/broadsheet/index/" + root["index"].get<std::string>()));
}

TEST_CASE("the catalogue's root does not grow with the pages") {
  std::vector<std::string> pages;
  for (size_t i = 0; i < kRecentCatalogPages; ++i) pages.push_back(std::to_string(i));
  CHECK(OlderPages(pages).name.empty());
  CHECK(pages.size() == kRecentCatalogPages);
  pages.emplace_back("last");
  const IndexFile older = OlderPages(pages);
  CHECK(older.bytes == R"({"version":1,"pages":["0"]})");
  CHECK(pages.size() == kRecentCatalogPages);
  CHECK(pages.front() == "1");
  CHECK(pages.back() == "last");
}

TEST_CASE("publishing again writes only what changed") {
  TestSite site(kPosts);
  REQUIRE(site.Publish().ok());
  const auto again = site.Publish();
  REQUIRE(again.ok());
  CHECK(again->output.written == 0);
  site.Write("posts/two.md", "---\ndate: 2026-01-02\ntitle: New\n---\nText\n");
  (void)site.files().Remove("posts/p.png");
  const auto changed = site.Publish();
  REQUIRE(changed.ok());
  CHECK(changed->output.written > 0);
  CHECK(changed->output.written < changed->output.files);
  CHECK(site.Read("dist/posts/p.png") == "(none)");
  CHECK(site.Read("dist/posts/one/index.html").find("New") != std::string::npos);
}

// The folder's files with their bytes.
std::string AllOf(TestSite& site, std::string_view folder) {
  std::string out;
  const auto listed = site.files().List(folder);
  REQUIRE(listed.ok());
  for (const FileInfo& info : *listed) {
    out += info.path + "\n" + site.Read(JoinPath(folder, info.path)) + "\n";
  }
  return out;
}

TEST_CASE("a site with a memory is that without, whatever was remembered") {
  TestSite site(kPosts);
  site.options().program = "one";
  site.options().memory_folder = MemoryFolder("dist");
  site.options().collection.now = ParseDate("2026-02-01")->UnixSeconds();
  const auto publish_both = [&] {
    PublishOptions plain = site.options();
    plain.memory_folder = "";
    plain.out_folder = "plain";
    REQUIRE(Publish(site.files(), plain, nullptr).ok());
    const auto report = site.Publish();
    REQUIRE(report.ok());
    CHECK(AllOf(site, "dist") == AllOf(site, "plain"));
    return report->output.written;
  };
  CHECK(publish_both() > 0);
  CHECK(publish_both() == 0);
  CHECK(site.files().Exists(".dist.broadsheet/site"));
  site.Write("posts/three.md", "---\ndate: 2026-01-03\n---\n# Three\n\n[one](one.md)\n");
  CHECK(publish_both() > 0);
  (void)site.files().Remove("posts/three.md");
  CHECK(publish_both() > 0);
  site.options().collection.now = ParseDate("2025-01-01")->UnixSeconds();
  CHECK(publish_both() > 0);
  site.options().program = "two";
  CHECK(publish_both() == 0);
  site.Write(".dist.broadsheet/records", "broken");
  site.Write(".dist.broadsheet/files", "broken");
  CHECK(publish_both() == 0);
}

TEST_CASE("a file that is as it was is not read again") {
  TestSite site(kPosts);
  site.options().program = "one";
  site.options().memory_folder = MemoryFolder("dist");
  REQUIRE(site.Publish().ok());
  // The same time and size: only who reads the file can tell.
  const FileInfo before = *site.files().Stat("posts/2026-01-01-one.md");
  std::string text = site.Read("posts/2026-01-01-one.md");
  text.back() = '!';
  site.files().WriteAt("posts/2026-01-01-one.md", text, before.modified_ns);
  const auto report = site.Publish();
  REQUIRE(report.ok());
  CHECK(report->output.written == 0);
}

TEST_CASE("the memory lies beside the site, under a hidden name") {
  CHECK(MemoryFolder("dist") == ".dist.broadsheet");
  CHECK(MemoryFolder("/a/b/dist/") == "/a/b/.dist.broadsheet");
  CHECK(MemoryFolder(".").empty());
  CHECK(MemoryFolder("../..").empty());
  CHECK(MemoryFolder("/").empty());
}

TEST_CASE("many posts have an archive in years, which time zones do not tear") {
  std::vector<TestFile> posts = {
      {"new-year.md", "---\ndate: 2026-01-01T00:30:00+02:00\n---\n"},
      {"old-year.md", "---\ndate: 2025-12-31T23:00:00\n---\n"},
      {"same-night.md", "---\ndate: 2025-12-31T22:15:00\n---\n"},
      {"undated.md", "text"},
  };
  for (size_t i = 0; i < kMostArchived; ++i) {
    posts.push_back({"p" + std::to_string(i) + ".md", "---\ndate: 2024-05-05\n---\n"});
  }
  TestSite site(posts);
  REQUIRE(site.Publish().ok());
  const auto years = nlohmann::json::parse(site.Read("dist/broadsheet/catalog.json"))["years"];
  std::string counts;
  for (const auto& year : years) {
    counts +=
        year["slug"].get<std::string>() + ":" + std::to_string(year["count"].get<int>()) + " ";
  }
  CHECK(counts == "2026:1 2025:2 2024:500 undated:1 ");
  CHECK(site.Read("dist/archive/2025/index.html").find("old-year") != std::string::npos);
  CHECK(site.Read("dist/archive/2025/index.html").find("new-year") == std::string::npos);
  CHECK(site.Read("dist/archive/index.html").find("/archive/undated/") != std::string::npos);
  CHECK(site.Read("dist/archive/index.html").find("old-year") == std::string::npos);
}

TEST_CASE("one bad post never stops the others") {
  TestSite site({{"bad.md", "---\ntitle: \"x\n---\n"}, {"good.md", "text"}});
  const auto report = site.Publish();
  REQUIRE(report.ok());
  CHECK(report->posts == 1);
  REQUIRE(report->diagnostics.size() == 1);
  CHECK(report->diagnostics[0].severity == Severity::kError);
  CHECK(report->diagnostics[0].path == "posts/bad.md");
  CHECK(site.Read("dist/posts/bad.md") == "(none)");
}

TEST_CASE("what cannot be published leaves the old site as it was") {
  TestSite site(kPosts);
  REQUIRE(site.Publish().ok());
  const std::string before = site.Names("dist");
  site.Write("posts/site.json", "{");
  const auto report = site.Publish();
  REQUIRE(!report.ok());
  CHECK(report.error().path == "posts/site.json");
  CHECK(site.Names("dist") == before);
  CHECK_FALSE(site.files().Exists("dist.next"));
}

TEST_CASE("a folder of somebody else's files is not replaced") {
  TestSite site(kPosts);
  site.Write("dist/thesis.doc", "years of work");
  CHECK(!site.Publish().ok());
  CHECK(site.Read("dist/thesis.doc") == "years of work");
  site.options().out_folder = "posts/dist";
  CHECK(!site.Publish().ok());
  site.options().out_folder = "posts";
  CHECK(!site.Publish().ok());
}

TEST_CASE("live publishing copies the shell and the posts and computes nothing") {
  TestSite site(kPosts);
  site.options().live = true;
  REQUIRE(site.Publish().ok());
  CHECK(site.Read("dist/index.html") == kTestTemplate);
  CHECK(site.Names("dist/posts") == "2026-01-01-one.md index.json p.png site.json two.md");
  CHECK_FALSE(site.files().Exists("dist/broadsheet/catalog.json"));
}

TEST_CASE("a style sheet and a head of the writer's own go into every page") {
  TestSite site({{"a.md", "text"}, {"style.css", "p {}"}, {"head.html", "<meta name=\"x\">"}});
  site.options().collection.base = "/b/";
  REQUIRE(site.Publish().ok());
  for (const char* page : {"dist/index.html", "dist/posts/a/index.html", "dist/404.html"}) {
    CHECK(site.Read(page).find(
              "<link rel=\"stylesheet\" href=\"/b/posts/style.css\"><meta name=\"x\">") !=
          std::string::npos);
  }
  CHECK(site.Read("dist/posts/style.css") == "p {}");
  CHECK(site.Read("dist/posts/head.html") == "(none)");
}

TEST_CASE("a header and a footer of the writer's own pass the allow-list, unless all is trusted") {
  const std::string header = "<p onclick=\"x()\"><a href=\"about/\">Me</a><script>x()</script>";
  for (const bool is_trusted : {false, true}) {
    TestSite site({{"a.md", "text"}, {"header.html", header}, {"footer.html", "<hr>"}});
    if (is_trusted) site.Write("posts/site.json", "{\"html\": \"trusted\"}");
    site.options().collection.base = "/b/";
    REQUIRE(site.Publish().ok());
    const std::string own =
        is_trusted ? header : "<p><a href=\"/b/about/\">Me</a>&lt;script&gt;x()&lt;/script&gt;</p>";
    for (const char* page : {"dist/index.html", "dist/posts/a/index.html", "dist/404.html"}) {
      CHECK(site.Read(page).find("<div class=\"own\">" + own + "</div>") != std::string::npos);
      const std::string rule = is_trusted ? "<hr>" : "<hr />";
      CHECK(site.Read(page).find("<div class=\"own\">" + rule + "</div>") != std::string::npos);
    }
    CHECK(site.Read("dist/posts/header.html") == "(none)");
  }
}

TEST_CASE("a picture of another host in the header is a link, unless readers may contact it") {
  const std::string picture = "<img src=\"https://a.example/b.png\" alt=\"B\">";
  for (const bool remote : {false, true}) {
    TestSite site({{"a.md", "text"}, {"header.html", picture}});
    if (remote) site.Write("posts/site.json", "{\"remote_media\": true}");
    REQUIRE(site.Publish().ok());
    const std::string page = site.Read("dist/index.html");
    CHECK((page.find("<img src=\"https://a.example/b.png\"") != std::string::npos) == remote);
    CHECK((page.find("href=\"https://a.example/b.png\"") != std::string::npos) != remote);
  }
}

TEST_CASE("the settings decide whom the policy of every page lets in") {
  TestSite site({{"a.md", "text"}, {"b.md", "text"}});
  std::string html(kTestTemplate);
  html.insert(html.find("<!--"),
              "<meta http-equiv=\"Content-Security-Policy\" "
              "content=\"img-src 'self'; script-src 'self'\">");
  site.Write("web/index.html", html);
  site.Write("posts/site.json",
             R"({"remote_media": true, "hosts": {"scripts": ["https://talk.example"]}})");
  REQUIRE(site.Publish().ok());
  for (const char* page : {"dist/index.html", "dist/posts/a/index.html", "dist/404.html"}) {
    CAPTURE(page);
    CHECK(site.Read(page).find(
              "content=\"img-src 'self' https:; script-src 'self' https://talk.example; "
              "media-src https:\">") != std::string::npos);
  }
}

TEST_CASE("an address with a path that the site is not published to is reported") {
  TestSite site({{"a.md", "text"}, {"site.json", R"({"url": "https://x.example/notes/"})"}});
  const Result<PublishReport> report = site.Publish();
  REQUIRE(report.ok());
  REQUIRE(report->diagnostics.size() == 1);
  CHECK(report->diagnostics[0].path == "posts/site.json");
  CHECK(report->diagnostics[0].message.find("--base /notes/") != std::string::npos);
}

TEST_CASE("pictures have their sizes in pages and in the catalogue") {
  const std::string svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"30\" height=\"20\"/>";
  TestSite site({{"x/a.md", "---\ncover: c.svg\n---\n![p](p.svg) ![q](none.svg)"},
                 {"x/p.svg", svg},
                 {"x/c.svg", svg}});
  REQUIRE(site.Publish().ok());
  const std::string page = site.Read("dist/posts/a/index.html");
  CHECK(page.find("src=\"/posts/x/p.svg\" alt=\"p\" width=\"30\" height=\"20\"") !=
        std::string::npos);
  CHECK(page.find("src=\"/posts/x/c.svg\" alt=\"\" width=\"30\" height=\"20\"") !=
        std::string::npos);
  const auto root = nlohmann::json::parse(site.Read("dist/broadsheet/catalog.json"));
  const auto entries = nlohmann::json::parse(
      site.Read("dist/broadsheet/catalog/" + root["pages"][0].get<std::string>()));
  CHECK(entries["posts"][0]["references"].dump() ==
        R"({"c.svg":{"height":20,"width":30},"p.svg":{"height":20,"width":30}})");
}

TEST_CASE("series, authors and categories have pages, and the catalogue says what leads where") {
  TestSite site(
      {{"2026-01-01-a.md", "---\nseries: S\nauthor: Ada\ncategories: [Birds]\n---\n"},
       {"2026-01-01-a.de.md", "---\nseries: S\nauthor: Bob\npinned: true\n---\n"},
       {"site.json",
        "{\"authors\": {\"ada\": {\"name\": \"Ada\", \"url\": \"https://a.example/\"}}}"}});
  REQUIRE(site.Publish().ok());
  CHECK(site.Names("dist/series") == "s/index.html");
  CHECK(site.Names("dist/authors") == "ada/index.html bob/index.html");
  CHECK(site.Names("dist/categories") == "birds/index.html");
  CHECK(site.Read("dist/authors/ada/index.html").find("href=\"https://a.example/\"") !=
        std::string::npos);
  const auto root = nlohmann::json::parse(site.Read("dist/broadsheet/catalog.json"));
  CHECK(root["authors"][0]["url"] == "https://a.example/");
  CHECK(root["series"][0]["count"] == 2);
  CHECK(root["site"]["author_pages"] == true);
  CHECK(root["pinned"][0]["slug"] == "de/a");
  const auto entries = nlohmann::json::parse(
      site.Read("dist/broadsheet/catalog/" + root["pages"][0].get<std::string>()))["posts"];
  CHECK(entries[0]["slug"] == "de/a");
  CHECK(entries[0]["parts"] == 2);
  CHECK(entries[0]["next_part"]["slug"] == "a");
  CHECK(entries[0]["translations"].dump() == R"([{"language":"en","slug":"a","title":"English"}])");
}

TEST_CASE("the site's own looks come after the shell's, and the writer's style sheet last") {
  TestSite site({{"site.json", R"({"accent": "#1b4f8f", "fonts": {"text": "Georgia"}})"},
                 {"style.css", "p {}"},
                 {"a.md", "text"}});
  REQUIRE(site.Publish().ok());
  CHECK(site.Read("dist/broadsheet/own.css").find("--accent: #1b4f8f;") != std::string::npos);
  const std::string page = site.Read("dist/index.html");
  const size_t own = page.find("broadsheet/own.css\"");
  REQUIRE(own != std::string::npos);
  CHECK(own < page.find("posts/style.css\""));
}

TEST_CASE("without its modules the site is published, and what it lacks is told") {
  TestSite site(std::vector<TestFile>{{"a.md", "A\n"}});
  (void)site.files().Remove("modules/search.wasm");
  const Result<PublishReport> report = site.Publish();
  REQUIRE(report.ok());
  bool is_told = false;
  for (const Diagnostic& found : report->diagnostics)
    is_told = is_told || found.message.starts_with("search.wasm is not there");
  CHECK(is_told);
}

TEST_CASE("what wants the place of another is left out and reported, the rest is published") {
  TestSite site(std::vector<TestFile>{});
  site.Write("posts/good.md",
             "---\naliases: [/posts/good.md, /404.html/x/, /archive/]\n---\nGood\n");
  site.Write("posts/feed.md", "---\npermalink: /atom.xml/\n---\nFeed\n");
  site.Write("posts/part.md", "---\npermalink: /a.html/b/\n---\nPart\n");
  site.Write("posts/good/index.html", "beside");
  site.Write("posts/_static/archive", "a file");
  site.Write("posts/site.json", "{\"feeds\":{\"atom\":\"feed.xml\",\"rss\":\"feed.xml\"}}");
  const Result<PublishReport> report = site.Publish();
  REQUIRE(report.ok());
  CHECK(site.Read("dist/posts/good/index.html").find("Good") != std::string::npos);
  CHECK(site.Read("dist/posts/atom-xml/index.html").find("Feed") != std::string::npos);
  CHECK(site.Read("dist/posts/b/index.html").find("Part") != std::string::npos);
  for (const char* path : {"posts/good.md", "posts/feed.md", "posts/part.md",
                           "posts/good/index.html", "posts/_static/archive", "posts/site.json"}) {
    INFO(path);
    CHECK(std::any_of(report->diagnostics.begin(), report->diagnostics.end(),
                      [&](const Diagnostic& found) { return found.path == path; }));
  }
}

TEST_CASE("static files that hosts look for by hidden names are published") {
  TestSite site(std::vector<TestFile>{{"a.md", "A\n"}});
  site.Write("posts/_static/.nojekyll", "");
  site.Write("posts/_static/.well-known/x", "known");
  REQUIRE(site.Publish().ok());
  CHECK(site.Read("dist/.well-known/x") == "known");
  CHECK(site.Read("dist/.nojekyll").empty());
  REQUIRE(site.Publish().ok());
  CHECK(site.Read("dist/.well-known/x") == "known");
}

TEST_CASE(
    "what lies beside drafts is as little published as they are, an old address in posts/ leads "
    "on") {
  TestSite site(std::vector<TestFile>{{"a.md", "---\nurl: /posts/u.html\n---\nA\n"}});
  site.Write("posts/_drafts/note.txt", "secret");
  REQUIRE(site.Publish().ok());
  CHECK(site.Read("dist/posts/_drafts/note.txt") == "(none)");
  CHECK(site.Read("dist/posts/u.html").find("/posts/u/") != std::string::npos);
}

TEST_CASE("static files go to the site's root, but not in the place of its own") {
  TestSite site({{"a.md", "text"},
                 {"_static/CNAME", "blog.example"},
                 {"_static/img/a.txt", "A"},
                 {"_static/index.html", "mine"},
                 {"_static/broadsheet/x.js", "mine"}});
  const auto report = site.Publish();
  REQUIRE(report.ok());
  CHECK(report->diagnostics.size() == 2);
  CHECK(site.Read("dist/CNAME") == "blog.example");
  CHECK(site.Read("dist/img/a.txt") == "A");
  CHECK(site.Read("dist/index.html") != "mine");
  CHECK(site.Read("dist/broadsheet/x.js") == "(none)");
}

TEST_CASE("scheduled posts are published by the clock, expired ones withdrawn") {
  TestSite site({{"now.md", "---\ndate: 2026-01-01\n---\n"},
                 {"later.md", "---\ndate: 2026-03-01 12:00\n---\n"},
                 {"gone.md", "---\ndate: 2025-01-01\nexpires: 2026-01-15\n---\n"},
                 {"going.md", "---\ndate: 2025-01-01\nexpires: 2027-01-01\ntags: [Geese]\n---\n"}});
  site.options().collection.now = ParseDate("2026-02-01")->UnixSeconds();
  const auto report = site.Publish();
  REQUIRE(report.ok());
  CHECK(report->posts == 2);
  CHECK(report->diagnostics.size() == 2);
  const auto root = nlohmann::json::parse(site.Read("dist/broadsheet/catalog.json"));
  CHECK(root["total"] == 2);
  CHECK(root["scheduled_from"] == ParseDate("2026-03-01 12:00")->UnixSeconds());
  const auto going = nlohmann::json::array(
      {ParseDate("2027-01-01")->UnixSeconds(), 0, {{"years", {"2025"}}, {"tags", {"geese"}}}});
  CHECK(root["expiring"] == nlohmann::json::array({going}));
  CHECK(site.Read("dist/posts/index.json") == "[\"later.md\",\"now.md\",\"going.md\"]\n");
  CHECK(site.Names("dist/posts") ==
        "going.md going/index.html index.json later.md now.md now/index.html");

  LiveSite live("", "/", "", ParseDate("2026-02-01")->UnixSeconds());
  live.Add("later.md", "---\ndate: 2026-03-01 12:00\n---\n");
  CHECK(nlohmann::json::parse(live.Finish())["entries"].empty());
  LiveSite later("", "/", "", ParseDate("2026-03-02")->UnixSeconds());
  later.Add("later.md", "---\ndate: 2026-03-01 12:00\n---\n");
  CHECK(nlohmann::json::parse(later.Finish())["entries"].size() == 1);
}

TEST_CASE("the tab's index has the bytes of the published one") {
  TestSite site(kPosts);
  REQUIRE(site.Publish().ok());
  LiveSite live("{\"title\": \"T\"}", "/", "");
  for (const TestFile& post : {kPosts[1], kPosts[4], kPosts[0]}) live.Add(post.path, post.text);
  const auto answer = nlohmann::json::parse(live.Finish());
  const auto root = nlohmann::json::parse(site.Read("dist/broadsheet/catalog.json"));
  CHECK(answer["catalog"]["index"] == root["index"]);
  CHECK(answer["catalog"]["site"] == root["site"]);
  REQUIRE_FALSE(live.files().empty());
  for (const IndexFile& file : live.files()) {
    CHECK(site.Read("dist/broadsheet/index/" + file.name) == file.bytes);
  }
  const std::string page = root["pages"][0];
  CHECK(answer["entries"] ==
        nlohmann::json::parse(site.Read("dist/broadsheet/catalog/" + page))["posts"]);
}

TEST_CASE("a live site grows, and reports what is no post") {
  LiveSite live("{", "b", "/b/?/");
  auto answer = nlohmann::json::parse(live.Finish());
  CHECK(answer["entries"].empty());
  CHECK(answer["diagnostics"][0]["path"] == "site.json");
  live.Add("a.md", "[b](b.md)");
  live.Add("b.md", "text");
  live.Add("_index.md", "");
  live.Add("bad.md", "---\n: : :\n---\n");
  answer = nlohmann::json::parse(live.Finish());
  CHECK(answer["entries"].size() == 2);
  CHECK(answer["entries"][0]["references"]["b.md"]["url"] == "/b/?/posts/b/");
  CHECK(answer["diagnostics"].size() == 3);
  CHECK(answer["files"].size() == live.files().size());
}

}  // namespace
}  // namespace broadsheet
