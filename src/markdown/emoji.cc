#include "markdown/inline_rules.h"
#include "markdown/text_scan.h"

namespace broadsheet {

cmark_node* MatchEmoji(InlineCursor&) { return nullptr; }

}  // namespace broadsheet
