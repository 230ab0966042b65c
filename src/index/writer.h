#pragma once

#include <string>
#include <vector>

#include "index/builder.h"
#include "index/document.h"
#include "index/draft.h"

namespace broadsheet {

// The files of an arranged draft, the root first (format.md); and, if wanted, its packed TermStatistics.
std::vector<IndexFile> WriteIndex(const Draft& draft, const ParallelFor& run,
                                  std::string* statistics = nullptr);

}  // namespace broadsheet
