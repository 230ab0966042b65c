#pragma once

#include <cstddef>
#include <cstdint>

#include "base/vector.h"

namespace broadsheet {

// A set of the posts of one index.
class PostSet {
 public:
  explicit PostSet(uint32_t post_count = 0, bool is_full = false)
      : size_(post_count), words_((post_count + 63) / 64, is_full ? ~uint64_t{0} : 0) {
    Trim();
  }

  void Add(uint32_t post) { words_[post / 64] |= uint64_t{1} << (post % 64); }
  bool Has(uint32_t post) const { return (words_[post / 64] >> (post % 64) & 1) != 0; }

  void KeepAll(const PostSet& other) {
    for (size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
  }
  void AddAll(const PostSet& other) {
    for (size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
  }
  void Invert() {
    for (uint64_t& word : words_) word = ~word;
    Trim();
  }

  uint32_t Count() const {
    uint32_t count = 0;
    for (uint64_t word : words_) {
      for (; word != 0; word &= word - 1) ++count;
    }
    return count;
  }

  template <typename Visit>
  void ForEach(Visit visit) const {
    for (uint32_t post = 0; post < size_; ++post) {
      if (words_[post / 64] == 0) {
        post |= 63;
      } else if (Has(post)) {
        visit(post);
      }
    }
  }

 private:
  void Trim() {
    if (size_ % 64 != 0) words_.back() &= (uint64_t{1} << (size_ % 64)) - 1;
  }

  uint32_t size_;
  Vector<uint64_t> words_;
};

}  // namespace broadsheet
