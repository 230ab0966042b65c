#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/vector.h"
#include "text/glyph.h"

namespace broadsheet {

// One word: letters, digits and marks, with the apostrophe of "don't" and the commas of "1,000".
// Clear() and reuse it: its buffers then grow no more.
class Word {
 public:
  // A part of the word, at a change of case, a comma or before 's: bytes of the text and of the
  // buffers.
  struct Part {
    uint32_t begin = 0;
    uint32_t folded_begin = 0;
    uint32_t exact_begin = 0;
  };

  // Reads the word that begins at `position` of `text`, where a glyph IsWord().
  void Read(std::string_view text, size_t position);

  uint32_t begin() const { return begin_; }
  uint32_t end() const { return end_; }
  const std::string& folded() const { return folded_; }
  const std::string& exact() const { return exact_; }
  bool has_letter() const { return has_letter_; }
  bool has_digit() const { return has_digit_; }
  bool starts_with_digit() const { return folded_[0] >= '0' && folded_[0] <= '9'; }
  // The place behind the last part.
  Part EndPart() const { return Here(); }
  // Where the second and later parts begin. Empty for most words.
  const Vector<Part>& borders() const { return borders_; }

 private:
  Part Here() const;
  void Append(char32_t letter);
  void AppendMark(char32_t mark);
  bool ReadSmallAscii(std::string_view text);
  void ReadLetter(std::string_view text, const Glyph& glyph);
  bool ReadApostrophe(std::string_view text);
  bool ReadComma(std::string_view text);
  void DropThousands();

  std::string folded_;
  std::string exact_;
  Vector<Part> borders_;
  Part last_;  // where the last letter begins
  char32_t last_letter_ = 0;
  uint32_t begin_ = 0;
  uint32_t end_ = 0;
  uint32_t capitals_ = 0;  // in a row, up to here
  bool has_letter_ = false;
  bool has_digit_ = false;
  bool has_comma_ = false;
  bool is_full_ = false;
};

}  // namespace broadsheet
