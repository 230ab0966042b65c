#include "text/query_word.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "text/fold.h"
#include "text/glyph.h"
#include "text/tokenizer.h"

namespace broadsheet {
namespace {

// A token that owns its text.
struct OwnToken {
  Token token;
  std::string folded;
  std::string exact;
};

using Tokens = Vector<OwnToken>;

// A slice of Tokens, and whether more letters may follow it.
struct Slice {
  const OwnToken* begin;
  const OwnToken* end;
  bool is_open;
};

// kPart is for posts alone.
Tokens TokensOf(std::string_view text) {
  Tokens tokens;
  Tokenizer tokenizer(text);
  for (Token token; tokenizer.Next(token);) {
    if (token.kind == TokenKind::kPart) continue;
    tokens.push_back({token, std::string(token.folded), std::string(token.exact)});
  }
  return tokens;
}

// Whether the next letter may belong to the word that ends at `end`.
bool IsOpenAt(std::string_view text, size_t end) {
  if (end == text.size()) return true;
  const Glyph glyph = GlyphAt(text, end);
  size_t after = end + glyph.size;
  if (glyph.value == '_') after = std::min(text.find_first_not_of('_', end), text.size());
  const bool is_comma =
      glyph.value == ',' && end > 0 && text[end - 1] >= '0' && text[end - 1] <= '9';
  const bool is_joiner =
      glyph.value == '_' || glyph.value == '-' || glyph.value == '\'' || is_comma;
  return is_joiner && after >= text.size();
}

QueryTerm TermOf(const OwnToken& own, uint32_t offset) {
  QueryTerm term;
  term.folded = own.folded;
  term.exact = own.exact;
  term.kind = own.token.kind;
  term.is_plain = own.token.is_plain;
  term.offset = offset;
  if (own.token.kind == TokenKind::kChain) term.match = TermMatch::kChain;
  return term;
}

// Appends every second gram of a run and the last whole one, which together cover it; returns the
// token behind the run. A gram of one character is only taken where it is all there is.
const OwnToken* AppendGrams(const OwnToken* first, const OwnToken* end, uint32_t offset,
                            QueryPhrase& phrase) {
  const OwnToken* last = first;
  const auto is_gram = [](const OwnToken& own) { return own.token.kind == TokenKind::kGram; };
  Vector<const OwnToken*> grams;
  for (; last != end && (is_gram(*last) || last->token.kind == TokenKind::kRun); ++last) {
    if (!is_gram(*last)) continue;
    grams.push_back(last);
    if (last->token.span == 1) {
      ++last;
      break;
    }
  }
  const size_t whole = std::max<size_t>(grams.size(), 2) - 1;
  for (size_t i = 0; i < whole; ++i) {
    if (i % 2 == 0 || i + 1 == whole) {
      phrase.push_back(TermOf(*grams[i], offset + static_cast<uint32_t>(i)));
    }
  }
  return last;
}

// The rank of kinds at one position: what stands for the others comes first.
int RankOf(TokenKind kind, bool join) {
  switch (kind) {
    case TokenKind::kJoined:
      return join ? 4 : 0;
    case TokenKind::kChain:
      return 3;
    case TokenKind::kSymbol:
      return 2;
    case TokenKind::kRun:
    case TokenKind::kPart:
      return 0;
    default:
      return 1;
  }
}

// The terms of a slice by position. With `join`, a joined word takes one position, as if it had
// been written without its hyphens; else its words take theirs.
QueryPhrase PhraseOf(const Slice& slice, bool join) {
  QueryPhrase phrase;
  uint32_t offset = 0;
  for (const OwnToken* at = slice.begin; at != slice.end;) {
    const uint32_t position = at->token.position;
    const OwnToken* best = at;
    const OwnToken* next = at;
    for (; next != slice.end && next->token.position == position; ++next) {
      if (RankOf(next->token.kind, join) > RankOf(best->token.kind, join)) best = next;
    }
    if (best->token.kind == TokenKind::kGram) {
      next = AppendGrams(at, slice.end, offset, phrase);
      offset += next[-1].token.position + 1 - position;
      at = next;
      continue;
    }
    phrase.push_back(TermOf(*best, offset));
    const uint32_t behind = position + best->token.span;
    offset += best->token.kind == TokenKind::kJoined ? 1 : best->token.span;
    for (at = next; at != slice.end && at->token.position < behind;) ++at;
  }
  return phrase;
}

// Lets the last term stand for what may follow it. A gram always does: one character of a script
// without spaces may stand before any other, and the last letter of Thai may carry marks.
void OpenLast(const Slice& slice, QueryPhrase& phrase) {
  QueryTerm& last = phrase.back();
  if (slice.is_open || last.kind == TokenKind::kGram) last.match = TermMatch::kPrefix;
}

QueryPhrase OpenPhrase(const Slice& slice, bool join) {
  QueryPhrase phrase = PhraseOf(slice, join);
  OpenLast(slice, phrase);
  return phrase;
}

// "dog's" may become "dog'stable", so while it is unfinished it is also the words "dog" and "s…".
void AddSplitEnding(const QueryPhrase& phrase, Vector<QueryPhrase>& phrases) {
  const QueryTerm& last = phrase.back();
  const size_t apostrophe = last.exact.rfind('\'');
  if (last.match != TermMatch::kPrefix || apostrophe == last.exact.npos) return;
  QueryPhrase split = phrase;
  QueryTerm ending = last;
  ending.exact = last.exact.substr(apostrophe + 1);
  ending.folded = Fold(ending.exact);
  ending.offset = last.offset + 1;
  QueryTerm& word = split.back();
  word.exact = last.exact.substr(0, apostrophe);
  word.folded = Fold(word.exact);
  word.match = TermMatch::kEqual;
  if (ending.folded.empty() || word.folded.empty()) return;
  split.push_back(ending);
  phrases.push_back(split);
}

QueryWord WordOf(const Slice& slice) {
  QueryWord word;
  const auto has_kind = [&slice](TokenKind kind) {
    return std::any_of(slice.begin, slice.end,
                       [kind](const OwnToken& own) { return own.token.kind == kind; });
  };
  word.begin = slice.begin->token.begin;
  word.end = slice.end[-1].token.end;
  if (has_kind(TokenKind::kJoined)) word.phrases.push_back(OpenPhrase(slice, true));
  word.phrases.push_back(OpenPhrase(slice, false));
  if (slice.is_open) AddSplitEnding(QueryPhrase(word.phrases.back()), word.phrases);
  const OwnToken& first = *slice.begin;
  const uint32_t positions = slice.end[-1].token.position + 1 - first.token.position;
  if (first.token.kind == TokenKind::kRun && first.token.span == positions)
    word.preferred = first.folded;
  return word;
}

}  // namespace

bool QueryTerm::Matches(std::string_view term) const {
  const bool begins = term.substr(0, folded.size()) == folded;
  if (match == TermMatch::kPrefix) return begins;
  if (match == TermMatch::kEqual) return term == folded;
  return begins && (term.size() == folded.size() || term[folded.size()] == '.');
}

Vector<QueryWord> AnalyzeQuery(std::string_view text, bool unfinished) {
  const Tokens tokens = TokensOf(text);
  Vector<QueryWord> words;
  const OwnToken* const end = tokens.data() + tokens.size();
  for (const OwnToken* at = tokens.data(); at != end;) {
    const OwnToken* next = at;
    while (next != end && next->token.group == at->token.group) ++next;
    const bool is_open = unfinished && next == end && IsOpenAt(text, end[-1].token.end);
    words.push_back(WordOf({at, next, is_open}));
    at = next;
  }
  return words;
}

QueryPhrase AnalyzePhrase(std::string_view text, bool unfinished) {
  const Tokens tokens = TokensOf(text);
  if (tokens.empty()) return {};
  const OwnToken* const end = tokens.data() + tokens.size();
  const bool is_open = unfinished && IsOpenAt(text, end[-1].token.end);
  return OpenPhrase({tokens.data(), end, is_open}, false);
}

}  // namespace broadsheet
