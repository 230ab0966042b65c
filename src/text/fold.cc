#include "text/fold.h"

#include <algorithm>
#include <iterator>

#include "base/utf8.h"
#include "text/glyph.h"
#include "text/unicode.h"

namespace broadsheet {
namespace {

// Its text stands in the table itself: a pointer to it would cost a reader more than it does.
struct Expansion {
  char16_t letter;
  char text[4];
};

// What has no canonical decomposition, and yet is typed without its stroke, ring or tail. Sorted.
constexpr Expansion kFolds[] = {
    {0xDF, "ss"}, {0xE6, "ae"}, {0xF0, "d"},  {0xF8, "o"},  {0xFE, "th"}, {0x111, "d"},
    {0x127, "h"}, {0x131, "i"}, {0x138, "k"}, {0x142, "l"}, {0x14B, "n"}, {0x153, "oe"},
    {0x167, "t"}, {0x17F, "s"}, {0x180, "b"}, {0x192, "f"}, {0x253, "b"}, {0x257, "d"},
    {0x259, "e"}, {0x268, "i"}, {0x289, "u"}, {0x3C2, "σ"}, {0x439, "й"}, {0x491, "г"},
    {0x629, "ه"}, {0x649, "ي"}, {0x671, "ا"}, {0x6A9, "ك"}, {0x6CC, "ي"},
};

constexpr Expansion kLigatures[] = {
    {0x133, "ij"},   {0x149, "n"},    {0xFB00, "ff"}, {0xFB01, "fi"}, {0xFB02, "fl"},
    {0xFB03, "ffi"}, {0xFB04, "ffl"}, {0xFB05, "st"}, {0xFB06, "st"},
};

template <size_t N>
const char* Find(const Expansion (&table)[N], char32_t letter) {
  const auto* const found =
      std::lower_bound(std::begin(table), std::end(table), letter,
                       [](const Expansion& entry, char32_t value) { return entry.letter < value; });
  return found != std::end(table) && found->letter == letter ? found->text : nullptr;
}

}  // namespace

void AppendFolded(char32_t small_letter, std::string& out) {
  const Unicode& unicode = Unicode::Get();
  for (char32_t letter = small_letter;;) {
    if (letter < 0x80) return out.push_back(static_cast<char>(letter));
    if (const char* const text = Find(kFolds, letter)) return void(out.append(text));
    const char32_t base = unicode.Base(letter);
    if (base == letter || unicode.SecondPart(letter) != 0) return AppendExact(letter, out);
    letter = base;
  }
}

void AppendExact(char32_t small_letter, std::string& out) {
  const char* const text = small_letter < 0x80 ? nullptr : Find(kLigatures, small_letter);
  if (text != nullptr) return void(out.append(text));
  const Unicode& unicode = Unicode::Get();
  const char32_t second = unicode.SecondPart(small_letter);
  if (second != 0) AppendExact(unicode.Base(small_letter), out);
  AppendUtf8(second != 0 ? second : small_letter, out);
}

std::string Fold(std::string_view text) {
  std::string out;
  char32_t last = 0;
  size_t last_at = 0;
  for (size_t i = 0; i < text.size();) {
    const Glyph glyph = GlyphAt(text, i);
    i += glyph.size;
    if (glyph.value == U'\'') continue;
    const char32_t composed =
        glyph.type == CharClass::kMark ? Unicode::Get().Compose(last, glyph.value) : 0;
    if (glyph.type == CharClass::kMark && composed == 0) continue;
    if (composed != 0) out.resize(last_at);
    last = composed != 0 ? composed : glyph.value;
    last_at = out.size();
    AppendFolded(last, out);
  }
  return out;
}

}  // namespace broadsheet
