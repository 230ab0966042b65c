#include "view/views.h"

#include <algorithm>
#include <catch_amalgamated.hpp>

namespace broadsheet {
namespace {

using Catch::Matchers::ContainsSubstring;

constexpr const char* kHostile = "\"><img src=x onerror=alert(1)>&";

Post MakePost(std::string slug, std::string title, std::string_view date = "2026-11-22") {
  Post post;
  post.path = slug + ".md";
  post.slug = std::move(slug);
  post.title = std::move(title);
  post.date = ParseDate(date);
  return post;
}

SiteView MakeSite(std::string_view base = "/blog/") {
  SiteView site;
  site.title = "Paper";
  site.link_base = site.file_base = base;
  return site;
}

size_t Count(std::string_view text, std::string_view part) {
  size_t count = 0;
  for (size_t at = text.find(part); at != text.npos; at = text.find(part, at + part.size()))
    ++count;
  return count;
}

// Every element that is opened is closed, in order; void elements aside.
bool IsBalanced(std::string_view html) {
  std::vector<std::string> open;
  for (size_t at = html.find('<'); at != html.npos; at = html.find('<', at + 1)) {
    const bool closes = html.substr(at + 1, 1) == "/";
    const size_t begin = at + 1 + closes;
    const std::string name(html.substr(begin, html.find_first_of(" >", begin) - begin));
    if (name == "input" || name == "img" || name == "circle" || name == "path") continue;
    if (!closes) {
      open.push_back(name);
    } else if (open.empty() || open.back() != name) {
      return false;
    } else {
      open.pop_back();
    }
  }
  return open.empty();
}

struct Everything {
  SiteView site = MakeSite();
  Post post = MakePost("one", "One");
  Post other = MakePost("two", "Two", "2025-01-02");
  std::vector<Heading> outline = {{2, "a", "A"}, {3, "b", "B"}, {2, "c", "C"}};

