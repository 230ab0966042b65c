#include "site/foreign_slug.h"

#include "base/utf8.h"
#include "text/unicode.h"

namespace broadsheet {
namespace {

constexpr size_t kMostBytes = 200;  // as in Slugify

bool IsSpace(char32_t c) { return c == ' ' || (c >= 9 && c <= 13) || c == 0xA0 || c == 0x3000; }

// A letter, digit or mark.
bool IsWord(char32_t c) {
  if (c < 0x80) return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z');
  return Unicode::Get().ClassOf(c) != CharClass::kBreak;
}

bool IsAnyOf(char32_t c, std::string_view signs) {
  return c < 0x80 && signs.find(static_cast<char>(c)) != std::string_view::npos;
}

// Of letters only: Lower also makes other forms of a sign alike.
char32_t Small(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
  return Unicode::Get().ClassOf(c) == CharClass::kLetter ? Unicode::Get().Lower(c) : c;
}

template <typename Take>
void ForEachCodePoint(std::string_view text, const Take& take) {
  for (size_t i = 0; i < text.size() && i < kMostBytes;) {
    const CodePoint point = DecodeUtf8(text, i);
    take(point.value);
    i += point.size;
  }
}

}  // namespace

std::string JekyllTitle(std::string_view text) {
  std::string out;
  bool gap = false;
  ForEachCodePoint(text, [&](char32_t c) {
    if (!IsWord(c) && !IsAnyOf(c, "._~!$&'()+,;=@")) {
      gap = true;
      return;
    }
    if (gap && !out.empty()) out += '-';
    gap = false;
    AppendUtf8(c, out);
  });
  return out;
}

std::string JekyllCategory(std::string_view text) {
  std::string out;
  ForEachCodePoint(text, [&](char32_t c) { AppendUtf8(Small(c), out); });
  return out;
}

std::string HugoSegment(std::string_view text) {
  std::string out;
  bool gap = false;
  ForEachCodePoint(text, [&](char32_t c) {
    if (IsWord(c) || IsAnyOf(c, "._~+#@-")) {
      if (gap && c != '-' && out.back() != '-') out += '-';
      gap = false;
      AppendUtf8(Small(c), out);
    } else {
      gap = gap || (IsSpace(c) && !out.empty());
    }
  });
  return out;
}

}  // namespace broadsheet
