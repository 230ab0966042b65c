#include <algorithm>
#include <cmath>
#include <utility>

#include "search/search_run.h"
#include "search/spelling.h"
#include "search/term_finder.h"

namespace broadsheet {

namespace {

constexpr size_t kGuessedChunks = 6;  // in all words
constexpr size_t kShortWord = 3;      // bytes

bool IsSingleTerm(const QueryNode& node) {
  return node.kind == QueryNode::Kind::kWord && node.word.phrases.size() == 1 &&
         node.word.phrases[0].size() == 1;
}

}  // namespace

// Whether a root alone tells that posts have the word.
bool SearchRun::IsListed(const QueryTerm& term) const {
  for (const IndexReader* reader : readers_) {
    if (reader->FindHeavy(term.folded) != nullptr) return true;
    if (term.match != TermMatch::kPrefix) continue;
    if (reader->FindPrefix(term.folded) != nullptr) return true;
    for (const KeyedBlock& heavy : reader->root().heavy_terms) {
      if (heavy.key.starts_with(term.folded)) return true;
    }
  }
  return false;
}

bool SearchRun::IsUnknown(const QueryTerm& term) const {
  if (IsListed(term)) return false;
  for (IndexReader* reader : readers_) {
    FoundTerm found;
    if (!TermFinder(*reader, readers_).Find(term, TermFinder::Relatives::kNone, found) ||
        !found.all.empty() || !reader->problems().empty())
      return false;
  }
  return true;
}

void SearchRun::PrefetchSpelling(const QueryNode& node) {
  if (node.kind == QueryNode::Kind::kNot) return;
  for (const QueryNode& child : node.children) PrefetchSpelling(child);
  if (!IsSingleTerm(node)) return;
  const QueryTerm& term = node.word.phrases[0][0];
  // Of a short word, only the other forms are sought, which need nothing more.
  if (TyposAllowed(term) == 0 || term.folded.size() <= kShortWord || IsListed(term)) return;
  for (IndexReader* reader : readers_) {
    FoundTerm found;
    if (TermFinder(*reader, readers_).Find(term, TermFinder::Relatives::kNone, found) &&
        !found.all.empty())
      return;
  }
  Vector<Suggestion> found;
  for (IndexReader* reader : readers_) {
    FindSuggestions(*reader, term, 1, found);  // two are rare, and what holds such words is much
    PrefetchLike(*reader, term, kGuessedChunks / wanted_.size());
    uint32_t guessed = 0;  // bytes
    for (const KeyedBlock& heavy : reader->root().heavy_terms) {
      if (guessed + heavy.block.size >= kLongList || KindOfKey(heavy.key) != TermKind::kForm ||
          !IsLike(term, heavy.key)) {
        continue;
      }
      guessed += heavy.block.size;
      QueryTerm meant = term;
      meant.folded = meant.exact = heavy.key;
      FoundTerm ignored;
      TermFinder(*reader, readers_).Find(meant, TermFinder::Relatives::kMayReplace, ignored);
    }
  }
}

// Whether any post has a word of the question.
bool SearchRun::IsFound(const QueryNode& leaf) const {
  return std::any_of(matchers_.begin(), matchers_.end(),
                     [&](const Matcher& matcher) { return !matcher.leaf(leaf).postings.empty(); });
}

// Puts the terms of a compound, or of a run of a script without spaces, that no post has in its place:
// posts with some of them are better than none.
void SearchRun::Split(QueryNode& node) {
  const QueryPhrase terms = node.word.phrases.back();
  const FieldMask fields = node.fields;
  node = QueryNode();
  for (const QueryTerm& term : terms) {
    QueryNode& child = node.children.emplace_back();
    child.kind = QueryNode::Kind::kWord;
    child.fields = fields;
    child.word.phrases.push_back({term});
    child.shares.push_back(1);
  }
}

bool SearchRun::Correct(QueryNode& node, bool& has_corrected) {
  if (node.kind == QueryNode::Kind::kNot) return true;
  bool ready = true;
  if (node.kind == QueryNode::Kind::kWord && node.word.phrases.back().size() > 1 &&
      !IsFound(node)) {
    Split(node);
    has_corrected = true;
  }
  for (QueryNode& child : node.children) ready &= Correct(child, has_corrected);
  if (!IsSingleTerm(node)) return ready;
  QueryTerm& term = node.word.phrases[0][0];
  if (TyposAllowed(term) == 0 || !IsUnknown(term)) return ready;
  Vector<Suggestion> found;
  for (uint32_t typos = 1; typos <= TyposAllowed(term) && ready && found.empty(); ++typos) {
    for (IndexReader* reader : readers_) ready &= FindSuggestions(*reader, term, typos, found);
  }
  const Vector<Suggestion> best = BestSuggestions(std::move(found));
  if (!ready || best.empty()) return ready;
  Correction& correction = corrections_.emplace_back();
  correction.from = term.folded;
  const QueryTerm typed = term;
  node.word.phrases.clear();
  node.shares.clear();
  for (const Suggestion& suggestion : best) {
    QueryTerm meant = typed;
    meant.folded = meant.exact = suggestion.meant;
    node.word.phrases.push_back({std::move(meant)});
    node.shares.push_back(std::sqrt(std::sqrt(suggestion.odds / best[0].odds)));
    correction.to.push_back(suggestion.form);
  }
  has_corrected = true;
  return true;
}

}  // namespace broadsheet
