#pragma once

#include <string>

#include "markdown/document.h"
#include "markdown/tree.h"

namespace broadsheet {

// The visible text of the inlines below `block`, on one line.
std::string InlineText(const cmark_node* block);

// The visible text of all below `root`, with the outline's headings as sections.
PlainText WritePlainText(const cmark_node* root, const std::vector<Heading>& outline);

// The plain text of what stands before the end of the excerpt, else of the first paragraph.
std::string ExcerptText(const cmark_node* root);

}  // namespace broadsheet
