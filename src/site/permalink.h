#pragma once

#include <string>
#include <string_view>

#include "post/post.h"

namespace broadsheet {

// What is wrong with a pattern of addresses such as "/:year/:month/:title/": "" when nothing is. Known are
// the placeholders of Jekyll and Hugo and the names of Jekyll's styles ("pretty", "date", "ordinal", "none").
std::string CheckPermalinkPattern(std::string_view pattern);

// The address that a post had by that pattern, relative to the site; "" for a post without a date where
// the pattern needs one. "/:year/:month/:day/:title.html" -> "2014/12/02/name.html".
std::string ExpandPermalink(std::string_view pattern, const Post& post);

}  // namespace broadsheet
