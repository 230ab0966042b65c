#include "post/one_line.h"

#include <catch_amalgamated.hpp>

namespace broadsheet {
namespace {

TEST_CASE("a text becomes one line that any page may hold") {
  struct Case {
    std::string_view text;
    std::string_view expected;
  };
  const Case cases[] = {
      {"", ""},
      {"  a\t b\r\n\nc ", "a b c"},
      {"a\xE2\x80\xA8"
       "b\xC2\x85",
       "a b"},
      {std::string_view("a\0b\x01\x1F\x7F", 6), "ab"},
      {"\xC2\x80x\xC2\x9F", "x"},
      {"\xEF\xBF\xBE-\xEF\xBF\xBF-\xEF\xB7\x90-\xF0\x9F\xBF\xBF", "---"},
      {"\xF0\x9F\xA6\xA9 \xC2\xA0", "\xF0\x9F\xA6\xA9 \xC2\xA0"},
      {"a\xFF", "a\xEF\xBF\xBD"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(OneLine(c.text) == c.expected);
  }
}

}  // namespace
}  // namespace broadsheet
