#include "site/cover_url.h"

#include <catch_amalgamated.hpp>

namespace broadsheet {
namespace {

TEST_CASE("a cover's address is one that machines can fetch") {
  struct Case {
    std::string_view cover;
    std::string_view expected;
  };
  const Case cases[] = {
      {"", ""},
      {"a.png", "https://h/blog/posts/2026/a.png"},
      {"../a%20b.png", "https://h/blog/posts/a%20b.png"},
      {"/a.png?x#y", "https://h/a.png?x#y"},
      {"https://x.example/a", "https://x.example/a"},
      {"javascript:alert(1)", ""},
      {"data:image/png;base64,AA", ""},
      {"java\tscript:alert(1)", ""},
  };
  SiteView site;
  site.link_base = site.file_base = "/blog/";
  for (const Case& c : cases) {
    CAPTURE(c.cover);
    Post post;
    post.path = "2026/a.md";
    post.cover = c.cover;
    CHECK(CoverUrl(site, "https://h", post) == c.expected);
  }
}

}  // namespace
}  // namespace broadsheet
