#include "text/tokenizer.h"

#include <array>

#include "text/glyph.h"

namespace broadsheet {
namespace {

enum : uint8_t {
  kSmall = 1,
  kCapital = 2,
  kDigit = 4,
  kStop = 8,   // ends a word and a group
  kLink = 16,  // between words of one group
};

constexpr std::array<uint8_t, 256> MakeAsciiFlags() {
  std::array<uint8_t, 256> flags = {};
  for (uint8_t c = 'a'; c <= 'z'; ++c) flags[c] = kSmall;
  for (uint8_t c = 'A'; c <= 'Z'; ++c) flags[c] = kCapital;
  for (uint8_t c = '0'; c <= '9'; ++c) flags[c] = kDigit;
  for (const char c :
       {' ', '\t', '\n', '\r', ';', '!', '?', '(', ')', '[', ']', '{', '}', '<', '"', ','}) {
    flags[static_cast<uint8_t>(c)] = kStop;
  }
  for (const char c :
       {'.', ':', '/', '\\', '@', '&', '=', '+', '#', '%', '~', '-', '>', '_', '\''}) {
    flags[static_cast<uint8_t>(c)] = kLink;
  }
  return flags;
}

constexpr std::array<uint8_t, 256> kFlags = MakeAsciiFlags();

// More signs than these between two words, or a dash of two hyphens, part groups.
constexpr size_t kMaxLinkBytes = 3;

uint8_t FlagsAt(std::string_view text, size_t position) {
  if (position >= text.size()) return kStop;
  return kFlags[static_cast<uint8_t>(text[position])];
}

bool IsAscii(char c) { return static_cast<uint8_t>(c) < 0x80; }

}  // namespace

Tokenizer::Tokenizer(std::string_view text, uint32_t first_position) : text_(text) {
  place_.position = first_position;
}

bool Tokenizer::Next(Token& token) {
  if (queue_.Pop(token)) return true;
  for (;;) {
    while (place_.at < text_.size() && IsAscii(text_[place_.at]) &&
           (FlagsAt(text_, place_.at) & (kSmall | kCapital | kDigit)) == 0) {
      ++place_.at;
    }
    if (place_.at >= text_.size()) return false;
    if (ReadPlainWord(token)) return true;
    const Glyph glyph = GlyphAt(text_, place_.at);
    const bool is_run = IsRunClass(glyph.type) && glyph.type != CharClass::kComplexMark;
    if (is_run || glyph.IsWord()) {
      EnterGroup();
      if (is_run) {
        runs_.Read(text_, place_, queue_);
      } else {
        compounds_.Read(text_, place_, queue_);
      }
      last_end_ = place_.at;
      return queue_.Pop(token);
    }
    place_.at += glyph.size;
  }
}

// The fast path of prose: ASCII letters of which the first may be a capital, between spaces,
// brackets or the end of a sentence. Leaves everything else to the readers.
bool Tokenizer::ReadPlainWord(Token& token) {
  const size_t begin = place_.at;
  size_t end = begin;
  if ((FlagsAt(text_, end) & (kSmall | kCapital)) == 0) return false;
  for (++end; (FlagsAt(text_, end) & kSmall) != 0;) ++end;
  const bool is_sentence_end = end < text_.size() && (text_[end] == '.' || text_[end] == ':') &&
                               (end + 1 == text_.size() || FlagsAt(text_, end + 1) == kStop);
  if (FlagsAt(text_, end) != kStop && !is_sentence_end) return false;
  if (end - begin > kMaxTermBytes) return false;
  if (begin > 0 && (text_[begin - 1] == '.' || text_[begin - 1] == '-')) return false;

  EnterGroup();
  token = Token();
  token.is_plain = true;
  token.position = place_.position++;
  token.group = place_.group;
  token.begin = static_cast<uint32_t>(begin);
  token.end = static_cast<uint32_t>(end);
  token.folded = text_.substr(begin, end - begin);
  if ((FlagsAt(text_, begin) & kCapital) != 0) {
    small_.assign(token.folded);
    small_[0] = static_cast<char>(small_[0] + ('a' - 'A'));
    token.folded = small_;
  }
  token.exact = token.folded;
  place_.at = last_end_ = end;
  return true;
}

void Tokenizer::EnterGroup() {
  if (has_token_ && !IsLinked()) ++place_.group;
  has_token_ = true;
}

// Whether nothing but a few signs parts the last word from this place.
bool Tokenizer::IsLinked() const {
  if (place_.at - last_end_ > kMaxLinkBytes) return false;
  const std::string_view gap = text_.substr(last_end_, place_.at - last_end_);
  for (const char c : gap) {
    if (kFlags[static_cast<uint8_t>(c)] != kLink) return false;
  }
  return gap.find("--") == gap.npos;
}

}  // namespace broadsheet
