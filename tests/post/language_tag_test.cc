#include "post/language_tag.h"

#include <catch_amalgamated.hpp>

namespace broadsheet {
namespace {

TEST_CASE("language tags are told from other texts") {
  struct Case {
    std::string_view text;
    bool is_tag;
  };
  const Case cases[] = {
      {"de", true},         {"pt-BR", true},        {"zh-Hant-TW", true}, {"es-419", true},
      {"de-1996", true},    {"sl-rozaj", true},     {"en-x-a", true},     {"ar-u-nu-latn", true},
      {"EN-gb", true},      {"haw", true},          {"", false},          {"x", false},
      {"e", false},         {"english!", false},    {"en_US", false},     {"en-", false},
      {"-en", false},       {"en--US", false},      {"en US", false},     {"not a language", false},
      {"en-x", false},      {"en-u", false},        {"en-US-DE", false},  {"abcd", false},
      {"abcdefghi", false}, {"en-\xC3\xA4", false},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(IsLanguageTag(c.text) == c.is_tag);
  }
}

}  // namespace
}  // namespace broadsheet
