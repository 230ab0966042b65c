#pragma once

#include <string>

#include "search/searcher.h"

namespace broadsheet {

// How a candidate's score came about, a line a word.
std::string ExplainHit(const SearchRun& run, const Candidate& candidate);

}  // namespace broadsheet
