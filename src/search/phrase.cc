#include "search/phrase.h"

#include <algorithm>
#include <utility>

#include "base/sort.h"
#include "search/term_finder.h"

namespace broadsheet {
namespace {

using PlaceLists = Vector<Vector<Place>>;

void Count(Posting& posting, Field field) {
  if (posting.counts[field] < kMaxCount) ++posting.counts[field];
}

// Counts where the terms stand at their offsets. `strict` terms come first.
void CountExact(const PlaceLists& lists, const Vector<uint32_t>& offsets, FieldMask fields,
                Posting& posting) {
  for (const Place& place : lists[0]) {
    if ((fields >> place.field & 1) == 0 || place.position < offsets[0]) continue;
    bool is_match = true;
    for (size_t i = 1; i < lists.size() && is_match; ++i) {
      is_match = HasPlace(lists[i], place.position - offsets[0] + offsets[i], fields);
    }
    if (is_match) Count(posting, place.field);
  }
}

// Counts the windows that hold every term, each beginning at its first word.
void CountNear(const PlaceLists& lists, uint32_t span, FieldMask fields, Posting& posting) {
  for (size_t first = 0; first < lists.size(); ++first) {
    for (const Place& start : lists[first]) {
      if ((fields >> start.field & 1) == 0) continue;
      const bool is_match = std::all_of(lists.begin(), lists.end(), [&](const auto& list) {
        auto place = std::lower_bound(list.begin(), list.end(), Place{start.position, kFieldText});
        while (place != list.end() && (fields >> place->field & 1) == 0) ++place;
        return place != list.end() && place->position - start.position < span;
      });
      if (is_match) Count(posting, start.field);
    }
  }
}

}  // namespace

bool FindPhrase(IndexReader& reader, const Readers& all, const QueryPhrase& phrase,
                PhraseShape shape, FieldMask fields, Vector<KeptTerm>& terms, PostingList& list,
                bool& is_guess) {
  bool ready = true;
  Vector<PostingList> candidates;
  Vector<uint32_t> offsets;
  Vector<size_t> strict;  // terms whose places are all known
  for (const QueryTerm& term : phrase) {
    FoundTerm found;
    ready &= TermFinder(reader, all)
                 .Find(term,
                       phrase.size() == 1 ? TermFinder::Relatives::kApart
                                          : TermFinder::Relatives::kMayReplace,
                       found);
    if (!found.is_partial || phrase.size() == 1) {
      strict.push_back(terms.size());
      offsets.push_back(term.offset);
    }
    const bool is_equal = term.match == TermMatch::kEqual;
    candidates.push_back(std::move(is_equal ? found.exact : found.all));
    terms.push_back({term, true, std::move(found.keepers)});
  }
  if (!ready) return false;
  if (phrase.size() == 1) {
    list = std::move(candidates[0]);
    return true;
  }

  SortBy(candidates,
         [](const PostingList& a, const PostingList& b) { return a.size() < b.size(); });
  const auto by_post = [](const Posting& a, const Posting& b) { return a.post < b.post; };
  for (const Posting& candidate : candidates[0]) {
    const bool has_all =
        std::all_of(candidates.begin() + 1, candidates.end(), [&](const PostingList& other) {
          return std::binary_search(other.begin(), other.end(), candidate, by_post);
        });
    if (!has_all) continue;
    PlaceLists places(strict.size());
    bool is_known = true;
    for (size_t i = 0; i < strict.size(); ++i) {
      is_known &= FindPlaces(reader, terms[strict[i]], candidate.post, places[i]);
    }
    ready &= is_known;
    Posting posting{candidate.post, {}};
    if (!is_known) {
      posting.counts = candidate.counts;
    } else if (places.empty()) {
      posting.counts[kFieldText] = 1;
    } else if (shape.is_near) {
      CountNear(places, static_cast<uint32_t>(phrase.size()) + shape.distance, fields, posting);
    } else {
      CountExact(places, offsets, fields, posting);
    }
    if (posting.mask() != 0) list.push_back(posting);
  }
  is_guess = !ready;
  return ready;
}

}  // namespace broadsheet
