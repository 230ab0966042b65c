#pragma once

#include "markdown/parse.h"

namespace broadsheet {

// Between cmark's two phases: reads what stands in the raw text of blocks before inlines are parsed.
// Task boxes (GFM 0.29 §5.3); in posts also alerts, abbreviation definitions, attributes of headings and
// blocks, code fences and the end of the excerpt.
void RunBlockPass(cmark_parser* parser);

}  // namespace broadsheet
