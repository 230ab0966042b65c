#pragma once

#include <string_view>

#include "base/message.h"
#include "base/vector.h"
#include "markdown/document.h"
#include "post/post.h"
#include "view/site_view.h"
#include "view/views.h"

namespace broadsheet {

// What JavaScript hands to read.wasm (abi.md), as the types of the layers below. Nothing here fails:
// a missing or odd value is the field's default. The results own their text.

Post PostFromRecord(const Record& entry);
std::vector<Post> PostsFromList(const Vector<std::string_view>& entries);
std::vector<const Post*> Pointers(const std::vector<Post>& posts);

// The entry's `references`: address as written -> record of url, width, height, title.
References ReferencesFromRecord(const Record& references);

SiteView SiteViewFromRecord(const Record& site);
PostListView ListFromRecord(const Record& list);  // without posts
std::vector<TagCount> TagsFromList(const Vector<std::string_view>& tags);

HtmlMode HtmlModeFromText(std::string_view text);
Dialect DialectFromText(std::string_view text);

}  // namespace broadsheet
