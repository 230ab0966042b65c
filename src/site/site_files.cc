#include "site/site_files.h"

#include <algorithm>
#include <memory>

#include "site/absolute_url.h"
#include "site/archive_years.h"
#include "site/cover_url.h"
#include "site/feed.h"
#include "site/llms_text.h"
#include "site/open_search.h"
#include "site/sitemap.h"
#include "site/web_manifest.h"
#include "view/address.h"

namespace broadsheet {
namespace {

// Numbers of posts of the edition, newest first.
using PostNumbers = std::vector<size_t>;

// One feed in one form, still to be written.
struct FeedPlan {
  FeedKind kind = FeedKind::kAtom;
  std::string heading;  // the tag; "" = the whole site
  std::string folder;   // where it goes, which is also the page that it follows: "", "tags/rust/"
  std::string name;
  PostNumbers posts;
};

std::string WriteFeed(const Edition& edition, const BodyOf& body_of, const FeedPlan& plan) {
  Feed feed;
  feed.site = &edition.view;
  feed.url = edition.config.url;
  feed.author = edition.config.author;
  feed.title = FeedTitle(edition.view, plan.heading);
  feed.home = plan.folder;
  feed.address = plan.folder + plan.name;
  std::vector<std::string> texts;  // what the items view
  texts.reserve(2 * plan.posts.size());
  for (const size_t number : plan.posts) {
    const Post& post = edition.posts[number].post;
    texts.push_back(edition.config.feeds.full_text ? body_of(number) : std::string());
    texts.push_back(CoverUrl(edition.view, UrlOrigin(feed.url), post));
    feed.items.push_back({&post, texts[texts.size() - 2], texts.back()});
  }
  switch (plan.kind) {
    case FeedKind::kAtom:
      return AtomFeed(feed);
    case FeedKind::kRss:
      return RssFeed(feed);
    case FeedKind::kJson:
      return JsonFeed(feed);
  }
  return {};
}

class Planner {
 public:
  Planner(const Edition& edition, const BodyOf& body_of)
      : edition_(edition), config_(edition.config), body_of_(body_of) {}

  void AddFeeds() {
    const std::vector<FeedSettings::File> files = config_.feeds.Files();
    if (files.empty()) return;
    PostNumbers all;
    for (size_t n = edition_.posts.size(); n-- > 0;) AddNumber(n, all);
    for (const FeedSettings::File& file : files) AddFeed({file.kind, "", "", file.name, all});
    if (!config_.feeds.for_tags) return;
    const Taxonomy& tags = edition_.tags;
    for (size_t i = 0; i < tags.terms.size(); ++i) {
      PostNumbers tagged;
      for (size_t n = tags.posts[i].size(); n-- > 0;) AddNumber(tags.posts[i][n], tagged);
      const std::string& name = tags.terms[i].name;
      AddFeed({files.front().kind, name, TagAddress(name), files.front().name, tagged});
    }
  }

  // Only where the site's full address is known, since neither may hold another.
  void AddSearchEngines() {
    const std::string home = config_.url.empty() ? "" : PublicUrl(edition_.view, config_.url, "");
    Add("robots.txt", RobotsText(home));
    if (home.empty()) return;
    Add("opensearch.xml", OpenSearchXml(edition_.view, config_.url));
    for (PublishedFile& file : Sitemap(SitemapPages(), home))
      Add(std::move(file.path), std::move(file.bytes));
  }

  void AddTexts(std::string_view content_policy) {
    Add("llms.txt", LlmsText(edition_.view, config_.url, NewestFirst(edition_)));
    Add("manifest.webmanifest", WebManifest(edition_.view));
    std::vector<FileType> types;
    for (const FeedSettings::File& file : config_.feeds.Files())
      types.push_back({file.name, FeedType(file.kind)});
    types.push_back({"manifest.webmanifest", "application/manifest+json"});
    types.push_back({"opensearch.xml", "application/opensearchdescription+xml"});
    Add("_headers", HostHeaders(edition_.view.file_base, content_policy, types));
  }

  std::vector<PagePlan> Take() { return std::move(plans_); }

 private:
  // Posts without a date are in no feed.
  void AddNumber(size_t number, PostNumbers& numbers) const {
    if (!edition_.posts[number].post.date) return;
    if (numbers.size() < static_cast<size_t>(config_.feeds.limit)) numbers.push_back(number);
  }

  void Add(std::string file, std::string bytes) {
    plans_.push_back({std::move(file), [bytes = std::move(bytes)] { return bytes; }});
  }

  void AddFeed(const FeedPlan& plan) {
    plans_.push_back({PageFile(plan.folder + plan.name),
                      [edition = &edition_, body_of = &body_of_, plan] {
                        return WriteFeed(*edition, *body_of, plan);
                      },
                      plan.posts, plan.heading});
  }

  // Lists first, which are few, then the posts, oldest first, so that a sitemap in parts only grows at
  // its end.
  std::vector<SitemapPage> SitemapPages() const {
    std::vector<SitemapPage> pages;
    const auto add = [&](std::string_view address, const std::optional<Date>& changed) {
      pages.push_back({PublicUrl(edition_.view, config_.url, address), changed});
    };
    for (const std::string_view address : {"", "archive/", "tags/"}) add(address, std::nullopt);
    if (edition_.posts.size() > kMostArchived) {
      for (const ArchiveYear& year : ArchiveYears(edition_)) {
        add("archive/" + year.term.slug + "/", std::nullopt);
      }
    }
    for (const TaxonomyPlace& place : kTaxonomies) {
      for (const TagCount& term : (edition_.*place.taxonomy).terms) {
        add(TermAddress(place.folder, term.name), std::nullopt);
      }
    }
    for (const EditionPost& entry : edition_.posts) {
      add(PostAddress(entry.post), entry.post.updated ? entry.post.updated : entry.post.date);
    }
    return pages;
  }

  const Edition& edition_;
  const SiteConfig& config_;
  const BodyOf& body_of_;
  std::vector<PagePlan> plans_;
};

}  // namespace

std::vector<PagePlan> PlanSiteFiles(const Edition& edition, const BodyOf& body_of,
                                    std::string_view content_policy) {
  Planner planner(edition, body_of);
  planner.AddFeeds();
  planner.AddSearchEngines();
  planner.AddTexts(content_policy);
  return planner.Take();
}

}  // namespace broadsheet
