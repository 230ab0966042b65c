#include "site/redirect.h"

#include <catch_amalgamated.hpp>

#include "site/post_address.h"

namespace broadsheet {
namespace {

TEST_CASE("an old address has a place for its page, or is not ours to give") {
  struct Case {
    std::string_view alias;
    std::string_view expected;
  };
  const Case cases[] = {
      {"2014/12/12/name.html", "2014/12/12/name.html"},
      {"2014/name", "2014/name/index.html"},
      {"2014/name/", "2014/name/index.html"},
      {"caf%C3%A9/", "café/index.html"},
      {"v1.2", "v1.2/index.html"},
      {"", ""},
      {"index.html", ""},
      {"broadsheet/app/main.js", ""},
      {"a%2f..%2f..%2fb", ""},
      {"a%00b", ""},
      {".", ""},
      {"./", ""},
      {"a/./b", ""},
      {"a//b", ""},
      {".well-known/", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.alias);
    CHECK(RedirectFile(c.alias) == c.expected);
  }
}

TEST_CASE("an address with a name too long for a file is nobody's") {
  const std::string longest(240, 'a');
  CHECK(RedirectFile("old/" + longest + "/") == "old/" + longest + "/index.html");
  CHECK(RedirectFile("old/" + longest + "a/") == "");
  CHECK(PostAddressFrom("/" + longest + "/", {}) == longest + "/");
  CHECK(PostAddressFrom("/" + longest + "a/", {}) == "");
}

TEST_CASE("the page at an old address leads on without a script") {
  SiteView site;
  site.link_base = site.file_base = "/blog/";
  Post post;
  post.slug = "heron";
  post.title = "The <heron>";
  post.language = "de";
  const std::string html = RedirectHtml(site, "https://h/", post);
  for (const std::string_view part : {
           "<html lang=\"de\">",
           "<title>The &lt;heron&gt;</title>",
           "<meta http-equiv=\"refresh\" content=\"0; url=/blog/posts/heron/\">",
           "<link rel=\"canonical\" href=\"https://h/blog/posts/heron/\">",
           "<a href=\"/blog/posts/heron/\">The &lt;heron&gt;</a>",
       }) {
    CAPTURE(part);
    CHECK(html.find(part) != std::string::npos);
  }
}

TEST_CASE("a page in use is not replaced, and of two posts the older keeps an alias") {
  Edition edition;
  for (const char* slug : {"one", "two"}) {
    EditionPost entry;
    entry.post.slug = slug;
    entry.post.title = slug;
    entry.post.aliases = {"old/", "posts/one/", "tags/", std::string("only-") + slug};
    edition.posts.push_back(std::move(entry));
  }
  std::string seen;
  Diagnostics diagnostics;
  for (const PagePlan& plan : PlanRedirects(edition, {{"tags/index.html", {}}}, diagnostics)) {
    const std::string html = plan.make();
    seen += plan.file + (html.find("/posts/one/") != std::string::npos ? "=one " : "=two ");
  }
  CHECK(seen == "old/index.html=one only-one/index.html=one only-two/index.html=two ");
  REQUIRE(diagnostics.size() == 4);
  CHECK(diagnostics[0].message ==
        "the old address 'tags/' is that of another page, too; it is left out");
}

}  // namespace
}  // namespace broadsheet
