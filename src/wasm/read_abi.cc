#include <string>
#include <string_view>

#include "base/json_writer.h"
#include "base/message.h"
#include "markdown/document.h"
#include "post/body.h"
#include "view/views.h"
#include "wasm/exchange.h"
#include "wasm/read_entry.h"

namespace broadsheet {
namespace {

SiteView site;  // what read_site has set, for all later calls

std::string Article(const Record& record) {
  const Record entry = record.Child("entry");
  const Post post = PostFromRecord(entry);
  const Post older = PostFromRecord(record.Child("older"));
  const Post newer = PostFromRecord(record.Child("newer"));
  const Post previous_part = PostFromRecord(entry.Child("previous_part"));
  const Post next_part = PostFromRecord(entry.Child("next_part"));
  const References references = ReferencesFromRecord(entry.Child("references"));
  const std::string folder = PostFolder(site, post);
  const MarkdownOptions options = BodyOptions(site, post, references, folder);
  const Document document = Document::Parse(SplitBody(record.Text("file")).body, options);
  const std::string body = document.Html();
  const std::vector<Heading> outline = document.Outline();

  ArticleView view;
  view.post = &post;
  view.body_html = body;
  view.outline = &outline;
  view.references = &references;
  view.older = record.Has("older") ? &older : nullptr;
  view.newer = record.Has("newer") ? &newer : nullptr;
  view.previous_part = entry.Has("previous_part") ? &previous_part : nullptr;
  view.next_part = entry.Has("next_part") ? &next_part : nullptr;
  view.translations = PostsFromList(entry.List("translations"));
  view.related = PostsFromList(entry.List("related"));
  return ArticleHtml(site, view);
}

std::string SectionsJson(const PlainText& text) {
  JsonWriter json;
  json.BeginArray();
  for (const TextSection& section : text.sections) {
    json.BeginObject().Key("level").Int(section.level).Key("id").String(section.id);
    json.Key("title").String(section.title).Key("begin").Int(section.range.begin);
    json.Key("end").Int(section.range.end).EndObject();
  }
  json.EndArray();
  return json.Take();
}

}  // namespace
}  // namespace broadsheet

using namespace broadsheet;  // the exports below stand outside any namespace

BROADSHEET_EXPORT(read_site)(uint32_t size) {
  site = SiteViewFromRecord(Record(Incoming(size)));
  return Answer(std::string());
}

BROADSHEET_EXPORT(read_article)(uint32_t size) { return Answer(Article(Record(Incoming(size)))); }

BROADSHEET_EXPORT(read_list)(uint32_t size) {
  const Record record(Incoming(size));
  const std::vector<Post> posts = PostsFromList(record.List("posts"));
  PostListView list = ListFromRecord(record);
  list.posts = Pointers(posts);
  return Answer(PostListHtml(site, list));
}

BROADSHEET_EXPORT(read_tags)(uint32_t size) {
  const Record record(Incoming(size));
  return Answer(TagIndexHtml(site, TagsFromList(record.List("tags")), record.Flag("are_years")));
}

BROADSHEET_EXPORT(read_archive)(uint32_t size) {
  const Record record(Incoming(size));
  const std::vector<Post> posts = PostsFromList(record.List("posts"));
  return Answer(ArchiveHtml(site, Pointers(posts), record.Text("year")));
}

BROADSHEET_EXPORT(read_frame)(uint32_t size) {
  const std::string_view view = Record(Incoming(size)).Text("view");
  if (view == "search") return Answer(SearchHtml(site));
  if (view == "not_found") return Answer(NotFoundHtml(site));
  return Answer(Error{ErrorCode::kNotFound, "no view of this name: " + std::string(view), "", 0});
}

BROADSHEET_EXPORT(read_chrome)(uint32_t size) {
  const std::string_view address = Record(Incoming(size)).Text("address");
  MessageWriter parts;
  parts.Add(HeaderHtml(site, address)).Add(FooterHtml(site));
  parts.Add(SkipLinkText(site));
  return Answer(parts.Take());
}

BROADSHEET_EXPORT(read_markdown)(uint32_t size) {
  const Record record(Incoming(size));
  MarkdownOptions options;
  options.dialect = DialectFromText(record.Text("dialect"));
  options.html = HtmlModeFromText(record.Text("html"));
  options.smart_punctuation = record.Flag("smart_punctuation");
  return Answer(Document::Parse(record.Text("markdown"), options).Html());
}

BROADSHEET_EXPORT(read_text)(uint32_t size) {
  const Record record(Incoming(size));
  const Post post = PostFromRecord(record);  // of the entry, only what BodyOptions looks at
  const References none;
  const MarkdownOptions options = BodyOptions(site, post, none, "");
  const PlainText text = Document::Parse(SplitBody(record.Text("file")).body, options).Text();
  MessageWriter parts;
  parts.Add(text.text).Add(SectionsJson(text));
  return Answer(parts.Take());
}
