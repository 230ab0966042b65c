// What only the best posts are asked: where their words stand.

#include <algorithm>
#include <string>

#include "base/sort.h"
#include "search/search_run.h"

namespace broadsheet {
namespace {

// How close a word of one list stands to a later one of the other, at best: one over the distance, times
// what the field of both is worth.
double Closeness(const Vector<Place>& from, const Vector<Place>& to) {
  double best = 0;
  size_t next = 0;
  for (const Place& place : from) {
    while (next < to.size() && to[next].position <= place.position) ++next;
    if (next == to.size()) break;
    const uint32_t distance = to[next].position - place.position;
    if (distance > Ranking::kMaxDistance) continue;
    const Field field = std::min(place.field, to[next].field);
    best = std::max(best, Ranking::kFieldProximity[field] / distance);
  }
  return best;
}

}  // namespace

// Posts beyond the refined ones keep their order behind them; sections are sought for those shown.
bool SearchRun::Refine() {
  if (wanted_.empty()) return true;
  const bool by_relevance = order_ == SearchOrder::kRelevance;
  const size_t first = by_relevance ? 0 : std::min(request_.offset, candidates_.size());
  const size_t shown = std::min(candidates_.size(), request_.offset + request_.limit);
  const bool reorders = by_relevance && wanted_.size() > 1;
  const size_t last =
      std::max(shown, reorders ? std::min(Ranking::kRefined, candidates_.size()) : 0);
  bool ready = true;
  for (size_t i = first; i < last; ++i) {
    if (i >= request_.offset || (reorders && i < Ranking::kRefined)) {
      ready &= RefineOne(candidates_[i]);
    }
  }
  if (!ready || !reorders) return ready;
  // The refined ones are ordered anew, ties as they were; the others stay behind them.
  const size_t refined = std::min(Ranking::kRefined, candidates_.size());
  for (size_t i = refined; i < candidates_.size(); ++i) candidates_[i].is_behind = true;
  SortBy(candidates_, [](const Candidate& a, const Candidate& b) {
    if (a.is_behind || b.is_behind) return !a.is_behind && b.is_behind;
    return a.group != b.group ? a.group < b.group : a.score > b.score;
  });
  return true;
}

bool SearchRun::FindAllPlaces(const Candidate& candidate, Vector<Vector<Place>>& places) {
  bool ready = true;
  IndexReader& reader = *readers_[candidate.slot];
  places.resize(wanted_.size());
  for (size_t i = 0; i < wanted_.size(); ++i) {
    const QueryNode& node = *wanted_[i];
    for (const Vector<KeptTerm>& phrase : matchers_[candidate.slot].leaf(node).phrases) {
      Vector<Vector<Place>> lists(phrase.size());
      for (size_t t = 0; t < phrase.size(); ++t) {
        ready &= FindPlaces(reader, phrase[t], candidate.post, lists[t]);
      }
      for (const Place& place : lists[0]) {
        const uint32_t begin = place.position - phrase[0].term.offset;
        bool counts = (node.fields >> place.field & 1) != 0;
        // Of a phrase, only where it stands whole; of a term that is open, not all places are known.
        for (size_t t = 1; t < phrase.size(); ++t) {
          counts &= node.is_near || lists[t].empty() ||
                    HasPlace(lists[t], begin + phrase[t].term.offset, node.fields);
        }
        if (counts) places[i].push_back(place);
      }
    }
    Sort(places[i]);
  }
  return ready;
}

bool SearchRun::RefineOne(Candidate& candidate) {
  Vector<Vector<Place>> places;
  const bool has_places = FindAllPlaces(candidate, places);
  const PostRow* row = readers_[candidate.slot]->Row(candidate.post);
  if (!has_places || row == nullptr) return false;
  if (order_ == SearchOrder::kRelevance && wanted_.size() > 1) {
    candidate.proximity = Proximity(places);
    candidate.score += candidate.proximity;
  }
  ChooseSection(*row, places, candidate);
  return true;
}

double SearchRun::Proximity(const Vector<Vector<Place>>& places) const {
  double sum = 0;
  for (size_t i = 0; i + 1 < places.size(); ++i) {
    const double idf = std::min(scorers_[i].idf(), scorers_[i + 1].idf());
    const double in_order = Closeness(places[i], places[i + 1]);
    const double reversed = Ranking::kReversed * Closeness(places[i + 1], places[i]);
    sum += Ranking::kProximity * idf * std::max(in_order, reversed);
  }
  return sum;
}

// The section with most of the words, by their weight; its heading counts as a second time.
void SearchRun::ChooseSection(const PostRow& row, const Vector<Vector<Place>>& places,
                              Candidate& candidate) const {
  Vector<double> worth(row.sections.size() + 1);
  for (size_t i = 0; i < places.size(); ++i) {
    Vector<double> own(worth.size());
    for (const Place& place : places[i]) {
      if (place.position < kBodyBase) continue;
      const uint32_t position = place.position - kBodyBase;
      const auto after = std::upper_bound(row.sections.begin(), row.sections.end(), position,
                                          [](uint32_t wanted, const PostRow::Section& section) {
                                            return wanted < section.position;
                                          });
      own[static_cast<size_t>(after - row.sections.begin())] +=
          place.field == kFieldHeading ? 4.0 : 1.0;
    }
    for (size_t s = 0; s < worth.size(); ++s) worth[s] += scorers_[i].idf() * own[s] / (1 + own[s]);
  }
  const size_t best =
      static_cast<size_t>(std::max_element(worth.begin(), worth.end()) - worth.begin());
  candidate.has_section = best > 0;
  candidate.section = best > 0 ? static_cast<uint32_t>(best - 1) : 0;
}

}  // namespace broadsheet
