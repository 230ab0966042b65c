#include "text/glyph.h"

namespace broadsheet {
namespace {

Glyph AsciiGlyph(char32_t value, bool is_capital, uint32_t size) {
  const char32_t small = is_capital ? value + ('a' - 'A') : value;
  CharClass type = CharClass::kBreak;
  if (small >= 'a' && small <= 'z') type = CharClass::kLetter;
  if (small >= '0' && small <= '9') type = CharClass::kDigit;
  return {small, size, type, is_capital};
}

char32_t Unified(char32_t value) {
  switch (value) {
    case 0x2BB:
    case 0x2BC:
    case 0x5F3:  // of Hebrew, in foreign sounds and in abbreviations
    case 0x5F4:
    case 0x2019:
      return U'\'';
    case 0x2010:
    case 0x2011:
      return U'-';
    default:
      return value;
  }
}

}  // namespace

Glyph GlyphAt(std::string_view text, size_t position) {
  if (position >= text.size()) return {};
  const auto byte = static_cast<uint8_t>(text[position]);
  if (byte < 0x80) return AsciiGlyph(byte, byte >= 'A' && byte <= 'Z', 1);
  const CodePoint read = DecodeUtf8(text, position);
  const Unicode& unicode = Unicode::Get();
  const auto size = static_cast<uint32_t>(read.size);
  const char32_t small = Unified(unicode.Lower(read.value));
  if (small < 0x80) {
    Glyph glyph = AsciiGlyph(small, false, size);
    glyph.is_capital = glyph.type == CharClass::kLetter && read.value != 0x131;
    return glyph;
  }
  const CharClass type = unicode.ClassOf(small);
  return {small, size, type, small != read.value && type == CharClass::kLetter};
}

}  // namespace broadsheet
