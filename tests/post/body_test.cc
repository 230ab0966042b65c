#include "post/body.h"

#include <catch_amalgamated.hpp>
#include <string>

namespace broadsheet {
namespace {

struct Case {
  std::string file;
  FrontMatterKind kind;
  std::string front_matter;
  std::string body;
  int body_line;
};

TEST_CASE("a post file parts into front matter and body") {
  using Kind = FrontMatterKind;
  const Case cases[] = {
      {"", Kind::kNone, "", "", 1},
      {"text\n---\n", Kind::kNone, "", "text\n---\n", 1},
      {"---\na: 1\n---\nbody\n", Kind::kYaml, "a: 1\n", "body\n", 4},
      {"---  \r\na: 1\r\n...\r\nbody", Kind::kYaml, "a: 1\r\n", "body", 4},
      {"+++\na = 1\n+++", Kind::kToml, "a = 1\n", "", 4},
      {"\xEF\xBB\xBF---\n---\nb", Kind::kYaml, "", "b", 3},
      {"\xEF\xBB\xBFtext", Kind::kNone, "", "text", 1},
      {"----\nx\n----\n", Kind::kNone, "", "----\nx\n----\n", 1},
      {"{\n\"a\": \"}\\\"\"\n}\nbody", Kind::kJson, "{\n\"a\": \"}\\\"\"\n}", "body", 4},
      {"{}\nbody", Kind::kJson, "{}", "body", 2},
      {"{{ call }}", Kind::kNone, "", "{{ call }}", 1},
      {"{\"a\": 1", Kind::kNone, "", "{\"a\": 1", 1},
  };
  for (const Case& row : cases) {
    INFO(row.file);
    const BodySplit split = SplitBody(row.file);
    CHECK(split.kind == row.kind);
    CHECK(split.front_matter == row.front_matter);
    CHECK(split.body == row.body);
    CHECK(split.body_line == row.body_line);
  }
}

TEST_CASE("a fence that never closes is said to be open") {
  CHECK(SplitBody("---\na: 1\n").unclosed);
  CHECK(SplitBody("{\"a\": 1").unclosed);
  CHECK_FALSE(SplitBody("---\n---\n").unclosed);
}

}  // namespace
}  // namespace broadsheet
