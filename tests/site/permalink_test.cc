#include "site/permalink.h"

#include <catch_amalgamated.hpp>

#include "site/foreign_slug.h"

namespace broadsheet {
namespace {

TEST_CASE("a pattern gives the address that a post had") {
  Post post;
  post.path = "blog/2014-02-03-Some_Name.md";
  post.slug = "some-name";
  post.date = ParseDate("2014-02-03");
  post.categories = {"A B", "c"};
  struct Case {
    std::string_view pattern;
    std::string_view expected;
  };
  const Case cases[] = {
      {"/:year/:month/:day/:title.html", "2014/02/03/Some_Name.html"},
      {"/:year/:i_month/:i_day/:title/", "2014/2/3/Some_Name/"},
      {"pretty", "a b/c/2014/02/03/Some_Name/"},
      {"date", "a b/c/2014/02/03/Some_Name.html"},
      {"ordinal", "a b/c/2014/034/Some_Name.html"},
      {"none", "a b/c/Some_Name.html"},
      {"/:section/:filename/", "blog/Some_Name/"},
      {":short_year/:slug:output_ext", "14/some-name.html"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.pattern);
    CHECK(CheckPermalinkPattern(c.pattern) == "");
    CHECK(ExpandPermalink(c.pattern, post) == c.expected);
  }
  post.categories.clear();
  post.slug = "de/some-name";
  CHECK(ExpandPermalink("pretty", post) == "2014/02/03/Some_Name/");
  post.title = "Some *Title*";
  CHECK(ExpandPermalink("/:slug_or_title/:title_slug/", post) == "some-title/some-title/");
  post.slug = "own";
  post.own_slug = post.slug;
  CHECK(ExpandPermalink("/:title/:slugorfilename/", post) == "own/own/");
  CHECK(ExpandPermalink("/:slug_or_title/:title_slug/", post) == "own/some-title/");
  post.slug = "some-name";
  post.date.reset();
  CHECK(ExpandPermalink("pretty", post) == "");
  CHECK(ExpandPermalink("/:slug/", post) == "some-name/");
}

TEST_CASE("names in addresses are spelled as other generators do") {
  CHECK(JekyllTitle("using-scalaz-Unapply_v1.2 (draft)") == "using-scalaz-Unapply_v1.2-(draft)");
  CHECK(JekyllTitle("10.18有感 -- Österreich!") == "10.18有感-Österreich!");
  CHECK(JekyllCategory("Веб Разработка") == "веб разработка");
  CHECK(JekyllCategory("C++") == "c++");
  CHECK(HugoSegment("My_first post, v1.2.3") == "my_first-post-v1.2.3");
  CHECK(HugoSegment("Tour d'horizon de C++ & STL") == "tour-dhorizon-de-c++-stl");
  CHECK(HugoSegment("  ÜBER -- uns  ") == "über--uns");
  CHECK(HugoSegment("日本語 と") == "日本語-と");
}

TEST_CASE("the folder of a post's own is no section") {
  Post post;
  for (const char* path :
       {"blog/trip/index.md", "blog/trip/index.de.md", "blog/trip/trip.md", "blog/trip.md"}) {
    post.path = path;
    post.slug = "trip";
    CHECK(ExpandPermalink("/:section/:slug/", post) == "blog/trip/");
  }
  post.path = "trip/index.md";
  CHECK(ExpandPermalink("/:section/:slug/", post) == "trip/");
}

TEST_CASE("a pattern that cannot work is refused with the reason") {
  CHECK(CheckPermalinkPattern("/:yeer/:title/") == "has ':yeer', which is not known");
  CHECK(CheckPermalinkPattern("/:year/") ==
        "has no ':title' or ':slug', so posts cannot be told apart");
}

}  // namespace
}  // namespace broadsheet
