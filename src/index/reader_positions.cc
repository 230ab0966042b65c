#include <algorithm>

#include "index/range_decoder.h"
#include "index/reader.h"

namespace broadsheet {
namespace {

const FieldPositions kNoPositions;

class PositionDecoder {
 public:
  explicit PositionDecoder(std::string_view payload, bool is_rounded = false)
      : decoder_(payload), model_(is_rounded) {}

  // Appends the positions in the postings [first, last) of a term; none where it keeps none.
  void Read(const Term& term, const PostingList& list, size_t first, size_t last, const Root& root,
            Vector<FieldPositions>& places) {
    for (size_t i = first; i < last && decoder_.ok(); ++i) {
      FieldPositions& place = places.emplace_back();
      if (!KeepsPositions(term, root.post_languages[list[i].post])) continue;
      model_.Code(decoder_, list[i], term.forms.size(), place);
    }
  }

 private:
  RangeDecoder decoder_;
  PositionModel model_;
};

}  // namespace

const FieldPositions* IndexReader::Positions(TermRef ref, size_t place) {
  const Vector<Term>* terms = Terms(ref.chunk);
  if (terms == nullptr) return nullptr;
  if (ref.index >= terms->size()) return &kNoPositions;
  const Term& term = (*terms)[ref.index];
  if (!term.is_heavy) return LightPositions(ref, place);
  const KeyedBlock* listed = FindHeavy(term.key);
  if (listed == nullptr) return &kNoPositions;
  const HeavyPostings* heavy = ListedPostings(*listed);
  return heavy == nullptr ? nullptr : HeavyPositions(term, *heavy, place);
}

const FieldPositions* IndexReader::LightPositions(TermRef ref, size_t place) {
  const ChunkPostings* postings = LightPostings(ref.chunk);
  if (postings == nullptr) return nullptr;
  const Vector<Term>& terms = *Terms(ref.chunk);
  const Vector<uint32_t>& starts = postings->groups;
  uint32_t group = 0;
  uint64_t begin = postings->positions_begin;
  while (group + 2 < starts.size() && starts[group + 1] <= ref.index) {
    begin += postings->group_sizes[group++];
  }
  if (group >= postings->group_sizes.size()) return &kNoPositions;

  auto* known = Known<PlaceList>(Decoded::kPositions, begin);
  if (known == nullptr) {
    const auto payload = Payload(kPositionsFile, {begin, postings->group_sizes[group]});
    if (!payload) return nullptr;
    PositionDecoder decoder(*payload);
    known = Keep<PlaceList>(Decoded::kPositions, begin);
    PlaceList& places = *known;
    for (uint32_t i = starts[group]; i < starts[group + 1] && !payload->empty(); ++i) {
      decoder.Read(terms[i], postings->lists[i], 0, postings->lists[i].size(), root_, places);
    }
  }
  size_t skipped = 0;
  for (uint32_t i = starts[group]; i < ref.index; ++i) skipped += postings->lists[i].size();
  const PlaceList& places = *known;
  return skipped + place < places.size() ? &places[skipped + place] : &kNoPositions;
}

const FieldPositions* IndexReader::HeavyPositions(const Term& term, const HeavyPostings& heavy,
                                                  size_t place) {
  const auto after = std::upper_bound(
      heavy.runs.begin(), heavy.runs.end(), place,
      [](size_t wanted, const HeavyPostings::Run& other) { return wanted < other.first; });
  if (after == heavy.runs.begin()) return &kNoPositions;
  const HeavyPostings::Run& run = *std::prev(after);
  const uint64_t begin = run.begin;
  const size_t first = run.first;
  auto* known = Known<PlaceList>(Decoded::kPositions, begin);
  if (known == nullptr) {
    const auto payload = Payload(kPositionsFile, {begin, run.size});
    if (!payload) return nullptr;
    PositionDecoder decoder(*payload, heavy.is_rounded);
    const size_t last = std::min(heavy.list.size(), first + run.posts);
    known = Keep<PlaceList>(Decoded::kPositions, begin);
    PlaceList& places = *known;
    if (!payload->empty()) decoder.Read(term, heavy.list, first, last, root_, places);
  }
  const PlaceList& places = *known;
  return place - first < places.size() ? &places[place - first] : &kNoPositions;
}

}  // namespace broadsheet
