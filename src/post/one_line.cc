#include "post/one_line.h"

#include "base/utf8.h"

namespace broadsheet {
namespace {

bool IsBlank(char32_t c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool IsNoText(char32_t c) {
  const bool is_control = c < 0x20 || (c >= 0x7F && c < 0xA0);
  return is_control || (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
}

}  // namespace

std::string OneLine(std::string_view text) {
  std::string out;
  bool gap = false;
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = DecodeUtf8(text, at);
    at += point.size;
    if (IsBlank(point.value)) {
      gap = true;
    } else if (!IsNoText(point.value)) {
      if (gap && !out.empty()) out.push_back(' ');
      gap = false;
      AppendUtf8(point.value, out);
    }
  }
  return out;
}

}  // namespace broadsheet
