#pragma once

#include <string_view>

#include "markdown/parse.h"

namespace broadsheet {

// Between cmark's two phases: reads what stands in the raw text of blocks before inlines are parsed.
// Task boxes (GFM 0.29 §5.3); in posts also alerts, abbreviation definitions, attributes of headings and
// blocks, code fences and the end of the excerpt.
void RunBlockPass(cmark_parser* parser);

// Whether raw HTML is the comment `<!-- more -->`.
bool IsExcerptEnd(std::string_view html);

}  // namespace broadsheet
