#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "index/document.h"
#include "markdown/document.h"
#include "post/post.h"
#include "site/manuscript.h"
#include "site/picture_sizes.h"
#include "site/site_config.h"
#include "site/taxonomy.h"
#include "view/views.h"

namespace broadsheet {

// A post in its place among the others.
struct EditionPost {
  std::shared_ptr<const Manuscript> manuscript;
  Post post;                     // the manuscript's, with the slug that no other post has
  std::string common_path;       // the post's, but for its folder where that says the language
  std::string address_language;  // what stands before an address by the site's pattern: "de"
  References references;         // what its relative addresses stand for
  // Other posts, by their places in the edition.
  std::optional<uint32_t> previous_part;  // neighbours in the series
  std::optional<uint32_t> next_part;
  std::vector<uint32_t> translations;  // the same text in other languages, by language
  std::vector<uint32_t> related;       // the nearest first
};

// All posts of a site, as they are published together.
struct Edition {
  SiteConfig config;
  SiteView view;
  // The writer's own HTML for every page: in <head>, at the end of the masthead, before the footer.
  std::string head_extra;
  std::string header_extra;
  std::string footer_extra;
  // Oldest first: by date, those without one before all, then by path.
  std::vector<EditionPost> posts;
  Taxonomy tags;
  Taxonomy categories;
  Taxonomy authors;         // none where each author's list would be that of all posts
  Taxonomy series;          // each series in its own order, the first part first
  Diagnostics diagnostics;  // of the set; each manuscript keeps its own
};

// Each way to sort posts: the folder of its lists, what they are, and where an edition has it.
struct TaxonomyPlace {
  std::string_view folder;
  PostListView::Kind kind;
  Taxonomy Edition::*taxonomy;
};
inline constexpr TaxonomyPlace kTaxonomies[] = {
    {"tags", PostListView::Kind::kTag, &Edition::tags},
    {"categories", PostListView::Kind::kCategory, &Edition::categories},
    {"authors", PostListView::Kind::kAuthor, &Edition::authors},
    {"series", PostListView::Kind::kSeries, &Edition::series},
};

// Orders the posts, gives each an address of its own (of two that want one the older has it, so that a
// new post never moves an old one), resolves the addresses that lead from post to post, and relates them.
Edition MakeEdition(const SiteConfig& config, const SiteView& view,
                    std::vector<std::shared_ptr<const Manuscript>> manuscripts,
                    const PictureSizes& pictures = {});

// What the index takes of one post.
IndexDocument MakeIndexDocument(const SiteConfig& config, const EditionPost& entry);

// All posts, newest first.
std::vector<const Post*> NewestFirst(const Edition& edition);
// As the home page lists them: newest first, but the pinned ones before all.
std::vector<const Post*> HomeOrder(const Edition& edition);

}  // namespace broadsheet
