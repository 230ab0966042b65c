#include "cli/command.h"

#include <catch_amalgamated.hpp>
#include <fstream>
#include <iterator>

#include "io/memory_file_system.h"

namespace broadsheet {
namespace {

// Runs the command on files in memory and keeps what it says.
class TestConsole : public Console {
 public:
  void Out(std::string_view text) override { out += text; }
  void Err(std::string_view text) override { err += text; }
  Result<std::string> ReadInput() override { return input; }
  std::string Environment(const char*) override { return ""; }
  std::string Program() override { return {}; }
  int64_t UnixSeconds() override { return 1795339800; }  // 2026-11-22
  double Seconds() override { return 0; }
  bool ShowsProgress() override { return false; }

  std::string input;
  std::string out;
  std::string err;
};

struct Run {
  int code;
  std::string out;
  std::string err;
};

Run Execute(MemoryFileSystem& files, const std::vector<std::string>& words,
            const std::string& input = "") {
  TestConsole console;
  console.input = input;
  Machine machine = {files, console};
  const int code = RunCommand(words, machine);
  return {code, console.out, console.err};
}

bool Holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

TEST_CASE("what is not understood is said, with exit code 2") {
  const std::vector<std::vector<std::string>> cases = {
      {},
      {"bild"},
      {"build", "--frobnicate"},
      {"build", "--out"},
      {"build", "extra"},
      {"build", "--jobs", "0"},
      {"build", "--base", "/my blog/"},
      {"build", "--base", "/a/../b/"},
      {"build", "--strict=yes"},
      {"render", "a", "b"},
      {"render", "--dialect", "latin"},
      {"search"},
      {"search", "--limit", "1000", "x"},
      {"search", "--order", "size", "x"},
      {"new"},
      {"new", "!!!"},
  };
  for (const auto& words : cases) {
    MemoryFileSystem files;
    const Run run = Execute(files, words);
    CHECK(run.code == 2);
    CHECK(run.out.empty());
    CHECK_FALSE(run.err.empty());
  }
}

TEST_CASE("every verb explains itself") {
  MemoryFileSystem files;
  CHECK(Execute(files, {"--help"}).code == 0);
  CHECK(Holds(Execute(files, {"--version"}).out, "broadsheet "));
  for (const Verb& verb : Verbs()) {
    const Run run = Execute(files, {std::string(verb.name), "--help"});
    CHECK(run.code == 0);
    CHECK(Holds(run.out, "Examples:\n  broadsheet "));
    for (const VerbOption& option : verb.options) CHECK(Holds(run.out, std::string(option.name)));
  }
}

TEST_CASE("docs/command.md is the manual") {
  std::ifstream file("docs/command.md", std::ios::binary);
  const std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  CHECK(text == ManualMarkdown());
}

TEST_CASE("render prints a body") {
  MemoryFileSystem files;
  (void)files.Write("a.md", "---\ntitle: x\n---\n*hi*\n");
  CHECK(Execute(files, {"render", "a.md"}).out == "<p><em>hi</em></p>\n");
  CHECK(Execute(files, {"render", "--dialect=commonmark"}, "*hi*").out == "<p><em>hi</em></p>\n");
  CHECK(Execute(files, {"render", "-"}, "*hi*").out == "<p><em>hi</em></p>\n");
  const Run none = Execute(files, {"render", "none.md"});
  CHECK(none.code == 1);
  CHECK(Holds(none.err, "none.md: "));
}

TEST_CASE("new starts a post that can be published") {
  MemoryFileSystem files;
  const Run run = Execute(files, {"new", "--draft", "It's", "a \"start\""});
  CHECK(run.out == "posts/2026-11-22-its-a-start.md\n");
  CHECK(files.Read("posts/2026-11-22-its-a-start.md").value() ==
        "---\ntitle: \"It's a \\\"start\\\"\"\ndate: 2026-11-22\ntags: []\ndraft: true\n---\n\n");
  CHECK(Execute(files, {"new", "Its a start"}).code == 1);
}

TEST_CASE("check fails when there is something to mend") {
  MemoryFileSystem files;
  (void)files.Write("posts/a.md", "text");
  CHECK(Execute(files, {"check"}).code == 0);
  (void)files.Write("posts/b.md", "[x](none.md)");
  const Run run = Execute(files, {"check"});
  CHECK(run.code == 1);
  CHECK(Holds(run.err, "posts/b.md:1: "));
  CHECK(Execute(files, {"check", "--posts", "none"}).code == 1);
}

TEST_CASE("build names the first of many alike, check all of them") {
  MemoryFileSystem files;
  for (int i = 0; i < 30; ++i) {
    REQUIRE(files.Write("p/" + std::to_string(i) + ".md", "[a](gone-" + std::to_string(i) + ".md)")
                .ok());
  }
  for (int i = 0; i < 30; ++i) {
    REQUIRE(files.Write("p/bad-" + std::to_string(i) + ".md", "---\ntitle: [\n---\n").ok());
  }
  const auto count = [](const std::string& text, const std::string& part) {
    size_t found = 0;
    for (size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
      ++found;
    return found;
  };
  const Run check = Execute(files, {"check", "--posts", "p"});
  CHECK(count(check.err, "leads to nothing") == 30);
  CHECK(count(check.err, "p/bad-") == 30);
  REQUIRE(files.Write("web/index.html", "<html><head></head><body></body></html>").ok());
  const Run build = Execute(files, {"build", "--posts", "p", "--live"});
  INFO(build.err);
  CHECK(count(build.err, "leads to nothing; ") == 21);
  CHECK(Holds(build.err, "and 10 more: the link '…' leads to nothing"));
  CHECK(count(build.err, "p/bad-") == 30);
}

TEST_CASE("import finds posts and settings where each generator keeps them") {
  MemoryFileSystem files;
  (void)files.Write("h/config/_default/hugo.toml", "defaultContentLanguage = 'de'\n");
  (void)files.Write("h/config/_default/languages.de.toml", "title = 'H'\n");
  (void)files.Write("h/content/de/posts/a.md", "x");
  (void)files.Write("h/content/en/posts/a.md", "x");
  (void)files.Write("h/content/de/about.md", "x");
  (void)files.Write("h/content/de/_index.md", "x");
  const Run hugo = Execute(files, {"import", "--from", "hugo", "h"});
  CHECK(hugo.code == 0);
  CHECK(Holds(hugo.out, "Other languages: content/en;"));
  CHECK(Holds(hugo.out, "Pages that are no posts: content/de/about.md;"));
  CHECK(Holds(*files.Read("h/content/de/posts/site.json"), "\"title\": \"H\""));

  (void)files.Write("e/package.json", "{\"name\": \"e\"}");
  (void)files.Write("e/posts/posts.json", "{\"permalink\": \"/{{ page.fileSlug }}/\"}");
  (void)files.Write("e/public/a.png", "x");
  const Run eleventy = Execute(files, {"import", "--from", "eleventy", "e"});
  CHECK(Holds(eleventy.out, "Copied 1 static files to e/posts/_static/"));
  CHECK(Holds(*files.Read("e/posts/site.json"), "\"/:filename/\""));

  (void)files.Write("j/_config.yml", "title: J\nurl: https://x.example\nbaseurl: /blog\n");
  (void)files.Write("j/_posts/2020-01-01-a.md", "x");
  (void)files.Write("j/about.md", "x");
  const Run jekyll = Execute(files, {"import", "--from", "jekyll", "j"});
  CHECK(Holds(jekyll.out, "Pages that are no posts: about.md;"));
  CHECK(Holds(jekyll.out, "Then: broadsheet build with --base /blog/\n"));
}

}  // namespace
}  // namespace broadsheet
