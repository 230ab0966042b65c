#include "text/run_reader.h"

#include "base/utf8.h"

namespace broadsheet {
namespace {

// A unit's text is cut here, so that two of them fit a term.
constexpr size_t kMaxUnitBytes = 30;

// Khmer and its neighbours put it between words, and leave it out: it goes with the unit before.
constexpr char32_t kZeroWidthSpace = 0x200B;

// The longest stretch that may be a word, in units: in Chinese a longer one is most often a clause.
uint32_t MaxRunUnits(CharClass type) {
  switch (type) {
    case CharClass::kHan:
      return 4;
    case CharClass::kKatakana:
    case CharClass::kHangul:
      return 12;
    default:
      return 0;
  }
}

// Two letters of conjoining Hangul as one syllable, or 0 (Unicode Standard, section 3.12).
char32_t ComposeHangul(char32_t first, char32_t second) {
  if (first >= 0x1100 && first < 0x1113 && second >= 0x1161 && second < 0x1176) {
    return 0xAC00 + ((first - 0x1100) * 21 + (second - 0x1161)) * 28;
  }
  const bool is_open = first >= 0xAC00 && first < 0xD7A4 && (first - 0xAC00) % 28 == 0;
  return is_open && second > 0x11A7 && second < 0x11C3 ? first + (second - 0x11A7) : 0;
}

// A kana with its voicing mark; the voiced letter follows the plain one, but for ヴ and ゔ.
char32_t ComposeKana(char32_t kana, char32_t mark) {
  if (mark != 0x3099 && mark != 0x309A) return 0;
  if (kana == 0x3046 || kana == 0x30A6) return mark == 0x3099 ? kana + 0x4E : 0;
  const char32_t row = kana >= 0x30A1 ? kana - 0x60 : kana;
  const bool is_ha = row >= 0x306F && row <= 0x307B && (row - 0x306F) % 3 == 0;
  const bool is_early = row >= 0x304B && row <= 0x3061 && row % 2 == 1;
  const bool is_late = row >= 0x3064 && row <= 0x3068 && row % 2 == 0;
  if (mark == 0x309A) return is_ha ? kana + 2 : 0;
  return is_ha || is_early || is_late ? kana + 1 : 0;
}

struct Unit {
  size_t end = 0;
  CharClass type = CharClass::kBreak;
};

bool IsSameRun(CharClass a, CharClass b) {
  return IsRunClass(a) && IsRunClass(b) && (a == CharClass::kComplex) == (b == CharClass::kComplex);
}

// Appends the unit at `position`; marks that do not compose are dropped, but those of kComplex
// kept.
Unit AppendUnit(std::string_view text, size_t position, std::string& out) {
  const Glyph first = GlyphAt(text, position);
  Unit unit = {position + first.size, first.type};
  const size_t limit = out.size() + kMaxUnitBytes;
  char32_t value = first.value;
  size_t value_at = out.size();
  AppendUtf8(value, out);
  for (;;) {
    const Glyph next = GlyphAt(text, unit.end);
    char32_t composed = ComposeHangul(value, next.value);
    if (composed == 0) composed = ComposeKana(value, next.value);
    const bool is_mark = next.type == CharClass::kMark || next.type == CharClass::kComplexMark ||
                         next.value == kZeroWidthSpace;
    if (composed == 0 && !is_mark) return unit;
    unit.end += next.size;
    if (composed != 0) {
      value = composed;
      out.resize(value_at);
      AppendUtf8(value, out);
    } else if (next.type == CharClass::kComplexMark && out.size() + 4 <= limit) {
      AppendUtf8(next.value, out);
    }
  }
}

}  // namespace

void RunReader::Read(std::string_view text, TokenPlace& place, TokenQueue& queue) {
  gram_.assign(1, kGramMark);
  const size_t begin = place.at;
  const Unit unit = AppendUnit(text, begin, gram_);
  if (begin != last_end_ || unit.type != last_type_) PushRun(text, place, unit.type, queue);

  Token token;
  token.kind = TokenKind::kGram;
  token.position = place.position;
  token.group = place.group;
  token.begin = static_cast<uint32_t>(begin);
  token.end = static_cast<uint32_t>(unit.end);
  if (IsSameRun(unit.type, GlyphAt(text, unit.end).type)) {
    token.end = static_cast<uint32_t>(AppendUnit(text, unit.end, gram_).end);
    token.span = 2;
  }
  queue.Push(token, gram_, gram_);
  last_end_ = unit.end;
  last_type_ = unit.type;
  place.at = unit.end;
  ++place.position;
}

void RunReader::PushRun(std::string_view text, const TokenPlace& place, CharClass type,
                        TokenQueue& queue) {
  Token token;
  token.kind = TokenKind::kRun;
  token.position = place.position;
  token.span = 0;
  token.group = place.group;
  token.begin = static_cast<uint32_t>(place.at);
  run_.clear();
  size_t end = place.at;
  while (GlyphAt(text, end).type == type) {
    if (++token.span > MaxRunUnits(type)) return;
    end = AppendUnit(text, end, run_).end;
  }
  token.end = static_cast<uint32_t>(end);
  if (token.span > 1) queue.Push(token, run_, run_);
}

}  // namespace broadsheet