  std::vector<std::string> Views() {
    ArticleView article{&post, "<p>body</p>\n", &outline, &other, nullptr, nullptr};
    PostListView list;
    list.posts = {&post, &other};
    list.page_count = 3;
    PostListView tag = list;
    tag.kind = PostListView::Kind::kTag;
    tag.heading = post.tags.empty() ? "tag" : post.tags[0];
    tag.page = 2;
    return {ArticleHtml(site, article),
            PostListHtml(site, list),
            PostListHtml(site, tag),
            PostListHtml(site, {}),
            TagIndexHtml(site, {{tag.heading, "t", 2}}),
            ArchiveHtml(site, {&post, &other}),
            ArchiveHtml(site, {}),
            SearchHtml(site),
            NotFoundHtml(site)};
  }
};

TEST_CASE("every view has one heading of the first level that can take the focus") {
  for (const std::string& html : Everything().Views()) {
    CAPTURE(html);
    CHECK(Count(html, "<h1") == 1);
    CHECK(Count(html, "tabindex=\"-1\">") == 1);
  }
}

TEST_CASE("every view is well-formed") {
  Everything everything;
  for (const std::string& html : everything.Views()) {
    CAPTURE(html);
    CHECK(IsBalanced(html));
  }
  CHECK(IsBalanced(HeaderHtml(everything.site, "")));
  CHECK(IsBalanced(FooterHtml(everything.site)));
}

TEST_CASE("no field of a post or a site can become markup") {
  Everything everything;
  Post& post = everything.post;
  post.title = post.summary = post.language = post.slug = post.path = kHostile;
  post.tags = {kHostile};
  post.authors = {kHostile};
  everything.outline[0] = {2, kHostile, kHostile};
  everything.other.title = kHostile;
  SiteView& site = everything.site;
  site.title = site.description = site.footer = kHostile;
  site.navigation = {{kHostile, kHostile}};
  std::vector<std::string> all = everything.Views();
  all.push_back(HeaderHtml(site, ""));
  all.push_back(FooterHtml(site));
  for (const std::string& html : all) {
    CAPTURE(html);
    CHECK(Count(html, "<img") == 0);
    CHECK(IsBalanced(html));
  }
}

TEST_CASE("an article shows what it has and nothing else") {
  const SiteView site = MakeSite();
  Post post = MakePost("2026/a b", "T", "");
  ArticleView view{&post, "<p>x</p>\n", nullptr, nullptr, nullptr, nullptr};
  const std::string bare = ArticleHtml(site, view);
  for (const char* absent : {"dateline", "byline", "contents", "class=\"tags\"", "neighbours"}) {
    CHECK_THAT(bare, !ContainsSubstring(absent));
  }
  CHECK_THAT(bare, ContainsSubstring("<div class=\"prose\">\n<p>x</p>\n</div>"));
  CHECK_THAT(bare, ContainsSubstring("href=\"/blog/posts/2026/a%20b.md\""));

  post.date = ParseDate("2026-11-22T09:30:00+01:00");
  post.updated = ParseDate("2026-12-01");
  post.authors = {"A", "B"};
  post.reading_minutes = 4;
  const std::string full = ArticleHtml(site, view);
  CHECK_THAT(full,
             ContainsSubstring("<time datetime=\"2026-11-22T09:30:00+01:00\">22 November 2026"));
  CHECK_THAT(full, ContainsSubstring("4 min read"));
  CHECK_THAT(full, ContainsSubstring("By A, B"));
  CHECK_THAT(full,
             ContainsSubstring("Updated <time datetime=\"2026-12-01\">1 December 2026</time>"));
}

TEST_CASE("a cover is a picture or nothing") {
  Post post = MakePost("a", "A");
  for (const char* cover :
       {"javascript:alert(1)", "JAVA\tSCRIPT:x", "data:text/html,x", "blob:x"}) {
    post.cover = cover;
    ArticleView view;
    view.post = &post;
    CHECK_THAT(ArticleHtml(SiteView(), view), !ContainsSubstring("cover"));
  }
}

TEST_CASE("a cover is shown with its size, unless it lies with another host") {
  const SiteView site = MakeSite();
  Post post = MakePost("trip/a", "A");
  post.cover = "a.png";
  post.cover_alt = "A hill";
  const References references = {{"a.png", {"/blog/posts/trip/a.1f.png", 8, 6, ""}}};
  ArticleView view{&post, "", nullptr, nullptr, nullptr, &references};
  CHECK_THAT(ArticleHtml(site, view),
             ContainsSubstring(
                 "src=\"/blog/posts/trip/a.1f.png\" alt=\"A hill\" width=\"8\" height=\"6\">"));
  view.references = nullptr;
  CHECK_THAT(ArticleHtml(site, view), ContainsSubstring("src=\"/blog/posts/trip/a.png\" alt"));
  post.cover = "/a.png";
  CHECK_THAT(ArticleHtml(site, view), ContainsSubstring("src=\"/a.png\""));
  for (const char* remote : {"https://example.org/a.png", "//example.org/a.png"}) {
    post.cover = remote;
    SiteView asking = site;
    asking.remote_media = true;
    CHECK_THAT(ArticleHtml(site, view), !ContainsSubstring("cover"));
    CHECK_THAT(ArticleHtml(asking, view), ContainsSubstring("src=\"" + post.cover + "\""));
  }
}

TEST_CASE("a post in another language says so, the site's own does not") {
  SiteView site = MakeSite();
  Post post = MakePost("a", "A");
  const ArticleView view{&post, "", nullptr, nullptr, nullptr, nullptr};
  CHECK_THAT(ArticleHtml(site, view), !ContainsSubstring("lang="));
  post.language = "en";
  CHECK_THAT(ArticleHtml(site, view), !ContainsSubstring("lang="));
  post.language = "ja";
  CHECK_THAT(ArticleHtml(site, view), ContainsSubstring("<article class=\"post\" lang=\"ja\">"));
  post.language = "ar";
  CHECK_THAT(ArticleHtml(site, view), ContainsSubstring("lang=\"ar\" dir=\"rtl\""));
  site.language = "he";
  CHECK_THAT(ArticleHtml(site, view), !ContainsSubstring("dir="));
}

TEST_CASE("the table of contents nests the two topmost levels") {
  struct Row {
    std::vector<Heading> outline;
    const char* shape;  // ids, with ( and ) around a nested list
  };
  const Row rows[] = {
      {{{2, "a", ""}, {2, "b", ""}}, ""},  // too few
      {{{2, "a", ""}, {2, "b", ""}, {2, "c", ""}}, "abc"},
      {{{2, "a", ""}, {3, "b", ""}, {3, "c", ""}}, "a(bc)"},
      {{{2, "a", ""}, {3, "b", ""}, {2, "c", ""}}, "a(b)c"},
      {{{3, "a", ""}, {2, "b", ""}, {3, "c", ""}}, "ab(c)"},
      {{{1, "a", ""}, {4, "b", ""}, {2, "c", ""}}, "a(c)"},
  };
  const SiteView site = MakeSite();
  const Post post = MakePost("p", "P");
  for (const Row& row : rows) {
    const std::string html =
        ArticleHtml(site, {&post, "", &row.outline, nullptr, nullptr, nullptr});
    std::string shape;
    int depth = 0;
    for (size_t at = 0; at < html.size(); ++at) {
      const std::string_view rest = std::string_view(html).substr(at);
      if (rest.starts_with("<ol>") && depth++ > 0) shape += '(';
      if (rest.starts_with("</ol>") && --depth > 0) shape += ')';
      if (rest.starts_with("href=\"#")) shape += rest[7];
    }
    CHECK(shape == row.shape);
    CHECK(IsBalanced(html));
  }
}

TEST_CASE("pagination links to the pages beside this one") {
  const SiteView site = MakeSite();
  const Post post = MakePost("p", "P");
  struct Row {
    int page, page_count;
    std::vector<std::string> links;
  };
  const Row rows[] = {
      {1, 1, {}},
      {1, 3, {"<a href=\"/blog/tags/x/page/2/\" rel=\"next\">"}},
      {2,
       3,
       {"<a href=\"/blog/tags/x/\" rel=\"prev\">",
        "<a href=\"/blog/tags/x/page/3/\" rel=\"next\">"}},
      {3, 3, {"<a href=\"/blog/tags/x/page/2/\" rel=\"prev\">"}},
  };
  for (const Row& row : rows) {
    PostListView list;
    list.kind = PostListView::Kind::kTag;
    list.address = "tags/x/";
    list.posts = {&post};
    list.page = row.page;
    list.page_count = row.page_count;
    const std::string html = PostListHtml(site, list);
    CHECK(Count(html, "rel=\"prev\"") + Count(html, "rel=\"next\"") == row.links.size());
    for (const std::string& link : row.links) CHECK_THAT(html, ContainsSubstring(link));
  }
}

TEST_CASE("addresses take the form that the host can serve") {
  SiteView site = MakeSite();
  site.link_base = "/blog/?/";
  Post post = MakePost("日本", "T");
  post.tags = {"Two words", "🎉"};
  PostListView list;
  list.posts = {&post};
  const std::string html = PostListHtml(site, list);
  CHECK_THAT(html, ContainsSubstring("href=\"/blog/?/posts/%E6%97%A5%E6%9C%AC/\""));
  CHECK_THAT(html, ContainsSubstring("href=\"/blog/?/tags/two-words/\""));
  CHECK_THAT(html, ContainsSubstring("<li>🎉</li>"));
  CHECK_THAT(HeaderHtml(site, ""),
             ContainsSubstring("<a href=\"/blog/\" aria-current=\"page\">Paper"));
  site.navigation = {{"Code", "https://example.org/"}, {"About", "posts/about/"}};
  const std::string header = HeaderHtml(site, "posts/about/");
  CHECK_THAT(header, ContainsSubstring("href=\"https://example.org/\">Code"));
  CHECK_THAT(header,
             ContainsSubstring("href=\"/blog/?/posts/about/\" aria-current=\"page\">About"));
  CHECK(Count(header, "aria-current") == 1);
}

TEST_CASE("the archive parts years in the order given") {
  const Post a = MakePost("a", "A", "2026-01-01"), b = MakePost("b", "B", "2025-05-05");
  const Post c = MakePost("c", "C", "");
  const std::string html = ArchiveHtml(MakeSite(), {&a, &b, &c});
  const size_t first = html.find("id=\"year-2026\""), second = html.find("id=\"year-2025\"");
  CHECK(first < second);
  CHECK(second < html.find("id=\"undated\""));
  CHECK_THAT(html, ContainsSubstring("3 posts"));
}

TEST_CASE("a large archive lists its years, and a page says of which it is") {
  const Post a = MakePost("a", "A", "2026-01-01");
  const std::string index = TagIndexHtml(MakeSite(), {{"2026", "2026", 2}}, true);
  CHECK_THAT(index, ContainsSubstring("<h1 tabindex=\"-1\">Archive</h1>"));
  CHECK_THAT(index, ContainsSubstring("href=\"/blog/archive/2026/\">2026</a>"));
  CHECK_THAT(ArchiveHtml(MakeSite(), {&a}, "2026"), ContainsSubstring(">Archive 2026</h1>"));
}

TEST_CASE("the title of a page names the view, then the site") {
  const SiteView site = MakeSite();
  PostListView list;
  CHECK(PageTitle(site, PostListHeading(site, list)) == "Paper");
  list.page = 2;
  CHECK(PageTitle(site, PostListHeading(site, list)) == "Page 2 · Paper");
  list.kind = PostListView::Kind::kTag;
  list.heading = "rust";
  CHECK(PageTitle(site, PostListHeading(site, list)) == "rust – Page 2 · Paper");
}

}  // namespace
}  // namespace broadsheet
