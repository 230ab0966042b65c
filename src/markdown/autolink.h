#pragma once

#include <cstddef>
#include <string_view>

#include "markdown/parse.h"

namespace broadsheet {

// How much of `address` is left without the punctuation, unmatched `)` and entity that end a sentence
// rather than an address (GFM 0.29 §6.9, extended autolink path validation).
size_t TrimAddress(std::string_view address);

// Makes links of the e-mail addresses in the text below `root` that is not in a link already.
void LinkEmails(cmark_node* root, ParseContext& context);

}  // namespace broadsheet
