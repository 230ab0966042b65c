#include "site/foreign_config.h"

#include <catch_amalgamated.hpp>
#include <nlohmann/json.hpp>

#include "site/site_config.h"

namespace broadsheet {
namespace {

// What comes out must be settings that raise no complaint; keys without counterpart follow after a '|'.
std::string Import(const char* generator, std::string_view name, std::string_view text,
                   std::string_view posts, const std::vector<ConfigPart>& parts = {}) {
  const auto config = ReadForeignConfig(*FindGenerator(generator), name, text, posts, parts);
  if (!config.ok()) return "error: " + config.error().message;
  Diagnostics diagnostics;
  CHECK(ReadSiteConfig(config->site_json, diagnostics).ok());
  CHECK(diagnostics.empty());
  std::string out = nlohmann::json::parse(config->site_json).dump();
  for (const std::string& key : config->left_out) out += "|" + key;
  return out;
}

TEST_CASE("settings of other generators become ours") {
  CHECK(
      Import("jekyll", "_config.yml",
             "title: A \"blog\"\nurl: https://h.example\nbaseurl: /b\nauthor:\n  name: Ann\nlang: "
             "de_AT\npaginate: 5\n"
             "permalink: /:year/:title/\nplugins: [jekyll-feed]\n",
             "_posts") ==
      R"({"author":"Ann","feeds":{"atom":"feed.xml"},"language":"de-AT","page_size":5,)"
      R"("permalink":"/:year/:title/","title":"A \"blog\"","url":"https://h.example/b/"}|plugins)");
  CHECK(Import("jekyll", "_config.yml", "", "_posts") ==
        R"({"feeds":{"atom":"feed.xml"},"permalink":"date"})");
  CHECK(
      Import(
          "hugo", "hugo.toml",
          "baseURL = 'https://h.example/'\ntitle = 'T'\ntheme = 'x'\n[params]\ndescription = 'D'\n"
          "[permalinks]\nblog = '/:section/:year/:slug/'\n[[menu.main]]\nname = 'About'\nurl = "
          "'/about/'\n[[menu.main]]\nname = 'Blog'\npageRef = '/blog'\n[[menu.main]]\nname = "
          "'Ada'\npageRef = '/ada'\n",
          "content/blog") ==
      R"({"description":"D","feeds":{"rss":"index.xml"},)"
      R"("navigation":[{"title":"About","url":"about/"},{"title":"Blog","url":""},{"title":"Ada","url":"ada/"}],"permalink":"/blog/:year/:slug_or_title/","title":"T","url":"https://h.example/"}|theme)");
  CHECK(Import("hugo", "config.yaml", "baseurl: /\npaginate: x\n", "content") ==
        R"({"feeds":{"rss":"index.xml"},"permalink":"/:section/:slugorfilename/"})");
  CHECK(
      Import("zola", "config.toml",
             "base_url = 'https://h.example'\nfeed_filename = "
             "'rss.xml'\n[markdown]\nsmart_punctuation = true\n",
             "content/blog") ==
      R"({"feeds":{"rss":"rss.xml"},"permalink":"/blog/:section/:slug/","smart_punctuation":true,)"
      R"("url":"https://h.example/"})");
  CHECK(Import("zola", "config.toml", "a = [", "content").rfind("error: ", 0) == 0);
  CHECK(FindGenerator("hexo") == nullptr);
}

TEST_CASE("what generators say for all posts, in several files and for a language, is found") {
  CHECK(
      Import("jekyll", "_config.yml",
             "permalink: pretty\ndefaults:\n  - scope: {path: '', type: pages}\n    values: "
             "{permalink: /x/}\n  - scope:\n      path: ''\n      type: posts\n    values:\n      "
             "author: Ann\n      permalink: /b/:title/\n",
             "_posts") ==
      R"({"author":"Ann","feeds":{"atom":"feed.xml"},"permalink":"/b/:title/"})");
  CHECK(Import("jekyll", "_config.yml", "collections:\n  posts:\n    permalink: /c/:title/\n",
               "_posts") == R"({"feeds":{"atom":"feed.xml"},"permalink":"/c/:title/"})");
  CHECK(
      Import("hugo", "config/_default/hugo.toml",
             "defaultContentLanguage = 'de'\nuglyURLs = true\n", "content/de/posts",
             {{"languages.de", "languages.de.toml", "title = 'T'\n"},
              {"languages.de.menus", "menus.de.toml", "[[main]]\nname='P'\npageRef='posts'\n"},
              {"permalinks", "permalinks.yaml", "posts: /:year/:title/:slugorfilename/\n"},
              {"params", "params.json", "{\"author\": {\"name\": \"Zoe\"}}"}}) ==
      R"({"author":"Zoe","feeds":{"rss":"index.xml"},"language":"de",)"
      R"("navigation":[{"title":"P","url":""}],"permalink":"/:year/:title_slug/:slugorfilename.html","title":"T"})");
  CHECK(Import("zola", "config.toml", "feed_filenames = ['rss.xml']\n", "content") ==
        R"({"feeds":{"rss":"rss.xml"},"permalink":"/:section/:slug/"})");
  CHECK(Import("eleventy", "src/_data/metadata.json",
               R"({"title": "E", "url": "https://e.example", "author": {"name": "Eva"}})",
               "src/posts",
               {{"directory", "posts.json",
                 R"({"permalink": "/b/{{ page.fileSlug }}/", "lang": "de"})"}}) ==
        R"({"author":"Eva","feeds":{"atom":"feed/feed.xml"},"language":"de",)"
        R"("permalink":"/b/:filename/","title":"E","url":"https://e.example/"})");
  CHECK(
      Import("eleventy", "package.json", R"({"name": "e"})", "src/site/posts",
             {{"directory", "posts.json",
               R"({"permalink": "/x/{{ title | slugify }}/index.html"})"}}) ==
      R"({"feeds":{"atom":"feed/feed.xml"},"permalink":"/x/:title_slug/index.html","title":"e"})");
  CHECK(
      Import("eleventy", "package.json", R"({"name": "e"})", "content/blog") ==
      R"({"feeds":{"atom":"feed/feed.xml"},"permalink":"/blog/:section/:filename/","title":"e"})");
}

}  // namespace
}  // namespace broadsheet
