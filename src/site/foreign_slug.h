#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

// The parts of addresses as other generators make them of names, so that old addresses live. All keep letters
// of every script.

// Jekyll's `:title` of a file's name: capitals and the signs ._~!$&'()+,;=@ stay, runs of all else are one '-'.
std::string JekyllTitle(std::string_view text);

// One of Jekyll's `:categories`: small letters, all else as it is.
std::string JekyllCategory(std::string_view text);

// What Hugo makes of titles and file names: small letters, digits and ._~+#@- stay, runs of spaces are one '-',
// and all else goes.
std::string HugoSegment(std::string_view text);

}  // namespace broadsheet
