#pragma once

#include <string>
#include <string_view>

#include "markdown/document.h"
#include "post/post.h"
#include "view/site_view.h"

namespace broadsheet {

// What lists, feeds and search engines say of a post, as one line of plain text: what its front matter says,
// else its excerpt, else how its text begins. Without the marks of Markdown and HTML, and without the calls of
// other generators' templates.
std::string SummaryOf(const SiteView& site, const Post& post, const Document& document,
                      std::string_view text);

}  // namespace broadsheet
