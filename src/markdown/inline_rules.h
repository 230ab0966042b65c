#pragma once

#include "markdown/inline_cursor.h"

namespace broadsheet {

// Each rule is asked with the cursor on its character. It either returns a node and has advanced the
// cursor past what it took, or returns null and has moved nothing. All are linear over a block.

// "www.…" and "…://…", GFM 0.29 §6.9; the second takes its scheme back from the text before it.
cmark_node* MatchWww(InlineCursor& cursor);
cmark_node* MatchUrl(InlineCursor& cursor);

// A run of `character` that may open or close, when it is `size` long (1: one or two).
cmark_node* MatchDelimiters(InlineCursor& cursor, char character, int size);

// `~sub~`, `^sup^`: no blanks inside, at most 255 bytes.
cmark_node* MatchScript(InlineCursor& cursor, char character, uint16_t type);

// `$inline$`, `$$display$$`: kept as written.
cmark_node* MatchMath(InlineCursor& cursor);

// `{.class #id key=value}` right behind an image, link or code span, whose attributes it becomes.
cmark_node* MatchAttributes(InlineCursor& cursor);

// `[[target]]`, `[[target#section|text]]`.
cmark_node* MatchWikilink(InlineCursor& cursor);

// `:shortcode:`.
cmark_node* MatchEmoji(InlineCursor& cursor);

}  // namespace broadsheet
