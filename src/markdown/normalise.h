#pragma once

#include <string_view>

#include "markdown/arena.h"

namespace broadsheet {

// A copy of any bytes as the parser wants them: without a byte order mark, ill-formed UTF-8 and NUL as
// U+FFFD (WHATWG Encoding; CommonMark 0.31.2 §2.3), every line ended by LF, and a NUL behind the end.
std::string_view NormaliseText(std::string_view bytes, Arena& arena);

// Whether `c` occurs in `text`: sixteen bytes at a time.
bool HasByte(std::string_view text, char c);

}  // namespace broadsheet
