#include "post/post.h"

#include <catch_amalgamated.hpp>

namespace broadsheet {
namespace {

std::string Join(const std::vector<std::string>& texts) {
  std::string out;
  for (const std::string& text : texts) out += (out.empty() ? "" : "|") + text;
  return out;
}

// One post as one line, leaving out what is empty.
std::string Dump(const Post& post) {
  std::string out = post.slug;
  const auto add = [&out](const char* name, const std::string& value) {
    if (!value.empty()) out += std::string(" ") + name + "=" + value;
  };
  add("title", post.title);
  add("date", post.date ? post.date->ToString() : "");
  add("updated", post.updated ? post.updated->ToString() : "");
  add("expires", post.expires ? post.expires->ToString() : "");
  add("tags", Join(post.tags));
  add("categories", Join(post.categories));
  add("authors", Join(post.authors));
  add("summary", post.summary);
  add("language", post.language);
  add("series", post.series);
  add("cover", post.cover);
  add("alt", post.cover_alt);
  add("permalink", post.permalink);
  add("aliases", Join(post.aliases));
  add("draft", post.draft ? "yes" : "");
  add("pinned", post.pinned ? "yes" : "");
  return out;
}

struct Case {
  const char* path;
  const char* file;
  const char* expected;
};

TEST_CASE("front matter of several generators becomes one post") {
  const Case cases[] = {
      {"a.md", "text", "a"},
      {"Notes on C++.md", "", "notes-on-cpp"},
      {"2026-11-22-a-trip.md", "text", "a-trip date=2026-11-22"},
      {"2026-11-22-a-trip/index.md", "text", "a-trip date=2026-11-22"},
      {"trip.de.md", "", "de/trip language=de"},
      {"trip.zh-cn.md", "", "zh-cn/trip language=zh-cn"},
      {"node.js.md", "", "node-js"},
      {"2014-3-3-Hello.md", "", "hello date=2014-03-03"},
      {"2014-3-3.md", "", "2014-3-3 date=2014-03-03"},
      {"2014-123-3-a.md", "", "2014-123-3-a"},
      {"2014-3-3rd.md", "", "2014-3-3rd"},
      {"2026-02-30-no-day.md", "", "2026-02-30-no-day"},
      {"日本語.md", "", "日本語"},
      {"a.md", "---\ntitle: One\ndate: 2026-01-02\n---\ntext", "a title=One date=2026-01-02"},
      {"a.md", "\xEF\xBB\xBF---\r\ntitle: One\r\n---\r\ntext", "a title=One"},
      {"a.md", "---\ntitle: >\n  One\n  two\ntags: [x, y, X]\n---\n", "a title=One two tags=x|y"},
      {"a.md", "---\ntags: x, y z\ncategory: c\n---\n", "a tags=x|y z categories=c"},
      {"a.md", "---\ntags: [posts, x, post]\n---\n", "a tags=x"},
      {"a.md", "---\r\ntags:\r\n\t- x\r\n\t- y\r\ntitle: >-\r\n\tOne\r\n\ttwo\r\n---\r\n",
       "a title=One two tags=x|y"},
      {"a.md", "---\ntags: [C, C++, C#]\n---\n", "a tags=C|C++|C#"},
      {"_posts/2020-01-02-a.md", "---\ncategories: b c\n---\n", "a date=2020-01-02 categories=b|c"},
      {"_posts/2020-01-02-a.md", "---\ntags: b  c\ncategories: d, e f\n---\n",
       "a date=2020-01-02 tags=b|c categories=d|e f"},
      {"a.md", "---\ncategories: b c\n---\n", "a categories=b c"},
      {"a.md", "+++\n[extra]\nslug = 'z'\nurl = 'https://x.example/y/'\n+++\n", "a"},
      {"2020-01-02-a.md", "---\nlayout: post\ncategories: b c\n---\n",
       "a date=2020-01-02 categories=b|c"},
      {"2020-01-02-a.md", "---\nlayout: post.njk\ncategories: b c\n---\n",
       "a date=2020-01-02 categories=b c"},
      {"a.md", "---\nauthor: Ann\n---\n", "a authors=Ann"},
      {"a.md", "---\nauthors:\n- name: Ann\n  url: x\n- Bob\n---\n", "a authors=Ann|Bob"},
      {"a.md", "---\npermalink: /2014/12/23/hub/\n---\n",
       "hub date=2014-12-23 permalink=2014/12/23/hub/"},
      {"a.md", "---\nurl: https://old.example/x/Y.html?q\n---\n", "y aliases=x/Y.html"},
      {"a.md", "---\npermalink: /:year/:title.html\n---\n", "a permalink=/:year/:title.html"},
      {"a.md", "---\nslug: My Slug/Part\nredirect_from: [/o/]\n---\n", "my-slug/part aliases=o/"},
      {"a.md", "---\npublished: false\n---\n", "a draft=yes"},
      {"_drafts/a.md", "", "a draft=yes"},
      {"a.md", "---\nheadless: true\n---\n", "a draft=yes"},
      {"a.md", "+++\n[build]\nrender = 'never'\n+++\n", "a draft=yes"},
      {"a.md", "---\nlastmod: 2026-01-02 10:00\nexpiryDate: 2027-01-01\nsticky: true\n---\n",
       "a updated=2026-01-02T10:00:00Z expires=2027-01-01 pinned=yes"},
      {"a.md", "---\nimage: {src: a.png, alt: A dog}\nlang: pt_BR\nseries: [S]\n---\n",
       "a language=pt-BR series=S cover=a.png alt=A dog"},
      {"a.md", "---\na: &x [p, q]\ntags: *x\n---\n", "a tags=p|q"},
      {"a.md",
       "+++\npath = \"2014/11/20/Cargo\"\ntitle = 'C'\n[taxonomies]\ntags = [\n  'x', # "
       "y\n]\n+++\n",
       "cargo title=C date=2014-11-20 tags=x permalink=2014/11/20/Cargo"},
      {"a.md", "+++\ndate = 2026-01-02 03:04:05+02:00\n[extra]\nauthor.name = \"A\\u00e9\"\n+++\n",
       "a date=2026-01-02T03:04:05+02:00 authors=Aé"},
      {"a.md", "{\n \"title\": \"One\",\n \"tags\": [\"x\"], \"draft\": true\n}\ntext",
       "a title=One tags=x draft=yes"},
      {"a.md", "{% raw %} text", "a"},
  };
  for (const Case& row : cases) {
    Diagnostics diagnostics;
    const Result<Post> post = ParsePost(row.path, row.file, diagnostics);
    INFO(row.file);
    REQUIRE(post.ok());
    CHECK(Dump(*post) == row.expected);
    CHECK(diagnostics.empty());
  }
}

TEST_CASE("a date that is not understood is reported once") {
  Diagnostics diagnostics;
  REQUIRE(ParsePost("2020-01-02-a.md", "---\npublishDate: soon\n---\n", diagnostics).ok());
  CHECK(diagnostics.size() == 1);
}

TEST_CASE("an old address that cannot be a file of the site is reported") {
  Diagnostics diagnostics;
  const Result<Post> post =
      ParsePost("a.md", "---\naliases: [/, old/, ../../etc]\n---\n", diagnostics);
  REQUIRE(post.ok());
  CHECK(post->aliases == std::vector<std::string>{"old/"});
  REQUIRE(diagnostics.size() == 1);
  CHECK(diagnostics[0].message.starts_with("the old address '../../etc' is left out"));
}

TEST_CASE("odd front matter is reported and gone around") {
  const Case cases[] = {
      {"a.md", "---\ndate: someday\ntitle: One\n---\n", "a.md:2: the date 'someday'"},
      {"a.md", "---\ntitle: [a, b]\n---\n", "a.md:2: 'title' should be text"},
      {"a.md", "---\nx: 1\ndraft: maybe\n---\n", "a.md:3: 'draft' should be true or false"},
      {"a.md", "---\ntitle: One\nlang: not a language\n---\n",
       "a.md:3: 'not a language' is no language"},
      {"a.md", "---\ntitle: One\n", "a.md:1: the front matter never ends"},
      {"a.md", "---\npermalink: /x/{{ page.date | date }}/\n---\n",
       "a.md:2: the permalink '/x/{{ page.date | date }}/' is a template"},
  };
  for (const Case& row : cases) {
    Diagnostics diagnostics;
    INFO(row.file);
    REQUIRE(ParsePost(row.path, row.file, diagnostics).ok());
    REQUIRE(diagnostics.size() == 1);
    CHECK(diagnostics[0].ToString().substr(0, std::string(row.expected).size()) == row.expected);
  }
}

TEST_CASE("permalinks of Eleventy become patterns") {
  const auto read = [](const char* permalink) {
    Diagnostics ignored;
    const std::string file =
        "---\ntitle: A title\npermalink: " + std::string(permalink) + "\n---\n";
    return *ParsePost("2026-01-02-name.md", file, ignored);
  };
  CHECK(read("\"/x/{{ page.fileSlug }}/\"").permalink == "/x/:filename/");
  CHECK(read("\"/x/{{ title | slugify }}/\"").permalink == "x/a-title/");
  CHECK(read("\"/x/{{ other }}/\"").permalink.empty());
  CHECK(read("false").permalink.empty());
  CHECK(read("false").draft);
  CHECK_FALSE(read("/x/").draft);
}

TEST_CASE("front matter that cannot be read names its line") {
  const Case cases[] = {
      {"a.md", "---\ntitle: One: two\n---\n", "a.md:2: "},
      {"a.md", "---\nx: 1\ntitle: \"One\n---\n", "a.md:3: "},
      {"a.md", "---\na: *b\n---\n", "a.md:2: "},
      {"a.md", "---\njust text\n---\n", "a.md:1: "},
      {"a.md", "+++\ntitle = One\n+++\n", "a.md:2: "},
      {"a.md", "+++\n\ntags = ['x'\n'y']\n+++\n", "a.md:4: "},
      {"a.md", "+++\ntitle = \"x\n+++\n", "a.md:2: "},
      {"a.md", "+++\na = 1\n[a.b]\n+++\n", "a.md:3: "},
      {"a.md", "{\n\"a\": 1,\n}\n", "a.md:3: "},
      {"a.md", "---\ntitle: \xff\n---\n", "a.md:1: "},
  };
  for (const Case& row : cases) {
    Diagnostics diagnostics;
    const Result<Post> post = ParsePost(row.path, row.file, diagnostics);
    INFO(row.file);
    REQUIRE(!post.ok());
    INFO(post.error().ToString());
    CHECK(post.error().ToString().substr(0, std::string(row.expected).size()) == row.expected);
    CHECK(post.error().message.find(';') != std::string::npos);
  }
}

TEST_CASE("hostile front matter is bounded") {
  Diagnostics diagnostics;
  std::string laughs = "---\na0: &a0 [x,x,x,x,x,x,x,x,x,x]\n";
  for (int i = 1; i < 12; ++i) {
    const std::string last = "*a" + std::to_string(i - 1);
    laughs += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + last;
    for (int k = 0; k < 9; ++k) laughs += ", " + last;
    laughs += "]\n";
  }
  CHECK(!ParsePost("a.md", laughs + "---\n", diagnostics).ok());
  const std::string brackets(100000, '[');
  CHECK(!ParsePost("a.md", "---\na: " + brackets + "\n---\n", diagnostics).ok());
  CHECK(!ParsePost("a.md", "+++\na = " + brackets + "\n+++\n", diagnostics).ok());
  CHECK(!ParsePost("a.md", "{\"a\":" + brackets + std::string(100000, ']') + "}\n", diagnostics)
             .ok());
}

TEST_CASE("posts come and go by the clock") {
  Diagnostics diagnostics;
  const Post post = *ParsePost("2026-11-22-a.md", "---\nexpires: 2026-11-24\n---\n", diagnostics);
  const int64_t midnight = ParseDate("2026-11-22")->UnixSeconds();
  CHECK(IsScheduled(post, midnight - 14 * 3600 - 1));
  CHECK_FALSE(IsScheduled(post, midnight - 14 * 3600));
  CHECK_FALSE(IsExpired(post, midnight + 2 * 86400 - 1));
  CHECK(IsExpired(post, midnight + 2 * 86400));
  const Post timed = *ParsePost("a.md", "---\ndate: 2026-11-22 00:00\n---\n", diagnostics);
  CHECK(DueSeconds(timed) == midnight);
  CHECK_FALSE(IsScheduled(*ParsePost("a.md", "", diagnostics), INT64_MIN));
}

TEST_CASE("only posts are posts") {
  CHECK(IsPostPath("a.md"));
  CHECK(IsPostPath("_posts/a.md"));
  CHECK(IsPostPath("x/_drafts/a_b.md"));
  CHECK(!IsPostPath("_index.md"));
  CHECK(!IsPostPath("x/_index.md"));
  CHECK(!IsPostPath("_includes/a.md"));
}

TEST_CASE("a file name makes a title") {
  CHECK(TitleFromPath("2026-11-22-how_it-works.md") == "How it works");
  CHECK(TitleFromPath("x/how-it-works/index.md") == "How it works");
  CHECK(TitleFromPath("日本語.md") == "日本語");
}

}  // namespace
}  // namespace broadsheet
