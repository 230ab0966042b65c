#include "text/fold.h"

#include <catch_amalgamated.hpp>

#include "text/unicode.h"

namespace broadsheet {
namespace {

TEST_CASE("Fold drops case and accents and keeps what is between words") {
  struct Row {
    std::string text;
    std::string folded;
  };
  const Row rows[] = {
      {"", ""},
      {"Open Source", "open source"},
      {"Ærø & Größe!", "aero & grosse!"},
      {"Cafe\xCC\x81 CAFÉ", "cafe cafe"},
      {"O’Brien's", "obriens"},
      {"C++ / .NET", "c++ / .net"},
      {"日本 データ", "日本 データ"},
      {"Й и\xCC\x86 ё", "й й е"},
      {"\u095C\u093E \u0921\u093C\u093E", "\u0921\u093E \u0921\u093E"},  // ड़ of one and of two
      {"\u0995\u09CB \u0CCB", "\u0995\u09C7\u09BE \u0CC6\u0CC2\u0CD5"},  // vowel signs in parts
      {"ᲗᲑᲘ", "თბი"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(Fold(row.text) == row.folded);
    CHECK(Fold(row.folded) == row.folded);
  }
}

TEST_CASE("Code points have the class that words need") {
  struct Row {
    char32_t code_point;
    CharClass type;
  };
  const Row rows[] = {
      {U'a', CharClass::kBreak},  // ASCII is the tokenizer's own
      {U'\u00E9', CharClass::kLetter},   {U'\u00D7', CharClass::kBreak},
      {U'\u0301', CharClass::kMark},     {U'\u0439', CharClass::kLetter},
      {U'\u0660', CharClass::kDigit},    {U'\u093F', CharClass::kLetter},
      {U'\u0E01', CharClass::kComplex},  {U'\u0E34', CharClass::kComplexMark},
      {U'\u093C', CharClass::kMark},     {U'\u0E33', CharClass::kComplexMark},
      {U'\u1F00', CharClass::kLetter},   {U'\u200B', CharClass::kBreak},
      {U'\u200D', CharClass::kMark},     {U'\u2026', CharClass::kBreak},
      {U'\u3005', CharClass::kHan},      {U'\u3042', CharClass::kHiragana},
      {U'\u30A2', CharClass::kKatakana}, {U'\u30FC', CharClass::kKatakana},
      {U'\u6F22', CharClass::kHan},      {U'\uD55C', CharClass::kHangul},
      {U'\uFFFD', CharClass::kBreak},    {U'\U0001F600', CharClass::kBreak},
      {U'\U00020000', CharClass::kHan},  {U'\U0001E900', CharClass::kLetter},
  };
  for (const Row& row : rows) {
    CAPTURE(static_cast<uint32_t>(row.code_point));
    CHECK(Unicode::Get().ClassOf(row.code_point) == row.type);
  }
}

TEST_CASE("Every composed letter comes apart and together again") {
  const Unicode& unicode = Unicode::Get();
  int composed = 0;
  for (char32_t letter = 0x80; letter < 0x2000; ++letter) {
    const char32_t base = unicode.Base(letter);
    if (base == letter) continue;
    ++composed;
    CAPTURE(static_cast<uint32_t>(letter));
    CHECK(unicode.Lower(letter) == letter);
    bool found = false;
    for (char32_t mark = 0x300; mark < 0xE00 && !found; ++mark)
      found = unicode.Compose(base, mark) == letter;
    CHECK(found);
  }
  CHECK(composed > 300);
}

}  // namespace
}  // namespace broadsheet
