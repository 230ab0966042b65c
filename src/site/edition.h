#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "index/document.h"
#include "markdown/document.h"
#include "post/post.h"
#include "site/manuscript.h"
#include "site/site_config.h"
#include "view/views.h"

namespace broadsheet {

// A post in its place among the others.
struct EditionPost {
  std::shared_ptr<const Manuscript> manuscript;
  Post post;              // the manuscript's, with the slug that no other post has
  References references;  // what its relative addresses stand for
};

// All posts of a site, as they are published together.
struct Edition {
  SiteConfig config;
  SiteView view;
  std::string head_extra;  // the writer's own HTML for every page's <head>
  std::vector<EditionPost>
      posts;                   // oldest first: by date, those without one before all, then by path
  std::vector<TagCount> tags;  // by slug
  std::vector<std::vector<uint32_t>> tagged;  // of each tag: its posts\' places in `posts`
  Diagnostics diagnostics;                    // of the set; each manuscript keeps its own
};

// Orders the posts, gives each a slug of its own (of two with one slug the older keeps it, so that a
// new post never moves an old one) and resolves the addresses that lead from post to post.
Edition MakeEdition(const SiteConfig& config, const SiteView& view,
                    std::vector<std::shared_ptr<const Manuscript>> manuscripts);

// What the index takes of one post.
IndexDocument MakeIndexDocument(const SiteConfig& config, const EditionPost& entry);

// Posts that have `tag_slug` among their tags, newest first.
std::vector<const Post*> PostsWithTag(const Edition& edition, std::string_view tag_slug);
// All posts, newest first.
std::vector<const Post*> NewestFirst(const Edition& edition);

}  // namespace broadsheet
