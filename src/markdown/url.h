#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

enum class UrlUse { kLink, kImage, kMedia };

// The scheme that a browser will see in `url`, in lower case, after it has dropped the controls, blanks
// and line ends that it drops; "" when the address is relative.
std::string UrlScheme(std::string_view url);

// Whether `url` may stand in a page: relative, or with a scheme of the allow-list for its use.
bool IsSafeUrl(std::string_view url, UrlUse use);

// Whether `url` is relative to the place of the text that holds it: no scheme, no leading '/', not
// only a query or fragment, not empty.
bool IsRelativeUrl(std::string_view url);

// Whether `url` leads to another host by http or https.
bool IsExternalUrl(std::string_view url);

// `base_url` and the relative `url` joined, with `.` and `..` resolved as far as the root.
std::string ResolveUrl(std::string_view base_url, std::string_view url);

}  // namespace broadsheet
