#pragma once

#include <string>
#include <string_view>

#include "post/post.h"

namespace broadsheet {

// The address, relative to the site and decoded, that a permalink or a pattern gives a post: "2026/a/",
// "about.html". "" when it says nothing for this post (a pattern with a year for a post without one), or
// names a place that is no post's: the home page, the lists, the site's own files.
std::string PostAddressFrom(std::string_view permalink, const Post& post);

// Whether each name in the address, from the root, may be a file's on any host: none is empty, begins with
// a dot or is too long.
bool HasPlainNames(std::string_view address);

}  // namespace broadsheet
