#pragma once

#include <cstddef>
#include <string>

#include "base/vector.h"
#include "index/builder.h"
#include "index/draft.h"
#include "index/root.h"
#include "index/string_model.h"
#include "index/typo_model.h"

namespace broadsheet {

// Writes the typo dictionaries: the forms in the order of what follows their first characters.
class TypoWriter {
 public:
  explicit TypoWriter(const Draft& draft) : draft_(draft) {}

  // Divides them and sets the first keys in `root`.
  void Plan(Root& root);
  // The payloads of a dictionary's chunks.
  Vector<std::string> Write(size_t dictionary, const StringModel& words,
                            const ParallelFor& run) const;

 private:
  const Draft& draft_;
  Vector<Vector<TypoWord>> chunks_[kTypoDictionaries];
};

}  // namespace broadsheet
