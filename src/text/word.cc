#include "text/word.h"

#include <algorithm>

#include "text/fold.h"
#include "text/token.h"

namespace broadsheet {
namespace {

bool IsDigit(const Glyph& glyph) { return glyph.type == CharClass::kDigit; }

bool IsSmall(const Glyph& glyph) { return glyph.type == CharClass::kLetter && !glyph.is_capital; }

// The English endings after an apostrophe that do not make a word of their own, as the bytes that
// they take from `position` on; 0 for anything else.
uint32_t EndingSize(std::string_view text, size_t position) {
  const Glyph first = GlyphAt(text, position);
  if (!first.IsWord()) return 0;
  const Glyph second = GlyphAt(text, position + first.size);
  const bool is_one =
      first.value == 's' || first.value == 't' || first.value == 'd' || first.value == 'm';
  const bool is_open = second.IsWord() || second.type == CharClass::kMark;
  if (!is_open) return is_one ? first.size : 0;
  const bool is_two = (second.value == 'l' && first.value == 'l') ||
                      (second.value == 'e' && (first.value == 'r' || first.value == 'v'));
  const Glyph third = GlyphAt(text, position + first.size + second.size);
  return is_two && !third.IsWord() && third.type != CharClass::kMark ? first.size + second.size : 0;
}

}  // namespace

void Word::Read(std::string_view text, size_t position) {
  folded_.clear();
  exact_.clear();
  borders_.clear();
  last_letter_ = 0;
  begin_ = end_ = static_cast<uint32_t>(position);
  capitals_ = 0;
  has_letter_ = has_digit_ = has_comma_ = is_full_ = false;
  for (;;) {
    if (ReadSmallAscii(text)) continue;
    const Glyph glyph = GlyphAt(text, end_);
    if (glyph.IsWord()) {
      ReadLetter(text, glyph);
    } else if (glyph.type == CharClass::kMark) {
      AppendMark(glyph.value);
      end_ += glyph.size;
    } else if (!(glyph.value == '\'' && ReadApostrophe(text)) &&
               !(glyph.value == ',' && ReadComma(text))) {
      break;
    }
  }
  if (has_comma_) DropThousands();
}

Word::Part Word::Here() const {
  return {end_, static_cast<uint32_t>(folded_.size()), static_cast<uint32_t>(exact_.size())};
}

// What ReadLetter does, for many letters at once: small ones and digits that neither need folding
// nor end a row of capitals nor fill the term.
bool Word::ReadSmallAscii(std::string_view text) {
  const size_t room = kMaxTermBytes - std::max(folded_.size(), exact_.size());
  if (is_full_ || capitals_ >= 2) return false;
  size_t end = end_;
  for (const size_t limit = std::min(text.size(), end + room + 1); end < limit; ++end) {
    if (text[end] >= 'a' && text[end] <= 'z') {
      has_letter_ = true;
    } else if (text[end] >= '0' && text[end] <= '9') {
      has_digit_ = true;
    } else {
      break;
    }
  }
  const size_t size = end - end_;
  if (size == 0 || size > room) return false;
  folded_.append(text, end_, size);
  exact_.append(text, end_, size);
  end_ = static_cast<uint32_t>(end) - 1;
  last_ = {end_, static_cast<uint32_t>(folded_.size()) - 1,
           static_cast<uint32_t>(exact_.size()) - 1};
  last_letter_ = static_cast<uint8_t>(text[end_++]);
  capitals_ = 0;
  return true;
}

void Word::ReadLetter(std::string_view text, const Glyph& glyph) {
  const Glyph next = GlyphAt(text, end_ + glyph.size);
  const bool after_small = last_letter_ != 0 && capitals_ == 0;
  const bool after_digit = last_letter_ >= '0' && last_letter_ <= '9';
  if (glyph.is_capital && after_small && (!after_digit || IsSmall(next)))
    borders_.push_back(Here());
  if (IsSmall(glyph) && capitals_ >= 2 && IsSmall(next)) borders_.push_back(last_);
  capitals_ = glyph.is_capital ? capitals_ + 1 : 0;
  (IsDigit(glyph) ? has_digit_ : has_letter_) = true;
  Append(glyph.value);
  end_ += glyph.size;
}

// Cuts the word before the first letter that would pass the limit of a term.
void Word::Append(char32_t letter) {
  last_ = Here();
  last_letter_ = letter;
  if (is_full_) return;
  AppendFolded(letter, folded_);
  AppendExact(letter, exact_);
  if (folded_.size() <= kMaxTermBytes && exact_.size() <= kMaxTermBytes) return;
  folded_.resize(last_.folded_begin);
  exact_.resize(last_.exact_begin);
  is_full_ = true;
}

// Composes the mark with its letter, so that both normal forms of Unicode give one word, or drops
// it.
void Word::AppendMark(char32_t mark) {
  const char32_t composed =
      is_full_ || last_letter_ == 0 ? 0 : Unicode::Get().Compose(last_letter_, mark);
  if (composed == 0) return;
  const Part here = last_;
  folded_.resize(here.folded_begin);
  exact_.resize(here.exact_begin);
  Append(composed);
  last_ = here;
}

// Takes 's, 't, 'll and so on into the word; any other apostrophe ends it.
bool Word::ReadApostrophe(std::string_view text) {
  const uint32_t size = GlyphAt(text, end_).size;
  const uint32_t ending = EndingSize(text, end_ + size);
  if (ending == 0) return false;
  if (GlyphAt(text, end_ + size).value == 's') borders_.push_back(Here());
  if (!is_full_ && exact_.size() < kMaxTermBytes) exact_.push_back('\'');
  const uint32_t end = end_ + size + ending;
  for (end_ += size; end_ < end;) {
    const Glyph glyph = GlyphAt(text, end_);
    has_letter_ = true;
    Append(glyph.value);
    end_ += glyph.size;
  }
  return true;
}

bool Word::ReadComma(std::string_view text) {
  const uint32_t size = GlyphAt(text, end_).size;
  const bool after_digit = last_letter_ >= '0' && last_letter_ <= '9';
  if (!after_digit || !IsDigit(GlyphAt(text, end_ + size))) return false;
  end_ += size;
  borders_.push_back(Here());
  has_comma_ = true;
  return true;
}

// The parts of "12,345,678" mean nothing alone, unlike those of "1,2".
void Word::DropThousands() {
  uint32_t from = 0;
  for (size_t i = 0; i <= borders_.size(); ++i) {
    const auto to =
        i < borders_.size() ? borders_[i].folded_begin : static_cast<uint32_t>(folded_.size());
    if (to - from != 3 && (i > 0 || to - from > 3)) return;
    from = to;
  }
  if (!has_letter_) borders_.clear();
}

}  // namespace broadsheet
