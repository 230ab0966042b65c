#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "markdown/document.h"
#include "post/post.h"
#include "view/site_view.h"

namespace broadsheet {

// Every view returns what goes inside <main id="main">, as HTML that needs no further escaping; each
// starts with the <h1> of the view, so that focus and announcement have a place to go.

struct ArticleView {
  const Post* post = nullptr;
  std::string_view body_html;             // from Document::Html
  const std::vector<Heading>* outline = nullptr;
  const Post* older = nullptr;            // neighbours by date; null at the ends
  const Post* newer = nullptr;
};
// Header (title, date, authors, reading time, tags), table of contents, body, footer (tags, neighbours).
std::string ArticleHtml(const SiteView& site, const ArticleView& article);

struct PostListView {
  std::string heading;      // "" on the home page: the site's title is used, visually hidden
  std::string description;  // one line under the heading; may be ""
  std::vector<const Post*> posts;
  int page = 1;             // 1-based
  int page_count = 1;
  std::string address;      // of page 1, relative to the site: "", "tags/rust/"; page n is <address>page/n/
};
std::string PostListHtml(const SiteView& site, const PostListView& list);

struct TagCount {
  std::string name;
  std::string slug;
  int count = 0;
};
std::string TagIndexHtml(const SiteView& site, const std::vector<TagCount>& tags);

// All posts by year, newest first.
std::string ArchiveHtml(const SiteView& site, const std::vector<const Post*>& posts);

// The search view's frame: heading, box and empty result list; the shell fills it.
std::string SearchHtml(const SiteView& site);
// What a reader sees at an address where nothing is, with search and home offered.
std::string NotFoundHtml(const SiteView& site);

// The parts around <main>: header with title, navigation and search box; footer.
std::string HeaderHtml(const SiteView& site);
std::string FooterHtml(const SiteView& site);

}  // namespace broadsheet
