#pragma once

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/vector.h"
#include "index/posting.h"

namespace broadsheet {

// Sums up posting lists by post.
class PostingSum {
 public:
  explicit PostingSum(uint32_t post_count) : places_(post_count, kNone) {}

  void Add(const Posting& posting) {
    uint32_t& place = places_[posting.post];
    if (place == kNone) {
      place = static_cast<uint32_t>(list_.size());
      list_.push_back(posting);
      return;
    }
    for (size_t f = 0; f < kFieldCount; ++f) {
      const uint32_t sum = uint32_t{list_[place].counts[f]} + posting.counts[f];
      list_[place].counts[f] = static_cast<uint16_t>(std::min(sum, kMaxCount));
    }
  }
  void Add(const PostingList& list) {
    for (const Posting& posting : list) Add(posting);
  }

  // By post. The sum is used up.
  PostingList Take() {
    PostingList sorted;
    sorted.reserve(list_.size());
    for (const uint32_t place : places_) {
      if (place != kNone) sorted.push_back(list_[place]);
    }
    return sorted;
  }

 private:
  static constexpr uint32_t kNone = 0xffffffffu;
  Vector<uint32_t> places_;
  PostingList list_;
};

}  // namespace broadsheet
