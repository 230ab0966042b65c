#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/document.h"
#include "post/post.h"
#include "view/site_view.h"

namespace broadsheet {

// Every view returns what goes inside <main id="main">, as HTML that needs no further escaping. Each
// holds exactly one <h1>, so that focus and announcement have a place to go.

struct ArticleView {
  const Post* post = nullptr;
  std::string_view body_html;  // from Document::Html
  const std::vector<Heading>* outline = nullptr;
  const Post* older = nullptr;  // neighbours by date; null at the ends
  const Post* newer = nullptr;
  const References* references = nullptr;  // where the cover's address and size are looked up
  const Post* previous_part = nullptr;     // neighbours in the series
  const Post* next_part = nullptr;
  // Each titled with the name of its language, in that language.
  std::vector<Post> translations = {};
  std::vector<Post> related = {};  // the nearest first
};
// How the body of `post` is to be read, so that it gives the same HTML wherever that is done. The
// arguments must outlive the Document; `folder` is PostFolder(site, post).
MarkdownOptions BodyOptions(const SiteView& site, const Post& post, const References& references,
                            std::string_view folder);
// The folder of the post's file, which its relative addresses start from: "/blog/posts/2026/".
std::string PostFolder(const SiteView& site, const Post& post);

// Header (date, reading time, title, authors), table of contents, body, footer (tags, neighbours).
std::string ArticleHtml(const SiteView& site, const ArticleView& article);

struct PostListView {
  enum class Kind { kHome, kTag, kCategory, kAuthor, kSeries };
  Kind kind = Kind::kHome;
  std::string heading;      // the tag, category or author as written; not used on the home page
  std::string description;  // one line under the heading; may be ""
  std::string url;          // of an author, elsewhere; may be ""
  std::vector<const Post*> posts;
  int total = 0;  // posts on all pages; 0 = not to be shown
  int page = 1;   // 1-based
  int page_count = 1;
  std::string
      address;  // of page 1, relative to the site: "", "tags/rust/"; page n is <address>page/n/
};
std::string PostListHtml(const SiteView& site, const PostListView& list);
// The text of the list's <h1>: "rust", "rust – Page 2"; on the home page the site's title or "Page 2".
std::string PostListHeading(const SiteView& site, const PostListView& list);

// A tag, category, author or series, and how many posts have it.
struct TagCount {
  std::string name;
  std::string slug;
  int count = 0;
};
// All tags, or the years of a large archive.
std::string TagIndexHtml(const SiteView& site, const std::vector<TagCount>& tags,
                         bool are_years = false);

// More posts than this do not stand on one archive page: there, the years lead to a page each.
inline constexpr size_t kMostArchived = 500;
// All posts by year, in the order given (newest first); or those of the one year that is named.
std::string ArchiveHtml(const SiteView& site, const std::vector<const Post*>& posts,
                        std::string_view year_name = {});

// The search view's frame: heading, box and empty result list; the shell fills it.
std::string SearchHtml(const SiteView& site);
// What a reader sees at an address where nothing is, with search and home offered.
std::string NotFoundHtml(const SiteView& site);

// The parts around <main>. `address` is the view's own ("" for home, "archive/"), relative to the
// site: the navigation link that leads there says so.
std::string HeaderHtml(const SiteView& site, std::string_view address);
std::string FooterHtml(const SiteView& site);

// The document's title for a view whose <h1> reads `heading`.
std::string PageTitle(const SiteView& site, std::string_view heading);
// What the page's first link says, in the site's language.
std::string_view SkipLinkText(const SiteView& site);
// The <h1> of the views that have one of their own.
std::string_view TagIndexHeading(const SiteView& site);
std::string_view ArchiveHeading(const SiteView& site);
std::string_view SearchHeading(const SiteView& site);
std::string_view NotFoundHeading(const SiteView& site);

}  // namespace broadsheet
