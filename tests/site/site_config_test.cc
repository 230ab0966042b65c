#include "site/site_config.h"

#include <catch_amalgamated.hpp>

namespace broadsheet {
namespace {

TEST_CASE("settings are read") {
  Diagnostics diagnostics;
  const auto config = ReadSiteConfig(
      R"({"title": "T", "url": "https://x.example/b", "html": "none", "page_size": 5, "smart_punctuation": true,
          "navigation": [{"title": "A", "url": "a/"}]})",
      diagnostics);
  REQUIRE(config.ok());
  CHECK(diagnostics.empty());
  CHECK(config->title == "T");
  CHECK(config->url == "https://x.example/b/");
  CHECK(config->html == HtmlMode::kNone);
  CHECK(config->page_size == 5);
  CHECK(config->smart_punctuation);
  REQUIRE(config->navigation.size() == 1);
  CHECK(config->navigation[0].url == "a/");
}

TEST_CASE("odd settings are reported and gone around") {
  struct Case {
    const char* json;
    const char* expected;
  };
  const Case cases[] = {
      {"{\n\"titel\": \"T\"}", "site.json:2: 'titel' is not a setting; did you mean 'title'?"},
      {"{\"xyz\": 1}", "site.json:1: 'xyz' is not a setting"},
      {"{\"language\": \"x y\"}",
       "site.json:1: 'language' should be a language tag such as \"de\" or \"pt-BR\"; its default "
       "is used"},
      {"{\"accent\": \"red\"}",
       "site.json:1: 'accent' should be a colour such as \"#8a1f17\", or {\"light\": …, \"dark\": "
       "…}; its "
       "default is used"},
      {"{\"accent\": \"#eeeeee\"}",
       "site.json:1: 'accent' should differ more from the paper, whose colour is #fbfaf7: it is "
       "hard to "
       "read; its default is used"},
      {"{\"fonts\": {\"text\": \"a;b\"}}",
       "site.json:1: 'fonts' should be {\"text\": \"Literata, serif\", \"interface\": …, \"code\": "
       "…}; its "
       "default is used"},
      {"{\"page_size\": 0}",
       "site.json:1: 'page_size' should be a number from 1 to 1000; its default is used"},
      {"{\"title\": 7}", "site.json:1: 'title' should be text in quotes; its default is used"},
      {"{\"html\": \"raw\"}",
       "site.json:1: 'html' should be \"safe\", \"none\" or \"trusted\"; its default is used"},
      {"{\"url\": \"x.example\"}",
       "site.json:1: 'url' should be a full address such as \"https://blog.example/\"; its default "
       "is used"},
  };
  for (const Case& row : cases) {
    Diagnostics diagnostics;
    REQUIRE(ReadSiteConfig(row.json, diagnostics).ok());
    REQUIRE(diagnostics.size() == 1);
    CHECK(diagnostics[0].ToString() == row.expected);
  }
}

TEST_CASE("settings that are no JSON name their line") {
  Diagnostics diagnostics;
  const auto config = ReadSiteConfig("{\n\"title\": \"x\",\n}", diagnostics);
  REQUIRE(!config.ok());
  CHECK(config.error().line == 3);
  CHECK(!ReadSiteConfig("[]", diagnostics).ok());
}

TEST_CASE("a base path is brought into form") {
  for (const char* base : {"blog", "/blog", "/blog/", "https://x.example/blog/"}) {
    CHECK(NormalBase(base) == "/blog/");
  }
  CHECK(NormalBase("") == "/");
  CHECK(NormalBase("/") == "/");
  CHECK(NormalBase("https://x.example") == "/");
}

}  // namespace
}  // namespace broadsheet
