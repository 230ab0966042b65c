#include "search/answer.h"

#include "base/json_writer.h"
#include "base/utf8.h"

namespace broadsheet {
namespace {

// Converts ascending byte offsets to UTF-16 code units.
class Utf16Counter {
 public:
  explicit Utf16Counter(std::string_view text) : text_(text) {}

  uint32_t At(size_t byte) {
    while (byte_ < byte && byte_ < text_.size()) {
      const CodePoint point = DecodeUtf8(text_, byte_);
      byte_ += point.size;
      units_ += point.value > 0xffff ? 2 : 1;
    }
    return units_;
  }

 private:
  std::string_view text_;
  size_t byte_ = 0;
  uint32_t units_ = 0;
};

void WriteSnippet(JsonWriter& json, const Snippet& snippet) {
  json.Key("snippet").String(snippet.text).Key("marks").BeginArray();
  Utf16Counter counter(snippet.text);
  for (const Snippet::Mark& mark : snippet.marks) {
    const uint32_t begin = counter.At(mark.begin);
    json.BeginArray().Int(begin).Int(counter.At(mark.end)).EndArray();
  }
  json.EndArray();
}

void WriteHit(JsonWriter& json, const Hit& hit, const Snippet* snippet) {
  json.BeginObject().Key("post").String(hit.post).Key("url").String(hit.url);
  json.Key("title").String(hit.title);
  if (hit.has_date) json.Key("date").Int(hit.date);
  json.Key("language").String(hit.language).Key("score").Double(hit.score, 4);
  if (hit.group == HitGroup::kPartial) json.Key("partial").Bool(true);
  json.Key("section");
  if (hit.has_section) {
    json.BeginObject().Key("id").String(hit.section_id);
    json.Key("title").String(hit.section_title).EndObject();
  } else {
    json.Null();
  }
  if (snippet != nullptr) WriteSnippet(json, *snippet);
  if (!hit.explanation.empty()) json.Key("explanation").String(hit.explanation);
  json.EndObject();
}

void WriteFacet(JsonWriter& json, std::string_view name, const Vector<FacetCount>& counts) {
  json.Key(name).BeginArray();
  for (const FacetCount& facet : counts) {
    json.BeginObject().Key("value").String(facet.value).Key("count").Int(facet.count).EndObject();
  }
  json.EndArray();
}

void WriteTexts(JsonWriter& json, std::string_view name, const Vector<std::string>& texts) {
  json.Key(name).BeginArray();
  for (const std::string& text : texts) json.String(text);
  json.EndArray();
}

void WriteCorrections(JsonWriter& json, const Vector<Correction>& corrections) {
  json.Key("corrections").BeginArray();
  for (const Correction& correction : corrections) {
    json.BeginObject().Key("from").String(correction.from);
    WriteTexts(json, "to", correction.to);
    json.EndObject();
  }
  json.EndArray();
}

}  // namespace

std::string AnswerJson(const SearchAnswer& answer, const Vector<Snippet>& snippets,
                       std::string_view id) {
  JsonWriter json;
  json.BeginObject();
  if (!id.empty()) json.Key("id").String(id);
  json.Key("query").String(answer.query).Key("total").Int(answer.total);
  json.Key("partial_total").Int(answer.partial_total).Key("hits").BeginArray();
  for (size_t i = 0; i < answer.hits.size(); ++i) {
    WriteHit(json, answer.hits[i], i < snippets.size() ? &snippets[i] : nullptr);
  }
  json.EndArray();
  WriteTexts(json, "forms", answer.forms);
  WriteCorrections(json, answer.corrections);
  WriteTexts(json, "notes", answer.notes);
  if (answer.has_facets) {
    json.Key("facets").BeginObject();
    WriteFacet(json, "tags", answer.facets.tags);
    WriteFacet(json, "years", answer.facets.years);
    WriteFacet(json, "languages", answer.facets.languages);
    json.EndObject();
  }
  return json.EndObject().Take();
}

std::string SnippetJson(const Snippet& snippet) {
  JsonWriter json;
  json.BeginObject();
  WriteSnippet(json, snippet);
  return json.EndObject().Take();
}

}  // namespace broadsheet
