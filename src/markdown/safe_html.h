#pragma once

#include <string>
#include <string_view>

#include "markdown/document.h"

namespace broadsheet {

// A piece of HTML by itself, after the rules for raw HTML in posts: in kSafe the elements and attributes
// of the allow-list, well-formed; in kTrusted as it is; in kNone its text. Relative addresses are
// resolved against `base_url`, but in kTrusted; `remote_media` is as in MarkdownOptions. Linear.
std::string RewriteHtml(std::string_view html, HtmlMode mode, std::string_view base_url,
                        bool remote_media);

}  // namespace broadsheet
