#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "post/post.h"
#include "view/views.h"

namespace broadsheet {

// One way to sort posts: by tags, categories, authors or series.
struct Taxonomy {
  std::vector<TagCount> terms;               // by slug; named as the oldest post names them
  std::vector<std::vector<uint32_t>> posts;  // of each term: its posts' places in the edition

  // The places of the posts of the term; null without such a term.
  const std::vector<uint32_t>* Find(std::string_view slug) const;
};

// Counts names by slug while posts are added in their order.
class TaxonomyBuilder {
 public:
  // A name that a post spells in another way than its term.
  struct Variant {
    uint32_t place;
    std::string name;
    std::string term;
  };

  void Add(uint32_t place, const std::vector<std::string>& names);
  Taxonomy Take();
  // Those of what Take gave.
  const std::vector<Variant>& variants() const { return variants_; }

 private:
  struct Use {
    std::string slug;
    std::string name;
    uint32_t place;
  };
  std::vector<Use> uses_;
  std::vector<Variant> variants_;
};

}  // namespace broadsheet
