#pragma once

#include <string>
#include <vector>

#include "markdown/parse.h"

namespace broadsheet {

// After parsing: e-mail links; in posts also abbreviations, figures, the heading that repeats the title,
// and heading ids. Returns the outline.
std::vector<Heading> RunInlinePass(cmark_node* root, ParseContext& context);

}  // namespace broadsheet
