#pragma once

#include <cstdint>

#include "search/answer.h"

namespace broadsheet {

// A post on its way into the answer.
struct Candidate {
  size_t slot = 0;
  uint32_t post = 0;
  HitGroup group = HitGroup::kFull;
  double score = 0;      // all told
  double proximity = 0;  // of which, for words that stand together
  int32_t day = 0;

  bool is_behind = false;  // beyond those that were refined
  bool has_section = false;
  uint32_t section = 0;  // of its row
};

}  // namespace broadsheet
