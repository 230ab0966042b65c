#pragma once

#include <vector>

#include "markdown/document.h"
#include "view/html.h"
#include "view/site_view.h"

namespace broadsheet {

// The table of contents: the two topmost levels that the text uses, as nested lists in a <details>
// that is closed (the shell opens it where there is room beside the text). Nothing below three
// headings, since such a text is its own overview.
void AppendOutline(HtmlWriter& html, const SiteView& site, const std::vector<Heading>& outline);

}  // namespace broadsheet
