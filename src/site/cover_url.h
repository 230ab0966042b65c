#pragma once

#include <string>
#include <string_view>

#include "post/post.h"
#include "view/site_view.h"

namespace broadsheet {

// Where machines find the picture that stands for a post: on the host `origin` ("https://blog.example"; "" =
// from the root). "" where the post has none that they can fetch.
std::string CoverUrl(const SiteView& site, std::string_view origin, const Post& post);

}  // namespace broadsheet
