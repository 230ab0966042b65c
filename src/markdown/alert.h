#pragma once

#include "markdown/arena.h"
#include "markdown/tree.h"

namespace broadsheet {

// Makes a kAlert of a block quote whose first line is `[!KIND]`, `[!KIND] title`, or with `+` or `-`
// behind the bracket for one that can be folded (open or closed). Its first child is a kAlertTitle;
// as.literal is the kind in lower case. Kinds: note, tip, important, warning, caution.
void ReadAlert(cmark_node* quote, Arena& arena);

}  // namespace broadsheet
