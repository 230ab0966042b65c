#pragma once

#include <string>
#include <string_view>

#include "post/post.h"

namespace broadsheet {

// The address, relative to the site and decoded, that a permalink or a pattern gives a post: "2026/a/",
// "about.html". "" when it says nothing for this post (a pattern with a year for a post without one), or
// names a place that is no post's: the home page, the lists, the site's own files.
std::string PostAddressFrom(std::string_view permalink, const Post& post);

// Whether a name in the address is longer than a file's may be.
bool HasLongName(std::string_view address);

}  // namespace broadsheet
