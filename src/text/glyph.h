#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/utf8.h"
#include "text/unicode.h"

namespace broadsheet {

// One code point as words see it.
struct Glyph {
  char32_t value =
      0;  // small and compatible (Unicode::Lower); every apostrophe is ', every hyphen -
  uint32_t size = 0;  // bytes in the text; 0 at its end
  CharClass type = CharClass::kBreak;
  bool is_capital = false;

  bool IsWord() const { return type == CharClass::kLetter || type == CharClass::kDigit; }
};

// The glyph at `position`, in constant time. Ill-formed bytes are breaks.
Glyph GlyphAt(std::string_view text, size_t position);

// Whether characters of this class are written without spaces, so that any two neighbours are a
// gram.
inline bool IsRunClass(CharClass type) { return type >= CharClass::kHan; }

}  // namespace broadsheet
