#include "site/json_ld.h"

#include <cassert>

#include "base/json_writer.h"

namespace broadsheet {
namespace {

// `key` with the text; nothing when it is "".
void Field(JsonWriter& json, std::string_view key, std::string_view text) {
  if (!text.empty()) json.Key(key).String(text);
}

void Begin(JsonWriter& json, std::string_view type) {
  json.BeginObject().Key("@context").String("https://schema.org").Key("@type").String(type);
}

// '<' can stand in strings only, so it may be written as an escape everywhere.
std::string WithoutTags(const std::string& json) {
  std::string out;
  for (const char c : json) {
    if (c == '<') {
      out += "\\u003c";
    } else {
      out.push_back(c);
    }
  }
  return out;
}

void Authors(JsonWriter& json, const std::vector<std::string>& names) {
  if (names.empty()) return;
  json.Key("author").BeginArray();
  for (const std::string& name : names) {
    json.BeginObject().Key("@type").String("Person").Key("name").String(name).EndObject();
  }
  json.EndArray();
}

void Keywords(JsonWriter& json, const std::vector<std::string>& tags) {
  if (tags.empty()) return;
  json.Key("keywords").BeginArray();
  for (const std::string& tag : tags) json.String(tag);
  json.EndArray();
}

}  // namespace

std::string PostingJsonLd(const SiteView& site, const PageIdentity& page, std::string_view home) {
  assert(page.post != nullptr);
  const Post& post = *page.post;
  JsonWriter json;
  Begin(json, "BlogPosting");
  json.Key("headline").String(page.title);
  Field(json, "description", page.description);
  if (post.date) Field(json, "datePublished", post.date->Rfc3339());
  const std::optional<Date>& changed = post.updated ? post.updated : post.date;
  if (changed) Field(json, "dateModified", changed->Rfc3339());
  if (post.expires) Field(json, "expires", post.expires->Rfc3339());
  Field(json, "inLanguage", post.language.empty() ? site.language : post.language);
  Authors(json, post.authors);
  Keywords(json, post.tags);
  if (!post.categories.empty()) Field(json, "articleSection", post.categories.front());
  if (post.word_count > 0) json.Key("wordCount").Int(post.word_count);
  Field(json, "image", page.image);
  Field(json, "url", page.url);
  Field(json, "mainEntityOfPage", page.url);
  json.Key("isPartOf").BeginObject().Key("@type").String("Blog").Key("name").String(site.title);
  Field(json, "url", home);
  return WithoutTags(json.EndObject().EndObject().Take());
}

std::string BlogJsonLd(const SiteView& site, const PageIdentity& page, std::string_view search) {
  JsonWriter json;
  Begin(json, "Blog");
  json.Key("name").String(site.title);
  Field(json, "description", site.description);
  Field(json, "inLanguage", site.language);
  Field(json, "url", page.url);
  if (!search.empty()) {
    json.Key("potentialAction").BeginObject().Key("@type").String("SearchAction");
    json.Key("target").String(std::string(search) + "?q={search_term_string}");
    json.Key("query-input").String("required name=search_term_string").EndObject();
  }
  return WithoutTags(json.EndObject().Take());
}

}  // namespace broadsheet
