#include "base/utf8.h"

#include <catch_amalgamated.hpp>
#include <string>

namespace broadsheet {
namespace {

struct Row {
  const char* name;
  std::string_view bytes;
  std::string_view text;
};

// Expected placement of U+FFFD: "substitution of maximal subparts", WHATWG Encoding Standard.
TEST_CASE("ill-formed UTF-8 becomes U+FFFD as the web's decoder does it") {
  const Row row = GENERATE(values<Row>({
      {"ascii", "plain", "plain"},
      {"four lengths", "a\xC3\xA9\xE6\x97\xA5\xF0\x9F\x98\x80",
       "a\xC3\xA9\xE6\x97\xA5\xF0\x9F\x98\x80"},
      {"byte order mark", "\xEF\xBB\xBFx", "x"},
      {"mark inside stays", "x\xEF\xBB\xBF", "x\xEF\xBB\xBF"},
      {"lone continuation", "\x80", "\xEF\xBF\xBD"},
      {"cut two", "\xC3", "\xEF\xBF\xBD"},
      {"cut three", "\xE2\x82", "\xEF\xBF\xBD"},
      {"cut three, then ascii",
       "\xE2\x82"
       "A",
       "\xEF\xBF\xBD"
       "A"},
      {"cut four", "\xF0\x9F\x98", "\xEF\xBF\xBD"},
      {"overlong slash", "\xC0\xAF", "\xEF\xBF\xBD\xEF\xBF\xBD"},
      {"overlong three", "\xE0\x80\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},
      {"surrogate", "\xED\xA0\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},
      {"above U+10FFFF", "\xF4\x90\x80\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},
      {"replacement as such", "\xEF\xBF\xBD", "\xEF\xBF\xBD"},
  }));
  INFO(row.name);
  CHECK(ToValidUtf8(row.bytes) == row.text);
  CHECK(IsValidUtf8(ToValidUtf8(row.bytes)));
}

TEST_CASE("every code point survives encoding and decoding") {
  for (char32_t value = 0; value <= 0x10FFFF; ++value) {
    if (value >= 0xD800 && value <= 0xDFFF) continue;
    std::string text;
    AppendUtf8(value, text);
    const CodePoint back = DecodeUtf8(text, 0);
    if (back.value != value || back.size != text.size()) FAIL("code point " << uint32_t(value));
    if (!IsValidUtf8(text)) FAIL("refused code point " << uint32_t(value));
  }
}

TEST_CASE("decoding always moves on and never reads past the end") {
  for (int first = 0; first < 256; ++first) {
    for (int second = 0; second < 256; ++second) {
      const std::string text = {static_cast<char>(first), static_cast<char>(second)};
      const CodePoint next = DecodeUtf8(text, 0);
      if (next.size < 1 || next.size > 2) FAIL("bytes " << first << " " << second);
    }
  }
  CHECK(DecodeUtf8("", 0).size == 0);
}

TEST_CASE("a prefix never cuts a code point") {
  const std::string_view text = "a\xE6\x97\xA5z";
  CHECK(Utf8Prefix(text, 0).empty());
  CHECK(Utf8Prefix(text, 1) == "a");
  CHECK(Utf8Prefix(text, 2) == "a");
  CHECK(Utf8Prefix(text, 3) == "a");
  CHECK(Utf8Prefix(text, 4) == "a\xE6\x97\xA5");
  CHECK(Utf8Prefix(text, 99) == text);
}

}  // namespace
}  // namespace broadsheet
