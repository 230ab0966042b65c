#include <string>
#include <utility>

#include "base/number.h"
#include "base/sort.h"
#include "search/day.h"
#include "search/search_run.h"

namespace broadsheet {
namespace {

void AddCount(std::string value, uint32_t count, Vector<FacetCount>& facets) {
  if (count == 0) return;
  for (FacetCount& facet : facets) {
    if (facet.value != value) continue;
    facet.count += count;
    return;
  }
  facets.push_back({std::move(value), count});
}

void SortByCount(Vector<FacetCount>& facets) {
  SortBy(facets, [](const FacetCount& a, const FacetCount& b) {
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
  SortBy(answer.facets.years,
         [](const FacetCount& a, const FacetCount& b) { return a.value > b.value; });
  return ready;
}

bool SearchRun::CountFacets(size_t slot, SearchAnswer& answer) {
  const Vector<int32_t>* days = readers_[slot]->Days();
  const PostTags* tags = readers_[slot]->Tags();
  if (days == nullptr || tags == nullptr) return false;
  const Root& root = readers_[slot]->root();
  Vector<uint32_t> by_tag(tags->names.size());
  Vector<uint32_t> by_language(root.languages.size());
  Vector<int32_t> years;
  full_[slot].ForEach([&](uint32_t post) {
    for (uint32_t tag : tags->posts[post]) ++by_tag[tag];
    ++by_language[root.post_languages[post]];
    if ((*days)[post] != kNoDay) years.push_back(YearOfDay((*days)[post]));
  });
  Sort(years);
  for (size_t i = 0; i < by_tag.size(); ++i)
    AddCount(tags->names[i], by_tag[i], answer.facets.tags);
  for (size_t i = 0; i < by_language.size(); ++i) {
    AddCount(root.languages[i], by_language[i], answer.facets.languages);
  }
  for (size_t first = 0; first < years.size();) {
    size_t last = first;
    while (last < years.size() && years[last] == years[first]) ++last;
    AddCount(NumberText(years[first]), static_cast<uint32_t>(last - first), answer.facets.years);
    first = last;
  }
  return true;
}

}  // namespace broadsheet
