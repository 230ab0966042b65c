#pragma once

#include "markdown/parse.h"

struct cmark_syntax_extension;

namespace broadsheet {

// Formulas between a line that is `$$` and one that ends so, whatever stands between them: a code block
// whose fence is `$`, which ReadMathBlock settles.
cmark_syntax_extension* MathSyntax();

// Leaves the formula alone in such a block; one that nothing ends becomes the paragraph that it is.
void ReadMathBlock(cmark_node* block, Arena& arena);

}  // namespace broadsheet
