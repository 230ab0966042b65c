#include "site/reading_time.h"

#include "base/utf8.h"

namespace broadsheet {
namespace {

// Kana, and Han with its extensions. Hangul has spaces.
bool StandsAlone(char32_t c) {
  return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x4DBF) ||
         (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0x20000 && c <= 0x323AF);
}

bool IsPartOfWord(char32_t c) {
  if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  return c >= 0xC0 && !(c >= 0x2000 && c <= 0x206F) && !(c >= 0x3000 && c <= 0x303F) &&
         !(c >= 0xFF00 && c <= 0xFF0F);
}

}  // namespace

TextLength MeasureText(std::string_view text) {
  int words = 0;
  int characters = 0;
  bool in_word = false;
  for (size_t i = 0; i < text.size();) {
    const CodePoint point = DecodeUtf8(text, i);
    i += point.size;
    const bool alone = StandsAlone(point.value);
    const bool part = !alone && (IsPartOfWord(point.value) || (in_word && point.value == '\''));
    if (part && !in_word) ++words;
    if (alone) ++characters;
    in_word = part;
  }
  const int seconds = words * 60 / 230 + characters * 60 / 500;
  const int minutes = seconds / 60 + (seconds % 60 > 0 ? 1 : 0);
  return {words + characters, words + characters > 0 && minutes == 0 ? 1 : minutes};
}

}  // namespace broadsheet
