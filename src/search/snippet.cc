#include "search/snippet.h"

#include <algorithm>
#include <string>

#include "base/join.h"
#include "base/sort.h"
#include "base/utf8.h"
#include "search/query.h"
#include "text/glyph.h"
#include "text/tokenizer.h"

namespace broadsheet {
namespace {

// A term of the question, with what stands around it there.
struct Needle {
  const QueryTerm* term;
  uint32_t leaf;    // the word of the question that it is of
  uint32_t phrase;  // counted through the question
  size_t terms;     // of its phrase, that must stand there too
};

// A word of the text that answers one of the question.
struct Match {
  uint32_t leaf = 0;
  uint32_t begin = 0;
  uint32_t end = 0;
  uint32_t phrase = 0;
  uint32_t phrase_position = 0;  // where the phrase begins if the word is of it
  size_t terms = 1;
};

// What the question looks for: its terms, whatever phrase they come from.
class Needles {
 public:
  explicit Needles(const SnippetRequest& request)
      : query_(ParseQuery(request.query, request.finished)), forms_(request.forms) {
    for (const QueryNode* node : WantedLeaves(query_.root)) {
      for (const QueryPhrase& phrase : node->word.phrases) Add(phrase, false);
      Add(node->phrase, node->is_near);
      ++leaf_;
    }
  }

  size_t leaf_count() const { return std::max<size_t>(leaf_, forms_.size()); }

  // Adds what `token` answers. `asked`: how many bytes of a gram were asked for.
  void Find(const Token& token, uint32_t& asked, Vector<Match>& matches) const {
    Match match{0, token.begin, token.end};
    for (const Needle& needle : needles_) {
      if (!needle.term->Matches(token.folded)) continue;
      if (token.kind == TokenKind::kGram) {
        asked = static_cast<uint32_t>(needle.term->folded.size()) - 1;
      }
      match.leaf = needle.leaf;
      match.phrase = needle.phrase;
      match.phrase_position = token.position - needle.term->offset;
      match.terms = needle.terms;
      matches.push_back(match);
    }
    match.phrase = 0;
    match.terms = 1;
    const std::string form = Join({" ", token.folded, " "});
    for (match.leaf = 0; match.leaf < forms_.size(); ++match.leaf) {
      if (forms_[match.leaf].find(form) != std::string_view::npos) matches.push_back(match);
    }
  }

 private:
  void Add(const QueryPhrase& phrase, bool is_near) {
    ++phrase_;
    for (const QueryTerm& term : phrase) {
      needles_.push_back({&term, leaf_, phrase_, is_near ? 1 : phrase.size()});
    }
  }

