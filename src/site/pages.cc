#include "site/pages.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "post/slug.h"
#include "site/archive_years.h"
#include "site/head.h"
#include "site/relations.h"
#include "view/address.h"
#include "view/views.h"

namespace broadsheet {
namespace {

std::string FillPage(const Edition& edition, const PageTemplate& page, const PageHead& head,
                     std::string_view main) {
  const std::string head_html = HeadHtml(edition, head) + edition.head_extra;
  const std::string header = HeaderHtml(edition.view, head.address) + edition.header_extra;
  const std::string footer = edition.footer_extra + FooterHtml(edition.view);
  PageParts parts;
  parts.language = edition.view.language;
  parts.skip_link = SkipLinkText(edition.view);
  parts.head = head_html;
  parts.header = header;
  parts.main = main;
  parts.footer = footer;
  return page.Fill(parts);
}

// `folder` is PostFolder(site, post) and must outlive the document.
Document ParseArticle(const SiteView& site, const EditionPost& entry, const std::string& folder,
                      std::string_view file) {
  const MarkdownOptions options = BodyOptions(site, entry.post, entry.references, folder);
  return Document::Parse(file.substr(std::min(entry.post.body_offset, file.size())), options);
}

// Plans pages of one edition.
class Planner {
 public:
  Planner(const Edition& edition, const PageTemplate& page) : edition_(edition), page_(page) {
    for (size_t i = 0; i < edition.posts.size(); ++i) places_[&edition.posts[i].post] = i;
  }

  void AddHome() {
    PostListView list;
    list.description = edition_.config.description;
    AddList(list, HomeOrder(edition_));
  }

  void AddTerms(const TaxonomyPlace& place) {
    const Taxonomy& taxonomy = edition_.*place.taxonomy;
    for (size_t i = 0; i < taxonomy.terms.size(); ++i) {
      const TagCount& term = taxonomy.terms[i];
      PostListView list;
      list.kind = place.kind;
      list.heading = term.name;
      list.total = term.count;
      list.address = TermAddress(place.folder, term.name);
      if (place.kind == PostListView::Kind::kAuthor) {
        const Author author = edition_.config.AuthorOf(term.slug);
        list.description = author.description;
        list.url = author.url;
      }
      std::vector<const Post*> posts = InOrder(taxonomy.posts[i]);
      if (place.kind != PostListView::Kind::kSeries) std::reverse(posts.begin(), posts.end());
      AddList(list, posts);
    }
  }

  void AddTagIndex() {
    AddOne("tags/", std::string(TagIndexHeading(edition_.view)), true,
           [](const Edition& edition) { return TagIndexHtml(edition.view, edition.tags.terms); });
  }

  void AddArchive() {
    const std::string heading(ArchiveHeading(edition_.view));
    if (edition_.posts.size() <= kMostArchived) {
      return AddOne("archive/", heading, true, [](const Edition& edition) {
        return ArchiveHtml(edition.view, NewestFirst(edition));
      });
    }
    AddOne("archive/", heading, true, [](const Edition& edition) {
      std::vector<TagCount> terms;
      for (const ArchiveYear& year : ArchiveYears(edition)) terms.push_back(year.term);
      return TagIndexHtml(edition.view, terms, true);
    });
    for (ArchiveYear& year : ArchiveYears(edition_)) AddYear(std::move(year));
  }

  void AddSearch() {
    AddOne("search/", std::string(SearchHeading(edition_.view)), false,
           [](const Edition& edition) { return SearchHtml(edition.view); });
  }

  void AddNotFound() {
    AddOne("404.html", std::string(NotFoundHeading(edition_.view)), false,
           [](const Edition& edition) { return NotFoundHtml(edition.view); });
  }

  std::vector<PagePlan> Take() { return std::move(plans_); }

 private:
  using MakeMain = std::string (*)(const Edition&);

  void AddOne(std::string address, std::string heading, bool is_findable, MakeMain make_main) {
    PageHead head;
    head.heading = std::move(heading);
    head.address = std::move(address);
    head.is_findable = is_findable;
    plans_.push_back(
        {PageFile(head.address), [this_edition = &edition_, this_page = &page_, head, make_main] {
           return FillPage(*this_edition, *this_page, head, make_main(*this_edition));
         }});
  }

