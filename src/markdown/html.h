#pragma once

#include <string>

#include "markdown/document.h"
#include "markdown/tree.h"

namespace broadsheet {

// Appends the HTML of the tree. CommonMark's own constructs come out byte for byte as in the examples of
// its specification, save for what the dialect adds.
void WriteHtml(const cmark_node* root, const MarkdownOptions& options, std::string& out);

}  // namespace broadsheet
