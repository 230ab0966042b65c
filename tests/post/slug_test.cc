#include "post/slug.h"

#include <catch_amalgamated.hpp>

namespace broadsheet {
namespace {

struct Case {
  const char* text;
  const char* expected;
};

TEST_CASE("slugs keep letters of any script") {
  const Case cases[] = {
      {"", ""},
      {"!?", ""},
      {"Hello, World!", "hello-world"},
      {"  a  --  b  ", "a-b"},
      {"C++ & Rust", "cpp-rust"},
      {"C#", "csharp"},
      {"issue #12", "issue-12"},
      {"a#b", "a-b"},
      {"Don't panic", "dont-panic"},
      {"Rust’s 'best'", "rusts-best"},
      {"日本語", "日本語"},
      {"Crème Brûlée", "crème-brûlée"},
      {"ÖSTERREICH Łódź ŽIŽEK ŸÏ", "österreich-łódź-žižek-Ÿï"},
      {"ПРИВЕТ Ёж ΑΘΉΝΑ", "привет-ёж-αθΉνα"},
      {"a—b … c", "a-b-c"},
      {"🎉 party 🎉", "party"},
      {"a\xff"
       "b",
       "a-b"},
      {"../../etc", "etc"},
  };
  for (const Case& row : cases) {
    INFO(row.text);
    CHECK(Slugify(row.text) == row.expected);
    CHECK(Slugify(Slugify(row.text)) == Slugify(row.text));
  }
}

TEST_CASE("a slug is a name that every file system takes") {
  std::string words;
  std::string letters;
  for (int i = 0; i < 300; ++i) {
    words += "ab ";
    letters += "語";
  }
  for (const std::string& text : {words, letters}) {
    const std::string slug = Slugify(text);
    CHECK(slug.size() >= 200);
    CHECK(slug.size() <= 210);
    CHECK(slug.back() != '-');
    CHECK(Slugify(slug) == slug);
  }
}

TEST_CASE("paths are encoded as RFC 3986 says") {
  CHECK(EncodePath("a b/ü%?#.md") == "a%20b/%C3%BC%25%3F%23.md");
  CHECK(EncodePath("posts/trip-1_2~/") == "posts/trip-1_2~/");
  CHECK(EncodeUrl("https://h:1/a b/ü%20%zz%?q=[1]&{x}#\"<\\") ==
        "https://h:1/a%20b/%C3%BC%20%25zz%25?q=[1]&%7Bx%7D#%22%3C%5C");
  CHECK(DecodePath("a%20b/%C3%BC%25%3F%23.md") == "a b/ü%?#.md");
  CHECK(DecodePath("100%/%zz%4") == "100%/%zz%4");
}

}  // namespace
}  // namespace broadsheet
