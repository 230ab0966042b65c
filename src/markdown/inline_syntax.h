#pragma once

#include "markdown/parse.h"

struct cmark_syntax_extension;

namespace broadsheet {

// What each byte may begin in inline text (cmark_inline_char), by dialect.
const unsigned char* InlineCharacters(const MarkdownOptions& options);

// All inlines that are not CommonMark's own; what is active is decided by InlineCharacters.
cmark_syntax_extension* InlineSyntax();

}  // namespace broadsheet
