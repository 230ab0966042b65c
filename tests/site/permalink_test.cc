#include "site/permalink.h"

#include <catch_amalgamated.hpp>

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
      {"/:year/:month/:day/:title.html", "2014/02/03/some-name.html"},
      {"/:year/:i_month/:i_day/:title/", "2014/2/3/some-name/"},
      {"pretty", "a-b/c/2014/02/03/some-name/"},
      {"date", "a-b/c/2014/02/03/some-name.html"},
      {"ordinal", "a-b/c/2014/034/some-name.html"},
      {"none", "a-b/c/some-name.html"},
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
  CHECK(ExpandPermalink("pretty", post) == "2014/02/03/some-name/");
  post.title = "Some *Title*";
  CHECK(ExpandPermalink("/:slug_or_title/:title_slug/", post) == "some-title/some-title/");
  post.slug = "own";
  CHECK(ExpandPermalink("/:slug_or_title/:title_slug/", post) == "own/some-title/");
  post.slug = "some-name";
  post.date.reset();
  CHECK(ExpandPermalink("pretty", post) == "");
  CHECK(ExpandPermalink("/:slug/", post) == "some-name/");
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
