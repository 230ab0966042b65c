#pragma once

#include <cstdint>

namespace broadsheet {

// What a code point does to words. The order is that of make_unicode_data.mjs.
enum class CharClass : uint8_t {
  kBreak,   // stands between words
  kLetter,  // of a script with spaces; signs of Indic scripts too
  kDigit,   // decimal, of any script
  kMark,    // dropped when folding: accents, points, joiners, soft hyphens
  kHan,
  kHiragana,
  kKatakana,
  kHangul,
  kComplex,      // Thai, Lao, Khmer, Myanmar and their relatives
  kComplexMark,  // goes with the kComplex before it
};

// The properties of code points, unpacked once from 3.7 KB. Every call takes constant time for the
// Basic Multilingual Plane. Unassigned code points may have any class.
class Unicode {
 public:
  static const Unicode& Get();

  CharClass ClassOf(char32_t code_point) const;

  // The simple lower case of the composed (and, for full-width and superscript forms, compatible)
  // form; for a digit of any script, the ASCII digit.
  char32_t Lower(char32_t code_point) const {
    return code_point < kPlane ? lower_[code_point] : LowerAstral(code_point);
  }

  // The small letter composed of a small letter and a mark, or 0.
  char32_t Compose(char32_t base, char32_t mark) const;

  // The sign that an Indic vowel sign in two parts ends in (া of ো, which Base begins with), else 0.
  char32_t SecondPart(char32_t code_point) const;

  // The letter without its last mark; the code point itself if it has none.
  char32_t Base(char32_t code_point) const {
    return code_point < kComposedEnd ? base_[code_point] : code_point;
  }

 private:
  static constexpr char32_t kPlane = 0x10000;
  static constexpr char32_t kComposedEnd = 0x2000;  // no composed letter of ours lies higher
  static constexpr uint32_t kAstralRuns = 1024;

  Unicode();
  void UnpackClasses();
  void UnpackLower();
  void UnpackCompositions();
  void LowerDigits();
  static char32_t LowerAstral(char32_t code_point);

  uint8_t class_[kPlane] = {};
  uint16_t lower_[kPlane];
  uint16_t base_[kComposedEnd];
  uint8_t mark_[kComposedEnd] = {};  // 1 + its number in the table of marks
  struct {
    char32_t first;
    CharClass type;
  } astral_[kAstralRuns];  // sorted; each reaches to the next
  uint32_t astral_size_ = 0;
};

}  // namespace broadsheet
