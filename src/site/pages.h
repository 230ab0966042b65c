#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "site/edition.h"
#include "site/page_template.h"

namespace broadsheet {

// A page that is still to be made: where it goes and what makes it. Making is pure, so it may run on
// any thread; it needs the edition and the template as long as it is not done.
struct PagePlan {
  std::string file;  // under the site's folder: "tags/rust/index.html"
  std::function<std::string()> make;
  // Of which posts it tells, and what else it says: the same have the same page. Empty = not known.
  std::vector<size_t> posts = {};
  std::string title = {};
};

// Home, tags, archive, search and 404: all pages but the articles.
std::vector<PagePlan> PlanPages(const Edition& edition, const PageTemplate& page);

// The body of the post `edition.posts[index]`, whose file holds `file`, as its page has it.
std::string ArticleBody(const Edition& edition, size_t index, std::string_view file);

// The page of that post.
std::string ArticlePage(const Edition& edition, const PageTemplate& page, size_t index,
                        std::string_view file);

// Where a page goes: "posts/trip/" -> "posts/trip/index.html". Percent escapes are decoded.
std::string PageFile(std::string_view address);

}  // namespace broadsheet
