#include "wasm/read_entry.h"

#include <algorithm>
#include <string>

namespace broadsheet {
namespace {

std::string String(const Record& record, std::string_view key) {
  return std::string(record.Text(key));
}

int Integer(const Record& record, std::string_view key, int otherwise = 0) {
  const int64_t number = record.Number(key, otherwise);
  return static_cast<int>(std::clamp<int64_t>(number, 0, 1 << 30));
}

std::vector<std::string> Strings(const Record& record, std::string_view key) {
  const Vector<std::string_view> parts = record.List(key);
  return {parts.begin(), parts.end()};
}

// Of the folder that the list is in.
PostListView::Kind KindFromFolder(std::string_view folder) {
  if (folder == "tags") return PostListView::Kind::kTag;
  if (folder == "categories") return PostListView::Kind::kCategory;
  if (folder == "authors") return PostListView::Kind::kAuthor;
  return folder == "series" ? PostListView::Kind::kSeries : PostListView::Kind::kHome;
}

}  // namespace

Post PostFromRecord(const Record& entry) {
  Post post;
  post.path = String(entry, "path");
  post.slug = String(entry, "slug");
  post.title = String(entry, "title");
  post.date = ParseDate(entry.Text("date"));
  post.updated = ParseDate(entry.Text("updated"));
  post.tags = Strings(entry, "tags");
  post.categories = Strings(entry, "categories");
  post.authors = Strings(entry, "authors");
  post.summary = String(entry, "summary");
  post.language = String(entry, "language");
  post.address = String(entry, "address");
  post.series = String(entry, "series");
  post.part = Integer(entry, "part");
  post.parts = Integer(entry, "parts");
  post.pinned = entry.Flag("pinned");
  post.cover = String(entry, "cover");
  post.cover_alt = String(entry, "cover_alt");
  if (entry.Has("smart_punctuation")) post.smart_punctuation = entry.Flag("smart_punctuation");
  post.word_count = Integer(entry, "words");
  post.reading_minutes = Integer(entry, "minutes");
  return post;
}

std::vector<Post> PostsFromList(const Vector<std::string_view>& entries) {
  std::vector<Post> posts;
  posts.reserve(entries.size());
  for (const std::string_view entry : entries) posts.push_back(PostFromRecord(Record(entry)));
  return posts;
}

std::vector<const Post*> Pointers(const std::vector<Post>& posts) {
  std::vector<const Post*> pointers;
  pointers.reserve(posts.size());
  for (const Post& post : posts) pointers.push_back(&post);
  return pointers;
}

References ReferencesFromRecord(const Record& references) {
  References out;
  const Vector<std::string_view>& parts = references.parts();
  for (size_t i = 0; i + 1 < parts.size(); i += 2) {
    const Record record(parts[i + 1]);
    out[std::string(parts[i])] = {String(record, "url"), Integer(record, "width"),
                                  Integer(record, "height"), String(record, "title")};
  }
  return out;
}

SiteView SiteViewFromRecord(const Record& record) {
  SiteView site;
  site.title = String(record, "title");
  site.description = String(record, "description");
  if (!record.Text("language").empty()) site.language = String(record, "language");
  site.link_base = String(record, "link_base");
  site.file_base = String(record, "file_base");
  for (const std::string_view link : record.List("navigation")) {
    const Record part(link);
    site.navigation.push_back({String(part, "title"), String(part, "url")});
  }
  site.footer = String(record, "footer");
  site.html = HtmlModeFromText(record.Text("html"));
  site.smart_punctuation = record.Flag("smart_punctuation");
  site.remote_media = record.Flag("remote_media");
  site.author_pages = record.Flag("author_pages");
  return site;
}

PostListView ListFromRecord(const Record& record) {
  PostListView list;
  list.kind = KindFromFolder(record.Text("folder"));
  list.heading = String(record, "heading");
  list.description = String(record, "description");
  list.url = String(record, "url");
  list.total = Integer(record, "total");
  list.page = Integer(record, "page", 1);
  list.page_count = Integer(record, "page_count", 1);
  list.address = String(record, "address");
  return list;
}

std::vector<TagCount> TagsFromList(const Vector<std::string_view>& tags) {
  std::vector<TagCount> out;
  for (const std::string_view tag : tags) {
    const Record record(tag);
    out.push_back({String(record, "name"), String(record, "slug"), Integer(record, "count")});
  }
  return out;
}

HtmlMode HtmlModeFromText(std::string_view text) {
  if (text == "none") return HtmlMode::kNone;
  return text == "trusted" ? HtmlMode::kTrusted : HtmlMode::kSafe;
}

Dialect DialectFromText(std::string_view text) {
  if (text == "gfm") return Dialect::kGfm;
  return text == "commonmark" ? Dialect::kCommonMark : Dialect::kPost;
}

}  // namespace broadsheet
