#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "index/builder.h"
#include "index/draft.h"
#include "index/root.h"

namespace broadsheet {

// A prefix of so few forms, so few of them heavy, is answered from the forms themselves.
inline constexpr uint32_t kMostFormsOfPrefix = 160;
inline constexpr uint32_t kMostHeavyFormsOfPrefix = 5;

// Writes the postings of prefixes that many forms begin with: a post's counts for a prefix sum up the
// forms that begin with it and, in the post's own language, their classes (docs/search.md). So one
// letter costs one list, and finds every post that has it.
class PrefixWriter {
 public:
  explicit PrefixWriter(const Draft& draft) : draft_(draft) {}

  // Chooses the prefixes and sets their keys in `root`, which must have its heavy terms.
  void Plan(Root& root);
  // A block's payload for each prefix, in order.
  Vector<std::string> Write(const ParallelFor& run) const;

 private:
  struct Prefix {
    std::string text;
    uint32_t begin = 0;  // ranks of the forms
    uint32_t end = 0;
  };

  void Split(uint32_t begin, uint32_t end, size_t size);
  std::string Encode(const Prefix& prefix) const;

  const Draft& draft_;
  std::vector<Prefix> prefixes_;
  std::vector<uint32_t> heavy_before_;  // heavy forms below each rank
};

}  // namespace broadsheet
