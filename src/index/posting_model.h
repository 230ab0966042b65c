#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>

#include "index/number_model.h"
#include "index/posting.h"

namespace broadsheet {

// How many bits `value` has.
inline uint32_t BitLength(uint32_t value) {
  uint32_t length = 0;
  for (; value != 0; value >>= 1) ++length;
  return length;
}

// Of what most posts have, a list says only about how often: 1, 2 to 3, 4 to 7, or more often. Such counts
// hardly change a score, and would be nine tenths of the longest lists.
inline constexpr uint16_t kRoundedCounts[] = {1, 3, 6, 16};
inline uint32_t CountLevel(uint32_t count) { return std::min(BitLength(count), 4u) - 1; }

// Learns posting lists of many lengths: gaps and counts are foretold from the list's length.
class PostingModel {
 public:
  explicit PostingModel(bool is_rounded = false) : is_rounded_(is_rounded) {}

  // Writes `list`, or reads `size` postings into it. Posts are below `post_count`.
  template <typename Coder>
  void Code(Coder& coder, PostingList& list, uint32_t size, uint32_t post_count) {
    const uint32_t kind = std::min(BitLength(size), kKinds - 1);
    if constexpr (!Coder::kWrites) {
      if (size > post_count) return coder.Fail();
      list.assign(size, Posting());
    }
    uint64_t next = 0;
    for (Posting& posting : list) {
      next += gaps_[kind].Code(coder, static_cast<uint32_t>(posting.post - next));
      if (next >= post_count || !coder.ok()) {
        coder.Fail();
        list.clear();
        return;
      }
      posting.post = static_cast<uint32_t>(next++);
      CodeCounts(coder, posting, kind);
    }
  }

 private:
  static constexpr uint32_t kKinds = 20;

  template <typename Coder>
  void CodeCounts(Coder& coder, Posting& posting, uint32_t kind) {
    const uint32_t mask = masks_[kind].Code(coder, posting.mask());
    for (size_t f = 0; f < kFieldCount; ++f) {
      if ((mask >> f & 1) == 0) continue;
      NumberModel& model = f == kFieldText ? text_counts_[kind] : counts_[f];
      const uint32_t count = posting.counts[f];
      const uint32_t coded = model.Code(coder, is_rounded_ ? CountLevel(count) : count - 1);
      posting.counts[f] = is_rounded_ ? kRoundedCounts[coded & 3]
                                      : static_cast<uint16_t>(std::min(coded, kMaxCount - 1) + 1);
    }
  }

  bool is_rounded_;
  std::array<NumberModel, kKinds> gaps_;
  std::array<NumberModel, kKinds> text_counts_;
  std::array<NumberModel, kFieldCount> counts_;
  std::array<SymbolModel<32>, kKinds> masks_;
};

// Learns positions: the first of a field in a post, then the distances.
class PositionModel {
 public:
  // `is_rounded`: the lists do not say how many positions there are.
  explicit PositionModel(bool is_rounded = false) : is_rounded_(is_rounded) {}

  // Writes `positions`, or reads as many as `posting` counts; of a class of so many forms (0: a form).
  template <typename Coder>
  void Code(Coder& coder, const Posting& posting, size_t form_count, FieldPositions& positions) {
    for (size_t f = 0; f < kFieldCount && coder.ok(); ++f) {
      uint32_t count = posting.counts[f];
      if (count == 0) continue;
      if (is_rounded_) {
        count = counts_[CountLevel(count)].Code(coder,
                                                static_cast<uint32_t>(positions.fields[f].size()));
        if (count > kMaxCount) return coder.Fail();
      }
      if constexpr (!Coder::kWrites) positions.fields[f].resize(count);
      CodeField(coder, positions.fields[f], static_cast<Field>(f));
      if (form_count == 0) continue;
      positions.forms[f].resize(count);
      for (uint16_t& form : positions.forms[f]) {
        form = static_cast<uint16_t>(forms_.Code(coder, form));
      }
    }
  }

 private:
  static constexpr size_t kKinds = 4;

  template <typename Coder>
  void CodeField(Coder& coder, Vector<uint32_t>& positions, Field field) {
    const size_t count = positions.size();
    const size_t kind = count < 3 ? 0 : count < 8 ? 1 : count < 32 ? 2 : 3;
    uint32_t next = FieldBase(field);
    bool is_first = true;
    for (uint32_t& position : positions) {
      NumberModel& model = is_first ? first_[field] : distance_[field][kind];
      next += model.Code(coder, position - next);
      position = next;
      is_first = false;
      if (!coder.ok()) return;
    }
  }

  bool is_rounded_;
  std::array<NumberModel, std::size(kRoundedCounts)> counts_;
  NumberModel forms_;
  std::array<NumberModel, kFieldCount> first_;
  std::array<std::array<NumberModel, kKinds>, kFieldCount> distance_;
};

}  // namespace broadsheet
