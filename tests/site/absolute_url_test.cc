#include "site/absolute_url.h"

#include <catch_amalgamated.hpp>

namespace broadsheet {
namespace {

TEST_CASE("a reference is resolved as RFC 3986 says") {
  struct Case {
    std::string_view reference;
    std::string_view expected;
  };
  // The normal and abnormal examples of §5.4 that are not obscure schemes.
  const Case cases[] = {
      {"g:h", "g:h"},
      {"g", "http://a/b/c/g"},
      {"./g", "http://a/b/c/g"},
      {"g/", "http://a/b/c/g/"},
      {"/g", "http://a/g"},
      {"//g", "http://g"},
      {"?y", "http://a/b/c/d;p?y"},
      {"g?y", "http://a/b/c/g?y"},
      {"#s", "http://a/b/c/d;p?q#s"},
      {"g#s", "http://a/b/c/g#s"},
      {"", "http://a/b/c/d;p?q"},
      {".", "http://a/b/c/"},
      {"./", "http://a/b/c/"},
      {"..", "http://a/b/"},
      {"../g", "http://a/b/g"},
      {"../..", "http://a/"},
      {"../../g", "http://a/g"},
      {"../../../g", "http://a/g"},
      {"/./g", "http://a/g"},
      {"/../g", "http://a/g"},
      {"g.", "http://a/b/c/g."},
      {"..g", "http://a/b/c/..g"},
      {"./g/.", "http://a/b/c/g/"},
      {"g/../h", "http://a/b/c/h"},
      {"g?y/../x", "http://a/b/c/g?y/../x"},
      {"g#s/../x", "http://a/b/c/g#s/../x"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.reference);
    CHECK(AbsoluteUrl("http://a/b/c/d;p?q", c.reference) == c.expected);
  }
  CHECK(AbsoluteUrl("/blog/posts/x/", "../y/") == "/blog/posts/y/");
  CHECK(AbsoluteUrl("https://h", "x") == "https://h/x");
}

TEST_CASE("the host comes from the settings, the folder from where it is published") {
  SiteView site;
  CHECK(UrlOrigin("https://h.example/x/?y") == "https://h.example");
  CHECK(UrlOrigin("/x/") == "");
  CHECK(PublicUrl(site, "https://h.example/", "posts/x/") == "https://h.example/posts/x/");
  site.link_base = site.file_base = "/blog/";
  CHECK(PublicUrl(site, "https://h.example/", "") == "https://h.example/blog/");
  CHECK(PublicUrl(site, "https://h.example/blog/", "atom.xml") ==
        "https://h.example/blog/atom.xml");
  CHECK(PublicUrl(site, "", "atom.xml") == "/blog/atom.xml");
}

TEST_CASE("addresses in HTML become absolute, all else stays") {
  struct Case {
    std::string_view html;
    std::string_view expected;
  };
  const Case cases[] = {
      {"<a href=\"/x/\">/x/</a>", "<a href=\"https://h/x/\">/x/</a>"},
      {"<a href=\"#fn1\" id=\"a\">", "<a href=\"https://h/p/#fn1\" id=\"a\">"},
      {"<img alt='a > b' src='i.png'>", "<img alt='a > b' src='https://h/p/i.png'>"},
      {"<IMG SRC=i.png>", "<IMG SRC=https://h/p/i.png>"},
      {"<img srcset=\"a.png 1x,b.png 2x, /c.png\">",
       "<img srcset=\"https://h/p/a.png 1x, https://h/p/b.png 2x, https://h/c.png\">"},
      {"<a href=\"https://o/\">x</a><a href=\"mailto:a@b\">",
       "<a href=\"https://o/\">x</a><a href=\"mailto:a@b\">"},
      {"<code>&lt;a href=\"x\"&gt;</code>", "<code>&lt;a href=\"x\"&gt;</code>"},
      {"<!-- <a href=\"x\"> --><b>", "<!-- <a href=\"x\"> --><b>"},
      {"<script>'<a href=\"x\">'</script>", "<script>'<a href=\"x\">'</script>"},
      {"1 < 2 <", "1 < 2 <"},
      {"<a href=\"x", "<a href=\"https://h/p/x"},
      {"<a href=", "<a href="},
      {"<a title=\"href=x\" href>", "<a title=\"href=x\" href>"},
      {"", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.html);
    CHECK(AbsoluteUrlsInHtml(c.html, "https://h/p/") == c.expected);
  }
}

}  // namespace
}  // namespace broadsheet
