#pragma once

#include "base/diagnostic.h"
#include "site/edition.h"
#include "site/posts_folder.h"

namespace broadsheet {

// Reports relative links, wikilinks and images that lead to nothing, with what was probably meant.
// Other sites are never contacted. On up to `jobs` threads.
Diagnostics CheckLinks(const Edition& edition, const PostsFolder& folder, int jobs = 1);

}  // namespace broadsheet
