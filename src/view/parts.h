#pragma once

#include <string_view>
#include <vector>

#include "post/post.h"
#include "view/html.h"
#include "view/site_view.h"
#include "view/words.h"

namespace broadsheet {

// Pieces that several views share. Each appends to `html`.

// `<time datetime="2026-11-22">22 November 2026</time>`; `text` is what is shown.
void AppendTime(HtmlWriter& html, const Date& date, std::string_view text);

// The line above a title: date and reading time, whichever the post has; in an article its categories
// too.
void AppendDateline(HtmlWriter& html, const SiteView& site, const Post& post,
                    bool in_article = false);

// Links to the lists of `names` in `folder` (as for TermAddress), with `gap` between them; one that
// has no list is mere text.
void AppendTermLinks(HtmlWriter& html, const SiteView& site, std::string_view folder,
                     const std::vector<std::string>& names, std::string_view gap);

// `<a href="…">title</a>`, with the post's language where it is not the site's.
void AppendPostLink(HtmlWriter& html, const SiteView& site, const Post& post,
                    std::string_view rel = {});

// Links to the pages of `tags`; nothing when there are none.
void AppendTags(HtmlWriter& html, const SiteView& site, const std::vector<std::string>& tags);

// ` lang="ja"` (and dir) for a text in `language`; nothing when it is "" or the site's.
void AppendLanguage(HtmlWriter& html, const SiteView& site, std::string_view language);

// The search form; `id` is that of its input and unique in the page. A view's own form has a name, by
// which it is told from the masthead's.
enum class SearchPlace { kMasthead, kView };
void AppendSearchForm(HtmlWriter& html, const SiteView& site, SearchPlace place);

// "1 post", "12 posts".
std::string PostCount(const Words& words, int count);

}  // namespace broadsheet
