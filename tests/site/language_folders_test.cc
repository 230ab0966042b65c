#include "site/language_folders.h"

#include <catch_amalgamated.hpp>

namespace broadsheet {
namespace {

std::string Found(const std::vector<std::string_view>& paths, std::string_view path) {
  const LanguageFolders::Place place = LanguageFolders(paths).Find(path);
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

TEST_CASE("a folder that is only called like a language is none") {
  CHECK(Found({"it/router.md", "no/thanks.md"}, "it/router.md") == " it/router.md");
  CHECK(Found({"index.md", "it/index.md"}, "it/index.md") == " it/index.md");
  CHECK(Found({"go/a.md", "js/a.md"}, "go/a.md") == " go/a.md");
}

}  // namespace
}  // namespace broadsheet
