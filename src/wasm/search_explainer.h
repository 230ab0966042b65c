#pragma once

#include "search/searcher.h"

namespace broadsheet {

// What search_query adds to hits on demand: ExplainHit in explain.wasm, null in search.wasm, which few
// readers should download it with.
extern const Explainer kExplainer;

}  // namespace broadsheet
