#include "search/explain.h"
#include "wasm/search_explainer.h"

namespace broadsheet {

const Explainer kExplainer = ExplainHit;

}  // namespace broadsheet
