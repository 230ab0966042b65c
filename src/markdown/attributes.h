#pragma once

#include <cstddef>
#include <string_view>

#include "markdown/arena.h"
#include "markdown/tree.h"

namespace broadsheet {

// Reads `{.class #id key=value key="value"}`, or the same with `{:`, at the start of `text` into `attributes`, adding to what
// they hold. Returns the bytes read, 0 when it is not that. Keys off the allow-list are read and
// dropped. Values may not span lines.
size_t ParseAttributes(std::string_view text, Arena& arena, Attributes& attributes);

// Where the attributes that end `line` begin, so that [it, end) is `{…}`; npos when there are none.
size_t FindTrailingAttributes(std::string_view line);

}  // namespace broadsheet
