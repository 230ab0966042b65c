#include "search/leaf.h"

#include <algorithm>
#include <utility>

#include "base/sort.h"
#include "search/phrase.h"

namespace broadsheet {
namespace {

// Adds up what the alternatives of a word find.
class LeafSum {
 public:
  explicit LeafSum(FieldMask fields) : fields_(fields) {}

  void Add(const PostingList& list, FieldCounts LeafPosting::*level, double share = 1) {
    for (const Posting& posting : list) {
      entries_.push_back({posting.post, level, posting.counts, share});
    }
  }

  Vector<LeafPosting> Take() {
    SortBy(entries_, [](const Entry& a, const Entry& b) { return a.post < b.post; });
    Vector<LeafPosting> postings;
    for (const Entry& entry : entries_) {
      if (postings.empty() || postings.back().post != entry.post) {
        Drop(postings);
        postings.emplace_back().post = entry.post;
        postings.back().share = 0;
      }
      postings.back().share = std::max(postings.back().share, entry.share);
      FieldCounts& sum = postings.back().*entry.level;
      for (size_t f = 0; f < kFieldCount; ++f) {
        if ((fields_ >> f & 1) == 0) continue;
        sum[f] = static_cast<uint16_t>(std::min(uint32_t{sum[f]} + entry.counts[f], kMaxCount));
      }
    }
    Drop(postings);
    return postings;
  }

 private:
  struct Entry {
    uint32_t post;
    FieldCounts LeafPosting::*level;
    FieldCounts counts;
    double share;
  };

  // Takes the last posting away if it has nothing in the wanted fields.
  static void Drop(Vector<LeafPosting>& postings) {
    if (!postings.empty() && !HasAny(postings.back().all)) postings.pop_back();
  }

  FieldMask fields_;
  Vector<Entry> entries_;
};

// The common case, one term: its lists are already in order.
Vector<LeafPosting> JoinLevels(const FoundTerm& found, FieldMask fields) {
  Vector<LeafPosting> postings;
  postings.reserve(found.all.size());
  size_t exact = 0;
  size_t stem = 0;
  const auto masked = [&](const FieldCounts& counts) {
    FieldCounts kept{};
    for (size_t f = 0; f < kFieldCount; ++f) {
      if ((fields >> f & 1) != 0) kept[f] = counts[f];
    }
    return kept;
  };
  for (const Posting& posting : found.all) {
    LeafPosting& out = postings.emplace_back();
    out.post = posting.post;
    out.all = masked(posting.counts);
    while (exact < found.exact.size() && found.exact[exact].post < posting.post) ++exact;
    while (stem < found.stem.size() && found.stem[stem].post < posting.post) ++stem;
    if (exact < found.exact.size() && found.exact[exact].post == posting.post) {
      out.exact = masked(found.exact[exact].counts);
    }
    if (stem < found.stem.size() && found.stem[stem].post == posting.post) {
      out.stem = masked(found.stem[stem].counts);
    }
    if (!HasAny(out.all)) postings.pop_back();
  }
  return postings;
}

bool FindWord(IndexReader& reader, const Readers& all, const QueryNode& node, Leaf& leaf,
              bool& is_guess) {
  bool ready = true;
  bool is_known = true;
  LeafSum sum(node.fields);
  const Vector<QueryPhrase>& phrases = node.word.phrases;
  for (size_t i = 0; i < phrases.size(); ++i) {
    const QueryPhrase& phrase = phrases[i];
    const double share = node.shares.empty() ? 1.0 : node.shares[i];
    if (phrase.size() > 1) {
      Vector<KeptTerm> terms;
      PostingList list;
      bool is_guessed = false;
      const bool is_found =
          FindPhrase(reader, all, phrase, {}, node.fields, terms, list, is_guessed);
      ready &= is_found;
      is_known &= is_found || is_guessed;
      leaf.phrases.push_back(std::move(terms));
      sum.Add(list, &LeafPosting::exact);
      sum.Add(list, &LeafPosting::stem);
      sum.Add(list, &LeafPosting::all);
      continue;
    }
    FoundTerm found;
    const bool is_found = TermFinder(reader, all)
                              .Find(phrase[0],
                                    phrase[0].is_plain ? TermFinder::Relatives::kMayReplace
                                                       : TermFinder::Relatives::kNone,
                                    found);
    ready &= is_found;
    is_known &= is_found;
    leaf.phrases.push_back({{phrase[0], false, std::move(found.keepers)}});
    for (const FoundForm& form : found.forms) {
      leaf.forms.push_back(form);
      leaf.forms.back().share = share;
    }
    if (phrases.size() == 1) {
      leaf.postings = JoinLevels(found, node.fields);
      return ready;
    }
    sum.Add(found.exact, &LeafPosting::exact, share);
    sum.Add(found.stem, &LeafPosting::stem, share);
    sum.Add(found.all, &LeafPosting::all, share);
  }
  leaf.postings = sum.Take();
  is_guess = !ready && is_known;
  return ready;
}

}  // namespace

bool FindLeaf(IndexReader& reader, const Readers& all, const QueryNode& node, Leaf& leaf,
              bool& is_guess) {
  leaf = Leaf();
  if (node.kind == QueryNode::Kind::kWord) return FindWord(reader, all, node, leaf, is_guess);
  PhraseShape shape;
  shape.is_near = node.is_near;
  shape.distance = node.distance;
  PostingList list;
  Vector<KeptTerm> terms;
  const bool ready =
      FindPhrase(reader, all, node.phrase, shape, node.fields, terms, list, is_guess);
  leaf.phrases.push_back(std::move(terms));
  LeafSum sum(node.fields);
  sum.Add(list, &LeafPosting::exact);
  sum.Add(list, &LeafPosting::stem);
  sum.Add(list, &LeafPosting::all);
  leaf.postings = sum.Take();
  return ready;
}

bool FindPlaces(IndexReader& reader, const KeptTerm& term, uint32_t post, Vector<Place>& places) {
  bool ready = true;
  for (const TermRef& keeper : term.keepers) {
    const PostingList* list = reader.Postings(keeper);
    if (list == nullptr) {
      ready = false;
      continue;
    }
    const Posting* found = FindPost(*list, post);
    if (found == nullptr) continue;
    const FieldPositions* positions =
        reader.Positions(keeper, static_cast<size_t>(found - list->data()));
    if (positions == nullptr) {
      ready = false;
      continue;
    }
    const Term& kept = (*reader.Terms(keeper.chunk))[keeper.index];
    const Vector<std::string>& forms = kept.forms;
    if (term.is_exact && forms.empty() && !term.term.Matches(kept.key)) continue;
    for (size_t f = 0; f < kFieldCount; ++f) {
      for (size_t i = 0; i < positions->fields[f].size(); ++i) {
        if (term.is_exact && !forms.empty()) {
          const uint16_t form = positions->forms[f][i];
          if (form >= forms.size() || !term.term.Matches(forms[form])) continue;
        }
        places.push_back({positions->fields[f][i], static_cast<Field>(f)});
      }
    }
  }
  if (!std::is_sorted(places.begin(), places.end())) Sort(places);
  return ready;
}

}  // namespace broadsheet