  Query query_;
  Vector<Needle> needles_;
  const Vector<std::string_view>& forms_;
  uint32_t leaf_ = 0;
  uint32_t phrase_ = 0;
};

struct Window {
  uint32_t begin = 0;
  uint32_t end = 0;
  double worth = 0;
};

// The stretch of at most `size` bytes with most different words of the question, then most of them,
// then the shortest; `bonus_begin`…`bonus_end` (the hit's section) comes first.
Window BestWindow(const Vector<Match>& matches, size_t leaf_count, uint32_t size,
                  uint32_t bonus_begin, uint32_t bonus_end) {
  Window best;
  Vector<uint32_t> counts(leaf_count);
  size_t distinct = 0;
  size_t first = 0;
  for (size_t last = 0; last < matches.size(); ++last) {
    if (counts[matches[last].leaf]++ == 0) ++distinct;
    while (first < last && matches[last].end - matches[first].begin > size) {
      if (--counts[matches[first].leaf] == 0) --distinct;
      ++first;
    }
    const bool in_section = matches[first].begin >= bonus_begin && matches[first].begin < bonus_end;
    const uint32_t extent = matches[last].end - matches[first].begin;
    const double worth = static_cast<double>(distinct) * 8 +
                         static_cast<double>(std::min<size_t>(last - first, 6)) +
                         (in_section ? 6 : 0) - static_cast<double>(extent) / size;
    if (best.end == 0 || worth > best.worth) {
      best = {matches[first].begin, matches[last].end, worth};
    }
  }
  return best;
}

bool IsSpaceAt(std::string_view text, size_t at) {
  return text[at] == ' ' || text[at] == '\n' || text[at] == '\t';
}

// Whether a character goes on there: with its further bytes, or with its marks.
bool GoesOnAt(std::string_view text, size_t at) {
  const CharClass type = GlyphAt(text, at).type;
  return (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80 || type == CharClass::kMark ||
         type == CharClass::kComplexMark;
}

// Moves to the beginning of the nearest word at or after `at`, or of the character if none is near.
uint32_t WordBegin(std::string_view text, uint32_t at, uint32_t limit) {
  uint32_t begin = at;
  while (begin > 0 && begin < limit && !IsSpaceAt(text, begin - 1)) ++begin;
  if (begin == 0 || IsSpaceAt(text, begin - 1)) return begin;
  while (at < limit && GoesOnAt(text, at)) ++at;
  return at;
}

uint32_t WordEnd(std::string_view text, uint32_t at, uint32_t limit) {
  uint32_t end = at;
  while (end > limit && end < text.size() && !IsSpaceAt(text, end)) --end;
  if (end == text.size() || IsSpaceAt(text, end)) return end;
  while (at > limit && at < text.size() && GoesOnAt(text, at)) --at;
  return at;
}

// Grows the window to the wanted size: a third before, the rest behind, and back to a block's start if
// one is near.
void Grow(std::string_view text, uint32_t size, Window& window) {
  const uint32_t extent = window.end - window.begin;
  const uint32_t room = size > extent ? size - extent : 0;
  const uint32_t before = std::min(window.begin, room / 3);
  uint32_t begin = window.begin - before;
  const size_t line = text.rfind('\n', window.begin == 0 ? 0 : window.begin - 1);
  if (line != std::string_view::npos && line + 1 >= begin && line + 1 <= window.begin) {
    begin = static_cast<uint32_t>(line) + 1;
  } else {
    begin = WordBegin(text, begin, window.begin);
  }
  const uint64_t far = uint64_t{begin} + std::max(size, extent);
  const uint32_t end =
      far >= text.size() ? static_cast<uint32_t>(text.size()) : static_cast<uint32_t>(far);
  window.begin = begin;
  window.end = WordEnd(text, std::max(end, window.end), window.end);
}

// Writes the window in one line: runs of white space become one space.
class Line {
 public:
  Line(std::string_view text, const Window& window) : text_(text), window_(window) {}

  Snippet Write(const Vector<Match>& matches) {
    uint32_t begin = window_.begin;
    uint32_t end = window_.end;
    while (begin < end && IsSpaceAt(text_, begin)) ++begin;
    while (end > begin && IsSpaceAt(text_, end - 1)) --end;
    if (Holds(0, begin)) snippet_.text += "\u2026";
    uint32_t at = begin;
    for (const Match& match : matches) {
      if (match.end <= at || match.end > end) continue;
      if (match.begin > at) Append(at, match.begin);
      const uint32_t from = static_cast<uint32_t>(snippet_.text.size());
      Append(std::max(at, match.begin), match.end);
      Mark(from, static_cast<uint32_t>(snippet_.text.size()));
      at = match.end;
    }
    Append(at, end);
    if (Holds(end, static_cast<uint32_t>(text_.size()))) snippet_.text += "\u2026";
    return std::move(snippet_);
  }

 private:
  // Whether anything but white space stands there.
  bool Holds(uint32_t begin, uint32_t end) const {
    while (begin < end && IsSpaceAt(text_, begin)) ++begin;
    return begin < end;
  }

  void Append(uint32_t begin, uint32_t end) {
    for (uint32_t i = begin; i < end; ++i) {
      if (!IsSpaceAt(text_, i)) {
        snippet_.text += text_[i];
      } else if (!snippet_.text.empty() && snippet_.text.back() != ' ') {
        snippet_.text += ' ';
      }
    }
  }

  void Mark(uint32_t begin, uint32_t end) {
    if (begin == end) return;
    if (!snippet_.marks.empty() && snippet_.marks.back().end >= begin) {
      snippet_.marks.back().end = end;
    } else {
      snippet_.marks.push_back({begin, end});
    }
  }

  std::string_view text_;
  Window window_;
  Snippet snippet_;
};

// Without the words of phrases that do not stand there whole.
Vector<Match> WholePhrases(const Vector<Match>& matches) {
  constexpr size_t kNear = 2 * kMaxQueryWords;  // matches
  Vector<Match> whole;
  for (size_t i = 0; i < matches.size(); ++i) {
    const Match& match = matches[i];
    size_t terms = 0;
    for (size_t j = i - std::min(i, kNear); j < std::min(i + kNear, matches.size()); ++j) {
      const bool is_same =
          matches[j].phrase == match.phrase && matches[j].phrase_position == match.phrase_position;
      if (is_same) ++terms;
    }
    if (terms >= match.terms) whole.push_back(match);
  }
  return whole;
}

Vector<Match> FindMatches(std::string_view text, const Needles& needles) {
  Vector<Match> matches;
  Tokenizer tokenizer(text);
  uint32_t asked = UINT32_MAX;
  for (Token token; tokenizer.Next(token);) {
    // Of the two characters of the gram before, the first may be all.
    if (asked <= token.begin && token.begin - matches.back().begin >= asked) {
      matches.back().end = std::min(matches.back().end, token.begin);
    }
    asked = UINT32_MAX;
    needles.Find(token, asked, matches);
  }
  SortBy(matches, [](const Match& a, const Match& b) { return a.begin < b.begin; });
  return WholePhrases(matches);
}

}  // namespace

Snippet CutSnippet(const SnippetRequest& request) {
  const Needles needles(request);
  const Vector<Match> matches = FindMatches(request.text, needles);
  const uint32_t size = std::clamp<uint32_t>(request.size, 40, 4000);
  Window window;
  if (matches.empty()) {
    const uint32_t length = static_cast<uint32_t>(request.text.size());
    window.begin = request.section_begin < request.section_end && request.section_begin < length
                       ? request.section_begin
                       : 0;
    window.end = window.begin;
  } else {
    window =
        BestWindow(matches, needles.leaf_count(), size, request.section_begin, request.section_end);
  }
  Grow(request.text, size, window);
  return Line(request.text, window).Write(matches);
}

}  // namespace broadsheet
