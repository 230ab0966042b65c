#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace broadsheet {

inline constexpr char32_t kReplacementCharacter = 0xFFFD;

// One code point and how many bytes it took (0 only at the end of the text).
struct CodePoint {
  char32_t value = 0;
  size_t size = 0;
};

// The code point at `position`. Ill-formed bytes yield U+FFFD for each maximal subpart, as the decoder
// of the WHATWG Encoding Standard does. Constant time.
CodePoint DecodeUtf8(std::string_view text, size_t position);

void AppendUtf8(char32_t code_point, std::string& out);

bool IsValidUtf8(std::string_view text);

// `text` with a leading byte order mark dropped and every ill-formed sequence replaced by U+FFFD.
std::string ToValidUtf8(std::string_view text);

// The longest prefix of `text` of at most `size_bytes` bytes that does not cut a code point.
std::string_view Utf8Prefix(std::string_view text, size_t size_bytes);

}  // namespace broadsheet
