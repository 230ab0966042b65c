#pragma once

#include "markdown/tree.h"

struct cmark_syntax_extension;

namespace broadsheet {

// Definition lists: one or more lines of terms, then definitions that begin with `:` and a blank and go
// on indented. A kDefinitionList holds kDefinitionTerm and kDefinition nodes.
cmark_syntax_extension* DefinitionListSyntax();

// Joins the definition lists that follow `list` directly to it, and settles which definitions are tight.
void JoinDefinitionLists(cmark_node* list);

}  // namespace broadsheet
