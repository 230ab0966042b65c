#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "markdown/document.h"

namespace broadsheet {

// Whether `url` is relative, or starts from the root of its host.
bool IsSiteUrl(std::string_view url);

// Appends the addresses within the site that links and media in raw HTML name; `line` is that of its start.
void AppendHtmlReferences(std::string_view html, int line, std::vector<ReferenceUse>& uses);

// Appends what addresses may name in raw HTML: its ids, and the names of its anchors.
void AppendHtmlIds(std::string_view html, std::vector<std::string>& ids);

// Appends the elements in raw HTML that HtmlMode::kSafe shows as text.
void AppendForeignElements(std::string_view html, int line, std::vector<ForeignElement>& elements);

}  // namespace broadsheet
