#include "text/compound_reader.h"

#include "base/vector.h"

namespace broadsheet {
namespace {

char At(std::string_view text, size_t position) {
  return position < text.size() ? text[position] : '\0';
}

bool IsDigitAt(std::string_view text, size_t position) {
  return GlyphAt(text, position).type == CharClass::kDigit;
}

// Whether the character before `position` belongs to a word, or is `sign` once more.
bool IsAfterWordOr(char sign, std::string_view text, size_t position) {
  if (position == 0) return false;
  const char before = text[position - 1];
  if (before == sign || static_cast<uint8_t>(before) >= 0x80) return true;
  return GlyphAt(text, position - 1).IsWord();
}

// The "." of ".net" and the "--" of "--flag".
std::string_view SignBefore(std::string_view text, size_t begin) {
  if (begin > 0 && text[begin - 1] == '.' && !IsAfterWordOr('.', text, begin - 1)) return ".";
  const bool is_flag = begin > 1 && text[begin - 1] == '-' && text[begin - 2] == '-';
  return is_flag && !IsAfterWordOr('-', text, begin - 2) ? "--" : "";
}

// The "++" of "c++" (and of "c++11"), and the "#" of "c#" after one or two letters: whatever
// follows, so that a question never loses its sign as it grows.
std::string_view SignAfter(std::string_view text, const Word& word) {
  const size_t end = word.end();
  if (At(text, end) == '+' && At(text, end + 1) == '+') return "++";
  const bool is_short = word.folded().size() <= 2 && !word.has_digit();
  return is_short && At(text, end) == '#' ? "#" : "";
}

}  // namespace

size_t JoinerSize(std::string_view text, size_t position) {
  const Glyph first = GlyphAt(text, position);
  size_t size = first.size;
  if (first.value == '_') {
    while (At(text, position + size) == '_') ++size;
  } else if (first.value != '-' && first.value != '\'') {
    return 0;
  }
  return GlyphAt(text, position + size).IsWord() ? size : 0;
}

void CompoundReader::Read(std::string_view text, TokenPlace& place, TokenQueue& queue) {
  text_ = text;
  word_.Read(text, place.at);
  if (StartsChain()) {
    ReadChain(place, queue);
  } else {
    ReadJoined(place, queue);
  }
}

Token CompoundReader::TokenOf(TokenKind kind, const TokenPlace& place) const {
  Token token;
  token.kind = kind;
  token.is_plain = !word_.has_digit();
  token.position = place.position;
  token.group = place.group;
  token.begin = word_.begin();
  token.end = word_.end();
  return token;
}

// A number, or a number after "v", with a point and a digit behind it.
bool CompoundReader::StartsChain() const {
  const std::string& word = word_.folded();
  const bool is_number =
      !word_.has_letter() ||
      (word[0] == 'v' && word.size() > 1 && word.find_first_not_of("0123456789", 1) == word.npos);
  return is_number && At(text_, word_.end()) == '.' && IsDigitAt(text_, word_.end() + 1);
}

// The members are read into the queue one by one; each gets its chain, which needs the later ones.
void CompoundReader::ReadChain(TokenPlace& place, TokenQueue& queue) {
  Vector<Token> words;
  Vector<size_t> begins;  // of each member in folded_
  folded_.clear();
  for (bool goes_on = true; goes_on;) {
    words.push_back(TokenOf(TokenKind::kWord, place));
    begins.push_back(folded_.size());
    folded_ += word_.folded();
    const size_t end = word_.end();
    goes_on = (!word_.has_letter() || words.size() == 1) && At(text_, end) == '.' &&
              IsDigitAt(text_, end + 1);
    place.at = end;
    ++place.position;
    folded_ += '.';
    if (goes_on) word_.Read(text_, end + 1);
  }
  folded_.pop_back();

  const std::string_view chain = folded_;
  for (size_t i = 0; i < words.size(); ++i) {
    const std::string_view rest = chain.substr(begins[i]);
    const std::string_view word = rest.substr(0, rest.find('.'));
    Token token = words[i];
    const uint32_t end = token.end;
    token.kind = TokenKind::kChain;
    token.is_plain = false;
    token.span = static_cast<uint32_t>(words.size() - i);
    token.end = words.back().end;
    const bool has_v = word[0] == 'v';
    if (token.span > 1) queue.Push(token, rest, rest);
    if (token.span > 1 && has_v) queue.Push(token, rest.substr(1), rest.substr(1));
    token.kind = TokenKind::kWord;
    token.span = 1;
    token.end = end;
    queue.Push(token, word, word);
    if (has_v) {
      token.kind = TokenKind::kPart;
      queue.Push(token, word.substr(1), word.substr(1));
    }
  }
}

void CompoundReader::ReadJoined(TokenPlace& place, TokenQueue& queue) {
  const size_t first_item = queue.size();
  Token joined = TokenOf(TokenKind::kJoined, place);
  joined.span = 0;
  folded_.clear();
  exact_.clear();
  bool has_symbol = false;
  bool has_letter = false;
  for (size_t joiner = 1; joiner > 0;) {
    if (folded_.size() < kMaxTermBytes) folded_ += word_.folded();
    if (exact_.size() < kMaxTermBytes) exact_ += word_.exact();
    ++joined.span;
    joined.end = word_.end();
    joined.is_plain = joined.is_plain && !word_.has_digit();
    has_letter = has_letter || word_.has_letter();
    has_symbol = PushSymbol(place, queue) || has_symbol;
    queue.Push(TokenOf(TokenKind::kWord, place), word_.folded(), word_.exact());
    PushParts(place, queue);
    place.at = word_.end();
    ++place.position;
    joiner = JoinerSize(text_, place.at);
    if (joiner > 0) word_.Read(text_, place.at + joiner);
    if (StartsChain()) break;
  }
  if (joined.span < 2 || joined.span > kMaxJoinedWords || has_symbol || !has_letter) return;
  queue.Push(joined, folded_, exact_);
  queue.MoveLastTo(first_item);
}

bool CompoundReader::PushSymbol(const TokenPlace& place, TokenQueue& queue) const {
  const std::string_view before = SignBefore(text_, word_.begin());
  const std::string_view after = SignAfter(text_, word_);
  if (before.empty() && after.empty()) return false;
  Token token = TokenOf(TokenKind::kSymbol, place);
  token.is_plain = false;
  token.begin -= static_cast<uint32_t>(before.size());
  token.end += static_cast<uint32_t>(after.size());
  const auto with_signs = [&](const std::string& word) {
    return std::string(before).append(word).append(after);
  };
  queue.Push(token, with_signs(word_.folded()), with_signs(word_.exact()));
  return true;
}

void CompoundReader::PushParts(const TokenPlace& place, TokenQueue& queue) const {
  Word::Part part = {word_.begin(), 0, 0};
  const size_t count = word_.borders().empty() ? 0 : word_.borders().size() + 1;
  for (size_t i = 0; i < count; ++i) {
    const Word::Part next = i + 1 < count ? word_.borders()[i] : word_.EndPart();
    const std::string_view folded =
        std::string_view(word_.folded())
            .substr(part.folded_begin, next.folded_begin - part.folded_begin);
    const std::string_view exact =
        std::string_view(word_.exact())
            .substr(part.exact_begin, next.exact_begin - part.exact_begin);
    const bool is_number = folded.find_first_not_of("0123456789") == folded.npos;
    if (folded.size() > 1 || (is_number && !folded.empty())) {
      Token token = TokenOf(TokenKind::kPart, place);
      token.begin = part.begin;
      token.end = next.begin;
      queue.Push(token, folded, exact);
    }
    part = next;
  }
}

}  // namespace broadsheet
