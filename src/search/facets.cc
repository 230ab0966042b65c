#include <algorithm>
#include <map>

#include "search/day.h"
#include "search/search_run.h"

namespace broadsheet {
namespace {

using Counts = std::map<std::string, uint32_t>;

void AddCounts(const Counts& counts, std::vector<FacetCount>& facets) {
  Counts sums = counts;
  for (const FacetCount& facet : facets) sums[facet.value] += facet.count;
  facets.clear();
  for (const auto& [value, count] : sums) facets.push_back({value, count});
}

void SortByCount(std::vector<FacetCount>& facets) {
  std::sort(facets.begin(), facets.end(), [](const FacetCount& a, const FacetCount& b) {
    return a.count != b.count ? a.count > b.count : a.value < b.value;
  });
}

}  // namespace

bool SearchRun::CountFacets(SearchAnswer& answer) {
  bool ready = true;
  answer.has_facets = true;
  for (size_t slot = 0; slot < readers_.size(); ++slot) ready &= CountFacets(slot, answer);
  SortByCount(answer.facets.tags);
  SortByCount(answer.facets.languages);
  std::sort(answer.facets.years.begin(), answer.facets.years.end(),
            [](const FacetCount& a, const FacetCount& b) { return a.value > b.value; });
  return ready;
}

bool SearchRun::CountFacets(size_t slot, SearchAnswer& answer) {
  const std::vector<int32_t>* days = readers_[slot]->Days();
  const PostTags* tags = readers_[slot]->Tags();
  if (days == nullptr || tags == nullptr) return false;
  const Root& root = readers_[slot]->root();
  std::vector<uint32_t> by_tag(tags->names.size());
  std::vector<uint32_t> by_language(root.languages.size());
  std::map<int32_t, uint32_t> by_year;
  full_[slot].ForEach([&](uint32_t post) {
    for (uint32_t tag : tags->posts[post]) ++by_tag[tag];
    ++by_language[root.post_languages[post]];
    if ((*days)[post] != kNoDay) ++by_year[YearOfDay((*days)[post])];
  });
  Counts named;
  for (size_t i = 0; i < by_tag.size(); ++i) {
    if (by_tag[i] > 0) named[tags->names[i]] += by_tag[i];
  }
  AddCounts(named, answer.facets.tags);
  named.clear();
  for (size_t i = 0; i < by_language.size(); ++i) {
    if (by_language[i] > 0) named[root.languages[i]] += by_language[i];
  }
  AddCounts(named, answer.facets.languages);
  named.clear();
  for (const auto& [year, count] : by_year) named[std::to_string(year)] += count;
  AddCounts(named, answer.facets.years);
  return true;
}

}  // namespace broadsheet
