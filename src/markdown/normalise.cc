#include "markdown/normalise.h"

#include <cstdint>
#include <cstring>

#include "base/utf8.h"

namespace broadsheet {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

typedef uint8_t Lane __attribute__((vector_size(16)));

// Whether any byte of a comparison of lanes is set.
bool AnyOf(Lane hits) {
  uint64_t words[2];
  std::memcpy(words, &hits, sizeof(words));
  return (words[0] | words[1]) != 0;
}

Lane LaneAt(const char* text) {
  Lane bytes;
  std::memcpy(&bytes, text, sizeof(bytes));
  return bytes;
}

bool IsTrouble(char c) { return c == '\r' || c == '\0' || static_cast<unsigned char>(c) >= 0x80; }

// Bytes at the start of `text` that are ASCII and neither CR nor NUL.
size_t PlainPrefix(std::string_view text) {
  size_t at = 0;
  for (; at + 16 <= text.size(); at += 16) {
    const Lane bytes = LaneAt(text.data() + at);
    if (AnyOf(Lane((bytes == '\r') | (bytes == 0) | (bytes >= 0x80)))) break;
  }
  while (at < text.size() && !IsTrouble(text[at])) ++at;
  return at;
}

// Whether a well-formed sequence begins `text`, and how long it is; 0 when not.
size_t SequenceSize(std::string_view text) {
  const auto byte = [text](size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u;
  };
  const auto follows = [&byte](size_t i) { return (byte(i) & 0xC0u) == 0x80u; };
  const unsigned first = byte(0);
  if (first >= 0xC2 && first <= 0xDF) return follows(1) ? 2 : 0;
  if (first == 0xE0 && byte(1) < 0xA0) return 0;
  if (first == 0xED && byte(1) > 0x9F) return 0;
  if (first >= 0xE0 && first <= 0xEF) return follows(1) && follows(2) ? 3 : 0;
  if (first == 0xF0 && byte(1) < 0x90) return 0;
  if (first == 0xF4 && byte(1) > 0x8F) return 0;
  if (first >= 0xF0 && first <= 0xF4) return follows(1) && follows(2) && follows(3) ? 4 : 0;
  return 0;
}

// Counts what `bytes` become, and copies it to `out` unless that is null.
class Normaliser {
 public:
  explicit Normaliser(char* out) : out_(out) {}

  size_t Run(std::string_view bytes) {
    while (!bytes.empty()) bytes.remove_prefix(Step(bytes));
    return size_;
  }

 private:
  size_t Step(std::string_view bytes) {
    if (const size_t plain = PlainPrefix(bytes)) return Put(bytes.substr(0, plain)), plain;
    if (bytes[0] == '\r') {
      Put("\n");
      return bytes.size() > 1 && bytes[1] == '\n' ? 2 : 1;
    }
    if (const size_t sequence = SequenceSize(bytes))
      return Put(bytes.substr(0, sequence)), sequence;
    Put(kReplacement);
    return bytes[0] == '\0' ? 1 : DecodeUtf8(bytes, 0).size;
  }

  void Put(std::string_view text) {
    if (out_ != nullptr) std::memcpy(out_ + size_, text.data(), text.size());
    size_ += text.size();
  }

  char* out_;
  size_t size_ = 0;
};

// Whether only the end of `bytes` needs mending.
bool IsClean(std::string_view bytes) {
  while (!bytes.empty()) {
    const size_t plain = PlainPrefix(bytes);
    bytes.remove_prefix(plain);
    const size_t sequence = bytes.empty() ? 0 : SequenceSize(bytes);
    if (!bytes.empty() && sequence == 0) return false;
    bytes.remove_prefix(sequence);
  }
  return true;
}

}  // namespace

bool HasByte(std::string_view text, char c) {
  size_t at = 0;
  for (; at + 16 <= text.size(); at += 16) {
    if (AnyOf(Lane(LaneAt(text.data() + at) == static_cast<uint8_t>(c)))) return true;
  }
  return text.substr(at).find(c) != std::string_view::npos;
}

std::string_view NormaliseText(std::string_view bytes, Arena& arena) {
  if (bytes.substr(0, 3) == kByteOrderMark) bytes.remove_prefix(3);
  const bool clean = IsClean(bytes);
  size_t size = clean ? bytes.size() : Normaliser(nullptr).Run(bytes);
  char* const text = arena.Take(size + 2);
  if (!clean) {
    Normaliser(text).Run(bytes);
  } else if (size > 0) {
    std::memcpy(text, bytes.data(), size);
  }
  if (size > 0 && text[size - 1] != '\n') text[size++] = '\n';
  text[size] = '\0';
  return {text, size};
}

}  // namespace broadsheet
