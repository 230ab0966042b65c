#include "site/catalog.h"

#include <algorithm>
#include <map>

#include "base/hash.h"
#include "base/json_writer.h"
#include "post/slug.h"
#include "site/archive_years.h"
#include "site/relations.h"

namespace broadsheet {
namespace {

void WriteTexts(JsonWriter& json, std::string_view key, const std::vector<std::string>& texts) {
  json.Key(key).BeginArray();
  for (const std::string& text : texts) json.String(text);
  json.EndArray();
}

void WriteText(JsonWriter& json, std::string_view key, std::string_view text) {
  if (!text.empty()) json.Key(key).String(text);
}

void WriteDate(JsonWriter& json, std::string_view key, const std::optional<Date>& date) {
  if (date) json.Key(key).String(date->ToString());
}

void WriteReferences(JsonWriter& json, const References& references) {
  if (references.empty()) return;
  // Sorted, so that the same posts give the same bytes.
  const std::map<std::string, Reference> sorted(references.begin(), references.end());
  json.Key("references").BeginObject();
  for (const auto& [address, reference] : sorted) {
    json.Key(address).BeginObject();
    WriteText(json, "url", reference.url);
    if (reference.width > 0) json.Key("width").Int(reference.width);
    if (reference.height > 0) json.Key("height").Int(reference.height);
    WriteText(json, "title", reference.title);
    json.EndObject();
  }
  json.EndObject();
}

void WriteMention(JsonWriter& json, const Post& post) {
  json.BeginObject().Key("slug").String(post.slug).Key("title").String(post.title);
  WriteText(json, "address", post.address);
  WriteText(json, "language", post.language);
  json.EndObject();
}

void WriteMentions(JsonWriter& json, std::string_view key, const std::vector<Post>& posts) {
  if (posts.empty()) return;
  json.Key(key).BeginArray();
  for (const Post& post : posts) WriteMention(json, post);
  json.EndArray();
}

// What leads to other posts, but the neighbours by date, which are next to it in the catalogue.
void WriteRelations(JsonWriter& json, const ArticleView& article) {
  WriteMentions(json, "translations", article.translations);
  WriteMentions(json, "related", article.related);
  if (article.post->parts == 0) return;
  json.Key("part").Int(article.post->part).Key("parts").Int(article.post->parts);
  if (article.previous_part != nullptr)
    WriteMention(json.Key("previous_part"), *article.previous_part);
  if (article.next_part != nullptr) WriteMention(json.Key("next_part"), *article.next_part);
}

void WriteEntry(JsonWriter& json, const Edition& edition, size_t index) {
  const EditionPost& entry = edition.posts[index];
  const Post& post = entry.post;
  json.BeginObject();
  json.Key("path").String(post.path).Key("slug").String(post.slug).Key("title").String(post.title);
  WriteDate(json, "date", post.date);
  WriteDate(json, "updated", post.updated);
  WriteDate(json, "expires", post.expires);
  WriteTexts(json, "tags", post.tags);
  WriteTexts(json, "categories", post.categories);
  WriteTexts(json, "authors", post.authors);
  json.Key("summary").String(post.summary).Key("language").String(post.language);
  json.Key("minutes").Int(post.reading_minutes).Key("words").Int(post.word_count);
  WriteText(json, "address", post.address);
  WriteText(json, "series", post.series);
  WriteText(json, "cover", post.cover);
  WriteText(json, "cover_alt", post.cover_alt);
  if (!post.aliases.empty()) WriteTexts(json, "aliases", post.aliases);
  if (post.pinned) json.Key("pinned").Bool(true);
  if (post.draft) json.Key("draft").Bool(true);
  if (post.smart_punctuation) json.Key("smart_punctuation").Bool(*post.smart_punctuation);
  WriteReferences(json, entry.references);
  WriteRelations(json, ArticleViewOf(edition, index));
  json.EndObject();
}

std::string EntriesObject(const Edition& edition, size_t begin, size_t end) {
  JsonWriter json;
  json.BeginObject().Key("version").Int(1).Key("posts").BeginArray();
  for (size_t i = begin; i < end; ++i) WriteEntry(json, edition, i);
  json.EndArray().EndObject();
  return json.Take();
}

void WriteSite(JsonWriter& json, const Edition& edition) {
  const SiteConfig& config = edition.config;
  json.Key("site").BeginObject();
  json.Key("title").String(config.title).Key("description").String(config.description);
  json.Key("language").String(config.language).Key("html").String(HtmlModeName(config.html));
  json.Key("page_size").Int(config.page_size);
  json.Key("smart_punctuation").Bool(config.smart_punctuation);
  json.Key("remote_media").Bool(config.remote_media);
  json.Key("navigation").BeginArray();
  for (const NavigationLink& link : config.navigation) {
    json.BeginObject().Key("title").String(link.title).Key("url").String(link.url).EndObject();
  }
  json.EndArray().Key("footer").String(config.footer).Key("base").String(edition.view.file_base);
  if (edition.view.author_pages) json.Key("author_pages").Bool(true);
  json.EndObject();
}

// Tags are there even if there are none.
void WriteTerms(JsonWriter& json, const Edition& edition, const TaxonomyPlace& place) {
  const std::vector<TagCount>& terms = (edition.*place.taxonomy).terms;
  if (terms.empty() && place.kind != PostListView::Kind::kTag) return;
  json.Key(place.folder).BeginArray();
  for (const TagCount& term : terms) {
    json.BeginObject().Key("name").String(term.name).Key("slug").String(term.slug);
    json.Key("count").Int(term.count);
    if (place.kind == PostListView::Kind::kAuthor) {
      const Author author = edition.config.AuthorOf(term.slug);
      WriteText(json, "description", author.description);
      WriteText(json, "url", author.url);
    }
    json.EndObject();
  }
  json.EndArray();
}

// By which the tab finds the posts of a year without reading all.
void WriteYears(JsonWriter& json, const Edition& edition) {
  json.Key("years").BeginArray();
  for (const ArchiveYear& year : ArchiveYears(edition)) {
    json.BeginObject().Key("name").String(year.term.name).Key("slug").String(year.term.slug);
    json.Key("count").Int(year.term.count).EndObject();
  }
  json.EndArray();
}

// Whole entries, so that the first page of the list needs no more of the catalogue than without them.
void WritePinned(JsonWriter& json, const Edition& edition) {
  const bool any = std::any_of(edition.posts.begin(), edition.posts.end(),
                               [](const EditionPost& entry) { return entry.post.pinned; });
  if (!any) return;
  json.Key("pinned").BeginArray();
  for (size_t i = edition.posts.size(); i-- > 0;) {
    if (edition.posts[i].post.pinned) WriteEntry(json, edition, i);
  }
  json.EndArray();
}

// The lists that a post stands in, as the root names them: {"years":["2024"],"tags":["rust"]}.
void WriteLists(JsonWriter& json, const Post& post) {
  const auto write = [&](std::string_view key, const std::vector<std::string>& names) {
    if (names.empty()) return;
    json.Key(key).BeginArray();
    for (const std::string& name : names) json.String(Slugify(name));
    json.EndArray();
  };
  json.BeginObject();
  write("years", {ArchiveSlug(post)});
  write("tags", post.tags);
  write("categories", post.categories);
  write("authors", post.authors);
  if (!post.series.empty()) write("series", {post.series});
  json.EndObject();
}

// Which posts the tab has to withdraw, and when: [seconds, number in the pages, lists], the first first.
void WriteExpiring(JsonWriter& json, const Edition& edition) {
  std::vector<std::pair<int64_t, size_t>> expiring;
  for (size_t i = 0; i < edition.posts.size(); ++i) {
    const std::optional<Date>& date = edition.posts[i].post.expires;
    if (date) expiring.emplace_back(date->UnixSeconds(), i);
  }
  if (expiring.empty()) return;
  std::sort(expiring.begin(), expiring.end());
  json.Key("expiring").BeginArray();
  for (const auto& [seconds, number] : expiring) {
    json.BeginArray().Int(seconds).Int(static_cast<int64_t>(number));
    WriteLists(json, edition.posts[number].post);
    json.EndArray();
  }
  json.EndArray();
}

}  // namespace

IndexFile CatalogPage(const Edition& edition, size_t number) {
  const size_t begin = number * kCatalogPageSize;
  std::string bytes =
      EntriesObject(edition, begin, std::min(begin + kCatalogPageSize, edition.posts.size()));
  std::string name = std::to_string(number) + "-" + HashName(bytes) + ".json";
  return {std::move(name), std::move(bytes)};
}

size_t CatalogPageCount(const Edition& edition) {
  return (edition.posts.size() + kCatalogPageSize - 1) / kCatalogPageSize;
}

IndexFile OlderPages(std::vector<std::string>& pages) {
  if (pages.size() <= kRecentCatalogPages) return {};
  const auto recent = pages.end() - static_cast<std::ptrdiff_t>(kRecentCatalogPages);
  JsonWriter json;
  json.BeginObject().Key("version").Int(1);
  WriteTexts(json, "pages", {pages.begin(), recent});
  std::string bytes = json.EndObject().Take();
  pages.erase(pages.begin(), recent);
  return {"older-" + HashName(bytes) + ".json", std::move(bytes)};
}

std::string CatalogJson(const Edition& edition, const CatalogRoot& root) {
  JsonWriter json;
  json.BeginObject().Key("version").Int(1);
  WriteSite(json, edition);
  json.Key("total").Int(static_cast<int64_t>(edition.posts.size()));
  json.Key("page_size").Int(kCatalogPageSize);
  WriteTexts(json, "pages", root.pages);
  if (root.first > 0) json.Key("first").Int(static_cast<int64_t>(root.first));
  WriteText(json, "older", root.older);
  for (const TaxonomyPlace& place : kTaxonomies) WriteTerms(json, edition, place);
  WriteYears(json, edition);
  WritePinned(json, edition);
  WriteText(json, "index", root.index);
  WriteText(json, "listed", root.listed);
  WriteText(json, "listed_head", root.listed_head);
  if (root.scheduled_from) json.Key("scheduled_from").Int(*root.scheduled_from);
  WriteExpiring(json, edition);
  json.EndObject();
  return json.Take();
}

std::string EntriesJson(const Edition& edition) {
  JsonWriter json;
  json.BeginArray();
  for (size_t i = 0; i < edition.posts.size(); ++i) WriteEntry(json, edition, i);
  json.EndArray();
  return json.Take();
}

std::string ListingJson(const Edition& edition,
                        const std::vector<std::shared_ptr<const Manuscript>>& scheduled) {
  JsonWriter json;
  json.BeginArray();
  for (const auto& manuscript : scheduled) json.String(manuscript->post.path);
  for (const Post* post : NewestFirst(edition)) json.String(post->path);
  json.EndArray();
  return json.Take() + "\n";
}

std::string ListingCheck(std::string_view bytes) {
  constexpr char kDigits[] = "0123456789abcdef";
  const uint32_t check = Crc32(bytes);
  std::string out(8, '0');
  for (size_t i = 0; i < 8; ++i) out[i] = kDigits[(check >> (28 - 4 * i)) & 15];
  return out;
}

std::string ListingHead(std::string_view bytes) {
  constexpr size_t kHeadSize = 4096;
  if (bytes.size() < 4 * kHeadSize) return {};
  return std::to_string(bytes.size()) + "-" + ListingCheck(bytes.substr(0, kHeadSize));
}

}  // namespace broadsheet
