#include "base/utf8.h"

#include <cstdint>

namespace broadsheet {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// How a sequence goes on after its first byte: its length, the bits of the first byte, and the bounds
// of the second byte (Unicode Standard, table 3-7). Size 0 marks a byte that starts nothing.
struct Lead {
  size_t size;
  char32_t bits;
  uint8_t low;
  uint8_t high;
};

Lead LeadOf(uint8_t byte) {
  if (byte < 0xC2) return {0, 0, 0, 0};
  if (byte < 0xE0) return {2, byte & 0x1Fu, 0x80, 0xBF};
  if (byte < 0xF0) {
    const uint8_t low = byte == 0xE0 ? 0xA0 : 0x80;
    const uint8_t high = byte == 0xED ? 0x9F : 0xBF;
    return {3, byte & 0x0Fu, low, high};
  }
  if (byte < 0xF5) {
    const uint8_t low = byte == 0xF0 ? 0x90 : 0x80;
    const uint8_t high = byte == 0xF4 ? 0x8F : 0xBF;
    return {4, byte & 0x07u, low, high};
  }
  return {0, 0, 0, 0};
}

}  // namespace

CodePoint DecodeUtf8(std::string_view text, size_t position) {
  if (position >= text.size()) return {0, 0};
  const auto first = static_cast<uint8_t>(text[position]);
  if (first < 0x80) return {first, 1};
  Lead lead = LeadOf(first);
  if (lead.size == 0) return {kReplacementCharacter, 1};
  char32_t value = lead.bits;
  for (size_t i = 1; i < lead.size; ++i) {
    if (position + i >= text.size()) return {kReplacementCharacter, i};
    const auto byte = static_cast<uint8_t>(text[position + i]);
    if (byte < lead.low || byte > lead.high) return {kReplacementCharacter, i};
    value = (value << 6) | (byte & 0x3Fu);
    lead.low = 0x80;
    lead.high = 0xBF;
  }
  return {value, lead.size};
}

void AppendUtf8(char32_t code_point, std::string& out) {
  const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xC0 | (code_point >> 6));
    put(0x80 | (code_point & 0x3F));
  } else if (code_point < 0x10000) {
    put(0xE0 | (code_point >> 12));
    put(0x80 | ((code_point >> 6) & 0x3F));
    put(0x80 | (code_point & 0x3F));
  } else {
    put(0xF0 | (code_point >> 18));
    put(0x80 | ((code_point >> 12) & 0x3F));
    put(0x80 | ((code_point >> 6) & 0x3F));
    put(0x80 | (code_point & 0x3F));
  }
}

bool IsValidUtf8(std::string_view text) {
  for (size_t i = 0; i < text.size();) {
    if (static_cast<uint8_t>(text[i]) < 0x80) {
      ++i;
      continue;
    }
    const Lead lead = LeadOf(static_cast<uint8_t>(text[i]));
    const CodePoint next = DecodeUtf8(text, i);
    if (lead.size == 0 || next.size != lead.size) return false;
    if (next.value == kReplacementCharacter && text.substr(i, 3) != "\xEF\xBF\xBD") return false;
    i += next.size;
  }
  return true;
}

std::string ToValidUtf8(std::string_view text) {
  if (text.substr(0, kByteOrderMark.size()) == kByteOrderMark)
    text.remove_prefix(kByteOrderMark.size());
  if (IsValidUtf8(text)) return std::string(text);
  std::string out;
  out.reserve(text.size() + 16);
  for (size_t i = 0; i < text.size();) {
    const CodePoint next = DecodeUtf8(text, i);
    AppendUtf8(next.value, out);
    i += next.size;
  }
  return out;
}

std::string_view Utf8Prefix(std::string_view text, size_t size_bytes) {
  if (size_bytes >= text.size()) return text;
  size_t end = size_bytes;
  while (end > 0 && (static_cast<uint8_t>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

}  // namespace broadsheet
