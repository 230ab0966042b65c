#include "site/language_folders.h"

#include <catch_amalgamated.hpp>

namespace broadsheet {
namespace {

std::string Found(const std::vector<std::string_view>& paths, std::string_view path) {
  std::vector<LanguageFolders::Text> texts;
  for (const std::string_view one : paths) texts.push_back({one, ""});
  const LanguageFolders::Place place = LanguageFolders(texts).Find(path);
  return place.language + " " + place.path;
}

TEST_CASE("folders of languages are known by a post that several have") {
  const std::vector<std::string_view> paths = {"en/a.md", "fr/a.md", "fr/b.md", "de/c.md"};
  CHECK(Found(paths, "fr/a.md") == "fr a.md");
  CHECK(Found(paths, "fr/b.md") == "fr b.md");
  CHECK(Found(paths, "en/a.md") == "en a.md");
  CHECK(Found(paths, "de/c.md") == " de/c.md");
}

TEST_CASE("a folder of a language may stand beside the posts of the site's own") {
  const std::vector<std::string_view> paths = {"posts/a/index.md", "posts/pt-br/a/index.md"};
  CHECK(Found(paths, "posts/pt-br/a/index.md") == "pt-BR posts/a/index.md");
  CHECK(Found(paths, "posts/a/index.md") == " posts/a/index.md");
}

TEST_CASE("folders of languages are known by a key that translations share") {
  const LanguageFolders folders({{"en/casts.md", "k"}, {"fr/conversions.md", "k"}});
  CHECK(folders.Find("fr/conversions.md").language == "fr");
  CHECK(folders.Find("en/casts.md").path == "casts.md");
  CHECK(LanguageFolders({{"en/a.md", "k"}, {"fr/b.md", "l"}}).Find("fr/b.md").language == "");
}

TEST_CASE("a folder that is only called like a language is none") {
  CHECK(Found({"it/router.md", "no/thanks.md"}, "it/router.md") == " it/router.md");
  CHECK(Found({"index.md", "it/index.md"}, "it/index.md") == " it/index.md");
  CHECK(Found({"go/a.md", "js/a.md"}, "go/a.md") == " go/a.md");
}

}  // namespace
}  // namespace broadsheet
