#pragma once

#include "base/diagnostic.h"
#include "site/edition.h"
#include "site/posts_folder.h"

namespace broadsheet {

// Reports relative links, wikilinks and images that lead to nothing, with what was probably meant.
// Other sites are never contacted.
Diagnostics CheckLinks(const Edition& edition, const PostsFolder& folder);

}  // namespace broadsheet
