#pragma once

#include <string>
#include <vector>

#include "index/builder.h"
#include "index/document.h"
#include "index/draft.h"

namespace broadsheet {

// The files of an arranged draft, the root first (format.md); and, if wanted, its packed TermStatistics.
// The draft is gone before the files are put together, so that the two are never in memory at once.
std::vector<IndexFile> WriteIndex(Draft draft, const ParallelFor& run,
                                  std::string* statistics = nullptr);

}  // namespace broadsheet
