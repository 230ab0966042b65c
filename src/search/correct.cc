#include <cmath>
#include <utility>

#include "search/search_run.h"
#include "search/spelling.h"
#include "search/term_finder.h"

namespace broadsheet {

namespace {

constexpr size_t kGuessedChunks = 6;  // in all words

bool IsSingleTerm(const QueryNode& node) {
  return node.kind == QueryNode::Kind::kWord && node.word.phrases.size() == 1 &&
         node.word.phrases[0].size() == 1;
}

}  // namespace

bool SearchRun::IsUnknown(const QueryTerm& term) const {
  for (IndexReader* reader : readers_) {
    FoundTerm found;
    if (!TermFinder(*reader, readers_).Find(term, TermFinder::Relatives::kNone, found) ||
        !found.all.empty())
      return false;
  }
  return true;
}

void SearchRun::PrefetchSpelling(const QueryNode& node) {
  if (node.kind == QueryNode::Kind::kNot) return;
  for (const QueryNode& child : node.children) PrefetchSpelling(child);
  if (!IsSingleTerm(node)) return;
  const QueryTerm& term = node.word.phrases[0][0];
  bool is_known = TyposAllowed(term) == 0;
  for (IndexReader* reader : readers_) {
    is_known |= reader->FindHeavy(term.folded) != nullptr;
    if (term.match == TermMatch::kPrefix) {
      is_known |= reader->FindPrefix(term.folded) != nullptr;
      for (const ListedTerm& heavy : reader->root().heavy_terms) {
        is_known |= heavy.key.starts_with(term.folded);
      }
    }
    FoundTerm found;
    is_known |= TermFinder(*reader, readers_).Find(term, TermFinder::Relatives::kNone, found) &&
                !found.all.empty();
  }
  if (is_known) return;
  Vector<Suggestion> found;
  for (IndexReader* reader : readers_) {
    FindSuggestions(*reader, term, found);
    PrefetchLike(*reader, term, kGuessedChunks / wanted_.size());
    for (const ListedTerm& heavy : reader->root().heavy_terms) {
      if (heavy.block.size >= kLongList || KindOfKey(heavy.key) != TermKind::kForm ||
          !IsLike(term, heavy.key)) {
        continue;
      }
      QueryTerm meant = term;
      meant.folded = meant.exact = heavy.key;
      FoundTerm ignored;
      TermFinder(*reader, readers_).Find(meant, TermFinder::Relatives::kMayReplace, ignored);
    }
  }
}

bool SearchRun::Correct(QueryNode& node, bool& has_corrected) {
  if (node.kind == QueryNode::Kind::kNot) return true;
  bool ready = true;
  for (QueryNode& child : node.children) ready &= Correct(child, has_corrected);
  if (!IsSingleTerm(node)) return ready;
  QueryTerm& term = node.word.phrases[0][0];
  if (TyposAllowed(term) == 0 || !IsUnknown(term)) return ready;
  Vector<Suggestion> found;
  for (IndexReader* reader : readers_) ready &= FindSuggestions(*reader, term, found);
  const Vector<Suggestion> best = BestSuggestions(std::move(found));
  if (!ready || best.empty()) return ready;
  Correction& correction = corrections_.emplace_back();
  correction.from = term.folded;
  const QueryTerm typed = term;
  node.word.phrases.clear();
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
