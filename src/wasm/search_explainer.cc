#include "wasm/search_explainer.h"

namespace broadsheet {

const Explainer kExplainer = nullptr;

}  // namespace broadsheet