  void AddYear(ArchiveYear year) {
    PageHead head;
    head.heading = std::string(ArchiveHeading(edition_.view)) + " " + year.term.name;
    head.address = "archive/" + year.term.slug + "/";
    std::vector<size_t> places = PlacesOf(year.posts);
    plans_.push_back({PageFile(head.address),
                      [this_edition = &edition_, this_page = &page_, head, year = std::move(year)] {
                        return FillPage(
                            *this_edition, *this_page, head,
                            ArchiveHtml(this_edition->view, year.posts, year.term.name));
                      },
                      std::move(places), head.heading});
  }

  std::vector<size_t> PlacesOf(const std::vector<const Post*>& posts) const {
    std::vector<size_t> places;
    for (const Post* post : posts) places.push_back(places_.at(post));
    return places;
  }

  std::vector<const Post*> InOrder(const std::vector<uint32_t>& places) const {
    std::vector<const Post*> posts;
    for (const uint32_t place : places) posts.push_back(&edition_.posts[place].post);
    return posts;
  }

  // `posts` in their order, on as many pages as they need; an empty list has one page too.
  void AddList(const PostListView& list, const std::vector<const Post*>& posts) {
    const auto size = static_cast<size_t>(edition_.config.page_size);
    const size_t count = std::max<size_t>((posts.size() + size - 1) / size, 1);
    for (size_t n = 0; n < count; ++n) {
      PostListView part = list;
      part.page = static_cast<int>(n + 1);
      part.page_count = static_cast<int>(count);
      const size_t end = std::min((n + 1) * size, posts.size());
      part.posts.assign(posts.begin() + static_cast<std::ptrdiff_t>(n * size),
                        posts.begin() + static_cast<std::ptrdiff_t>(end));
      AddListPage(part);
    }
  }

  void AddListPage(const PostListView& list) {
    PageHead head;
    head.heading = PostListHeading(edition_.view, list);
    head.description = list.description;
    head.address = PageAddress(list.address, list.page);
    if (list.page > 1) head.previous = PageAddress(list.address, list.page - 1);
    if (list.page < list.page_count) head.next = PageAddress(list.address, list.page + 1);
    if (list.kind == PostListView::Kind::kTag) head.tag = list.heading;
    std::string rest = list.heading + '\0' + std::to_string(list.total) + ' ' +
                       std::to_string(list.page) + ' ' + std::to_string(list.page_count);
    plans_.push_back({PageFile(head.address),
                      [this_edition = &edition_, this_page = &page_, head, list] {
                        return FillPage(*this_edition, *this_page, head,
                                        PostListHtml(this_edition->view, list));
                      },
                      PlacesOf(list.posts), std::move(rest)});
  }

  const Edition& edition_;
  const PageTemplate& page_;
  std::unordered_map<const Post*, size_t> places_;
  std::vector<PagePlan> plans_;
};

}  // namespace

std::vector<PagePlan> PlanPages(const Edition& edition, const PageTemplate& page) {
  Planner planner(edition, page);
  planner.AddHome();
  for (const TaxonomyPlace& place : kTaxonomies) planner.AddTerms(place);
  planner.AddTagIndex();
  planner.AddArchive();
  planner.AddSearch();
  planner.AddNotFound();
  return planner.Take();
}

std::string ArticleBody(const Edition& edition, size_t index, std::string_view file) {
  const EditionPost& entry = edition.posts[index];
  const std::string folder = PostFolder(edition.view, entry.post);
  return ParseArticle(edition.view, entry, folder, file).Html();
}

std::string ArticlePage(const Edition& edition, const PageTemplate& page, size_t index,
                        std::string_view file) {
  const EditionPost& entry = edition.posts[index];
  const SiteView& site = edition.view;
  const std::string folder = PostFolder(site, entry.post);
  const Document document = ParseArticle(site, entry, folder, file);
  const std::string body = document.Html();
  const std::vector<Heading> outline = document.Outline();

  ArticleView view = ArticleViewOf(edition, index);
  view.body_html = body;
  view.outline = &outline;

  PageHead head;
  head.heading = entry.post.title;
  head.description = entry.post.summary;
  head.address = PostAddress(entry.post);
  head.post = &entry.post;
  if (!entry.translations.empty()) head.translations.push_back(&entry.post);
  for (const uint32_t place : entry.translations) {
    head.translations.push_back(&edition.posts[place].post);
  }
  return FillPage(edition, page, head, ArticleHtml(site, view));
}

std::string PageFile(std::string_view address) {
  std::string file = DecodePath(address);
  if (file.empty() || file.back() == '/') file += "index.html";
  return file;
}

}  // namespace broadsheet
