#include "site/taxonomy.h"

#include <algorithm>

#include "post/slug.h"

namespace broadsheet {

const std::vector<uint32_t>* Taxonomy::Find(std::string_view slug) const {
  const auto term = std::lower_bound(
      terms.begin(), terms.end(), slug,
      [](const TagCount& one, std::string_view wanted) { return one.slug < wanted; });
  if (term == terms.end() || term->slug != slug) return nullptr;
  return &posts[static_cast<size_t>(term - terms.begin())];
}

void TaxonomyBuilder::Add(uint32_t place, const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    std::string slug = Slugify(name);
    if (!slug.empty()) uses_.push_back({std::move(slug), name, place});
  }
}

Taxonomy TaxonomyBuilder::Take() {
  std::stable_sort(uses_.begin(), uses_.end(),
                   [](const Use& a, const Use& b) { return a.slug < b.slug; });
  Taxonomy out;
  for (Use& use : uses_) {
    if (out.terms.empty() || out.terms.back().slug != use.slug) {
      out.terms.push_back({std::move(use.name), std::move(use.slug), 0});
      out.posts.emplace_back();
    } else if (use.name != out.terms.back().name) {
      variants_.push_back({use.place, std::move(use.name), out.terms.back().name});
    }
    ++out.terms.back().count;
    out.posts.back().push_back(use.place);
  }
  return out;
}

}  // namespace broadsheet
