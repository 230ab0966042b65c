#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "base/vector.h"

namespace broadsheet {

// Where in a post a word stands. Each occurrence counts for one field.
enum Field : uint8_t { kFieldText, kFieldCode, kFieldHeading, kFieldTitle, kFieldLabel };
inline constexpr size_t kFieldCount = 5;
using FieldMask = uint8_t;  // 1 << Field
inline constexpr FieldMask kAllFields = (1 << kFieldCount) - 1;

// Positions of words. Title and labels (tags and authors) have ranges of their own; text, code and
// headings share the body's, so that phrases run across them; between two blocks one stays free.
inline constexpr uint32_t kTitleBase = 0;
inline constexpr uint32_t kLabelBase = 1u << 28;
inline constexpr uint32_t kBodyBase = 1u << 29;
inline constexpr uint32_t FieldBase(Field field) {
  return field == kFieldTitle ? kTitleBase : field == kFieldLabel ? kLabelBase : kBodyBase;
}

// How often something stands in each field; at most kMaxCount.
using FieldCounts = std::array<uint16_t, kFieldCount>;

// One post that has a term, and how often it has it in each field.
struct Posting {
  uint32_t post = 0;
  FieldCounts counts{};

  FieldMask mask() const {
    FieldMask mask = 0;
    for (size_t f = 0; f < kFieldCount; ++f) {
      if (counts[f] != 0) mask = static_cast<FieldMask>(mask | 1u << f);
    }
    return mask;
  }
  uint32_t total() const {
    uint32_t total = 0;
    for (uint16_t count : counts) total += count;
    return total;
  }
};
inline constexpr uint32_t kMaxCount = 0xffff;

inline void AddCounts(const FieldCounts& from, FieldCounts& to) {
  for (size_t f = 0; f < kFieldCount; ++f) {
    to[f] = static_cast<uint16_t>(std::min(uint32_t{to[f]} + from[f], kMaxCount));
  }
}

// By post, each post once.
using PostingList = Vector<Posting>;

// The entry of `post` in a list by post; null without one.
template <typename List>
const typename List::value_type* FindPost(const List& list, uint32_t post) {
  const auto found = std::lower_bound(
      list.begin(), list.end(), post,
      [](const typename List::value_type& entry, uint32_t wanted) { return entry.post < wanted; });
  return found != list.end() && found->post == post ? &*found : nullptr;
}

// Positions of one term in one post, a field after the other, ascending in each. Of a class, `forms`
// says of each which form stands there.
struct FieldPositions {
  std::array<Vector<uint32_t>, kFieldCount> fields;
  std::array<Vector<uint16_t>, kFieldCount> forms;
};

}  // namespace broadsheet
