#include "text/unicode.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "base/bytes.h"

namespace broadsheet {
namespace {

#include "text/unicode_data.inc"

template <size_t N>
ByteReader ReaderOf(const uint8_t (&table)[N]) {
  return ByteReader(std::string_view(reinterpret_cast<const char*>(table), N));
}

int32_t UnZigzag(uint32_t value) {
  return static_cast<int32_t>(value >> 1) ^ -static_cast<int32_t>(value & 1);
}

}  // namespace

const Unicode& Unicode::Get() {
  static const Unicode* const kUnicode = new Unicode;
  return *kUnicode;
}

Unicode::Unicode() {
  UnpackClasses();
  UnpackLower();
  LowerDigits();
  UnpackCompositions();
}

// Each run: first code point - that of the run before, and, in a table of its own, the class.
void Unicode::UnpackClasses() {
  ByteReader reader = ReaderOf(kFirstTable);
  char32_t first = 0;
  uint8_t current = 0;
  for (const uint8_t type : kClassTable) {
    const char32_t next = first + reader.Varint32();
    for (char32_t i = first; i < std::min(next, kPlane); ++i) class_[i] = current;
    first = next;
    current = type;
    if (first >= kPlane && astral_size_ < kAstralRuns) {
      astral_[astral_size_++] = {first, static_cast<CharClass>(current)};
    }
  }
}

// Each entry: first - first before, count * 2 + (stride - 1), zigzag(small - capital, less the same of
// the entry before).
void Unicode::UnpackLower() {
  for (char32_t i = 0; i < kPlane; ++i) lower_[i] = static_cast<uint16_t>(i);
  for (char32_t i = 'A'; i <= 'Z'; ++i) lower_[i] = static_cast<uint16_t>(i + ('a' - 'A'));
  ByteReader reader = ReaderOf(kLowerTable);
  char32_t first = 0;
  int32_t delta = 0;
  while (!reader.AtEnd()) {
    first += reader.Varint32();
    const uint32_t shape = reader.Varint32();
    delta += UnZigzag(reader.Varint32());
    for (uint32_t i = 0; i < shape >> 1; ++i) {
      const char32_t capital = first + i * (1 + (shape & 1));
      if (capital < kPlane) lower_[capital] = static_cast<uint16_t>(capital + delta);
    }
  }
}

// The ten digits of a script begin at a code point that ends in 0 or in 6.
void Unicode::LowerDigits() {
  for (char32_t i = 0x80; i < kPlane; ++i) {
    if (ClassOf(i) != CharClass::kDigit || lower_[i] < 0x80) continue;
    const char32_t zero = ClassOf(i & ~0xFu) == CharClass::kDigit ? 0 : 6;
    lower_[i] = static_cast<uint16_t>('0' + ((i & 0xF) - zero) % 10);
  }
}

// Each entry, spread over three tables: letter - letter before, zigzag(base - base before), number of
// the mark.
void Unicode::UnpackCompositions() {
  for (char32_t i = 0; i < kComposedEnd; ++i) base_[i] = static_cast<uint16_t>(i);
  ByteReader letters = ReaderOf(kLetterTable);
  ByteReader bases = ReaderOf(kBaseTable);
  char32_t letter = 0;
  char32_t base = 0;
  for (const uint8_t mark : kMarkTable) {
    letter += letters.Varint32();
    base += UnZigzag(bases.Varint32());
    if (letter >= kComposedEnd) break;
    base_[letter] = static_cast<uint16_t>(base);
    mark_[letter] = mark + 1;
  }
}

CharClass Unicode::ClassOf(char32_t code_point) const {
  if (code_point < kPlane) return static_cast<CharClass>(class_[code_point]);
  const auto* const end = astral_ + astral_size_;
  const auto* const after = std::upper_bound(
      astral_, end, code_point, [](char32_t value, const auto& run) { return value < run.first; });
  return after == astral_ ? CharClass::kBreak : after[-1].type;
}

char32_t Unicode::SecondPart(char32_t code_point) const {
  if (code_point >= kComposedEnd || mark_[code_point] == 0) return 0;
  const char32_t mark = kMarks[mark_[code_point] - 1];
  return ClassOf(mark) == CharClass::kLetter ? mark : 0;
}

char32_t Unicode::Compose(char32_t base, char32_t mark) const {
  const auto* const found = std::lower_bound(std::begin(kMarks), std::end(kMarks), mark);
  if (found == std::end(kMarks) || *found != mark) return 0;
  const auto number = static_cast<uint8_t>(found - std::begin(kMarks) + 1);
  for (char32_t i = 0; i < kComposedEnd; ++i) {
    if (mark_[i] == number && base_[i] == base) return i;
  }
  return 0;
}

// Mathematical letters and digits lie in alphabets of one order; Deseret and Adlam have case.
char32_t Unicode::LowerAstral(char32_t code_point) {
  if (code_point >= 0x1D400 && code_point < 0x1D6A4) {
    const char32_t letter = (code_point - 0x1D400) % 52;
    return 'a' + letter % 26;
  }
  if (code_point >= 0x1D7CE && code_point < 0x1D800) return '0' + (code_point - 0x1D7CE) % 10;
  if (code_point >= 0x10400 && code_point < 0x10428) return code_point + 0x28;
  if (code_point >= 0x1E900 && code_point < 0x1E922) return code_point + 0x22;
  return code_point;
}

}  // namespace broadsheet
