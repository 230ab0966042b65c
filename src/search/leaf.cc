#include "search/leaf.h"

#include <algorithm>
#include <utility>

#include "base/sort.h"
#include "search/phrase.h"

namespace broadsheet {
namespace {

// Adds up what the alternatives of a word find, post by post.
class LeafSum {
 public:
  LeafSum(const IndexReader& reader, FieldMask fields)
      : postings_(reader.root().post_count), fields_(fields) {}

  void Add(const PostingList& list, FieldCounts LeafPosting::*level, double share = 1) {
    for (const Posting& posting : list) {
      LeafPosting& sum = postings_[posting.post];
      sum.post = posting.post;
      sum.share = std::max(sum.share, share);
      FieldCounts counts = posting.counts;
      for (size_t f = 0; f < kFieldCount; ++f) {
        if ((fields_ >> f & 1) == 0) counts[f] = 0;
      }
      AddCounts(counts, sum.*level);
    }
  }

  // A phrase is what was typed.
  void Add(const PostingList& phrase) {
    Add(phrase, &LeafPosting::exact);
    Add(phrase, &LeafPosting::stem);
    Add(phrase, &LeafPosting::all);
  }

  Vector<LeafPosting> Take() const {
    Vector<LeafPosting> found;
    for (const LeafPosting& posting : postings_) {
      if (HasAny(posting.all)) found.push_back(posting);
    }
    return found;
  }

 private:
  Vector<LeafPosting> postings_;  // of every post
  FieldMask fields_;
};

bool FindWord(IndexReader& reader, const Readers& all, const QueryNode& node, Leaf& leaf,
              bool& is_guess) {
  bool ready = true;
  bool is_known = true;
  LeafSum sum(reader, node.fields);
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
      sum.Add(list);
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
  LeafSum sum(reader, node.fields);
  sum.Add(list);
  leaf.postings = sum.Take();
  return ready;
}

bool HasPlace(const Vector<Place>& places, uint32_t position, FieldMask fields) {
  const auto found = std::lower_bound(places.begin(), places.end(), Place{position, kFieldText});
  return found != places.end() && found->position == position && (fields >> found->field & 1) != 0;
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
