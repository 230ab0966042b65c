#pragma once

#include <cstdint>
#include <string_view>

#include "base/hash.h"
#include "index/root.h"

namespace broadsheet {

// Divides sorted keys into chunks, at keys that their own hash marks: so a key that comes or goes moves
// the limits beside it at most, and the other chunks keep their bytes.
class ChunkLimits {
 public:
  // So many times as many keys in a chunk as usual.
  explicit ChunkLimits(uint32_t scale = 1) : scale_(scale) {}

  // Whether `key`, the next in order, begins a chunk; it puts so many postings into it.
  bool Begins(std::string_view key, uint32_t postings) {
    const bool is_over = keys_ >= scale_ * kMostKeys || postings_ >= kMostPostings;
    const bool is_full = keys_ >= scale_ * kKeys || postings_ >= kPostings;
    const bool begins = is_first_ || is_over || (is_full && Hash64(key) % kKeysPerMark == 0);
    if (begins) keys_ = postings_ = 0;
    is_first_ = false;
    ++keys_;
    postings_ += postings;
    return begins;
  }

 private:
  // About 150 keys a chunk.
  static constexpr uint32_t kKeys = 110;
  static constexpr uint32_t kMostKeys = 260;
  static constexpr uint32_t kPostings = 830;
  static constexpr uint32_t kMostPostings = 1950;
  static constexpr uint32_t kKeysPerMark = 40;

  uint32_t scale_;
  bool is_first_ = true;
  uint32_t keys_ = 0;
  uint32_t postings_ = 0;
};

// Of very many posts, what the root has to list or to say of each becomes the larger part of what a question
// costs. Chunks of typo dictionaries are larger by this there.
inline uint32_t LargeScale(uint32_t post_count) { return post_count < 1 << 15 ? 1 : 2; }

// How the root says the length of one of so many posts: of very many, in halves of a power of two.
inline uint8_t StoredLength(uint32_t length, uint32_t post_count) {
  return static_cast<uint8_t>(LengthCode(length) & ~(LargeScale(post_count) - 1));
}

// Whether `entries`, which come in place of those of chunk `number`, end where these did.
template <typename Chunks, typename Entries, typename PostingsOf>
bool KeepsLimits(const Chunks& chunks, uint32_t number, const Entries& entries,
                 PostingsOf postings_of, uint32_t scale = 1) {
  if (entries.empty() || entries[0].key != chunks[number].key) return false;
  ChunkLimits limits(scale);
  for (size_t i = 0; i < entries.size(); ++i) {
    if (limits.Begins(entries[i].key, postings_of(entries[i])) != (i == 0)) return false;
  }
  return number + 1 == chunks.size() || limits.Begins(chunks[number + 1].key, 0);
}

// Whether a run of a heavy term's positions ends with this posting: when it holds enough, where the
// number of the post passes a multiple of eight, for the same reason.
inline bool EndsRun(uint32_t positions, uint32_t post, uint32_t next_post) {
  return positions >= 280 && post / 8 != next_post / 8;
}

}  // namespace broadsheet
