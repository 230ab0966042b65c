#pragma once

#include <cstdint>
#include <string>

#include "base/vector.h"
#include "index/number_model.h"
#include "index/string_model.h"

namespace broadsheet {

// The day of each post: days since 1970-01-01, or kNoDay.
inline constexpr int32_t kNoDay = INT32_MIN;

template <typename Coder>
void CodeDays(Coder& coder, Vector<int32_t>& days) {
  AdaptiveBit dated;
  AdaptiveBit back;
  NumberModel distance;
  int32_t last = 0;
  for (int32_t& day : days) {
    if (coder.Bit(dated, day != kNoDay) == 0) {
      day = kNoDay;
      continue;
    }
    const bool is_back = coder.Bit(back, day < last) != 0;
    const uint32_t gap =
        distance.Code(coder, is_back ? static_cast<uint32_t>(last) - static_cast<uint32_t>(day)
                                     : static_cast<uint32_t>(day) - static_cast<uint32_t>(last));
    const uint32_t unsigned_last = static_cast<uint32_t>(last);
    last = static_cast<int32_t>(is_back ? unsigned_last - gap : unsigned_last + gap);
    day = last;
  }
}

// The tags of the index, and the tags of each post.
struct PostTags {
  Vector<std::string> names;       // as most posts write them, by key
  Vector<Vector<uint32_t>> posts;  // indexes into `names`, ascending
};

template <typename Coder>
void CodeTags(Coder& coder, StringModel& words, uint32_t post_count, PostTags& tags) {
  NumberModel numbers;
  NumberModel counts;
  NumberModel gaps;
  constexpr uint32_t kMostNames = 1u << 20;
  uint32_t size = numbers.Code(coder, static_cast<uint32_t>(tags.names.size()));
  if (size > kMostNames) return coder.Fail();
  for (uint32_t i = 0; i < size && coder.ok(); ++i) {
    if constexpr (!Coder::kWrites) tags.names.emplace_back();
    words.Code(coder, tags.names[i], 1024);
  }
  tags.posts.resize(post_count);
  for (Vector<uint32_t>& own : tags.posts) {
    const uint32_t count = counts.Code(coder, static_cast<uint32_t>(own.size()));
    if (count > size || !coder.ok()) return coder.Fail();
    if constexpr (!Coder::kWrites) own.resize(count);
    uint32_t next = 0;
    for (uint32_t& tag : own) {
      next += gaps.Code(coder, tag - next);
      if (next >= size) return coder.Fail();
      tag = next++;
    }
  }
}

}  // namespace broadsheet
