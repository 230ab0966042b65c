#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

// One address segment: small letters and digits of any script (where capitals are Latin, Greek or Cyrillic), runs of all else as one
// '-', none at the ends. "C++ & Rust" -> "cpp-rust"; "日本語" stays. Empty input or no letters: "". What
// makes it longer than a file's name may be is left out.
std::string Slugify(std::string_view text);

// Percent-encodes everything that may not stand in a path segment by RFC 3986 (UTF-8 bytes above
// ASCII included), keeping '/'.
std::string EncodePath(std::string_view path);

// The same for a whole address, whose escapes and signs stay.
std::string EncodeUrl(std::string_view url);

// Undoes EncodePath. What is no escape stays.
std::string DecodePath(std::string_view path);

}  // namespace broadsheet
