#pragma once

#include <string>
#include <vector>

#include "base/vector.h"
#include "index/builder.h"
#include "index/document.h"
#include "index/root.h"
#include "index/string_model.h"

namespace broadsheet {

// The payloads of an index's blocks, in their order; `positions` is a file as it stands.
struct IndexParts {
  Vector<std::string> chunk_terms;
  Vector<std::string> chunk_postings;
  Vector<std::string> heavy;
  Vector<std::string> prefixes;
  Vector<std::string> typos[kTypoDictionaries];
  Vector<std::string> rows;
  std::string dates;
  std::string labels;
  std::string positions;
};

// The model of words as a reader has it who knows the root: blocks start from it. It depends on the
// root's words alone, not on sizes that are still unknown.
StringModel LearnWords(Root root);

// The files, the root first; sets the sizes in `root` and uses the parts up.
std::vector<IndexFile> JoinParts(Root& root, IndexParts& parts);

}  // namespace broadsheet
