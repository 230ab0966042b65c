#pragma once

#include "markdown/parse.h"

namespace broadsheet {

// Wraps each whole word of the text that has a definition in the context into a kAbbreviation.
void MarkAbbreviations(cmark_node* root, ParseContext& context);

}  // namespace broadsheet
