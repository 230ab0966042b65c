// The calls of search.wasm (abi.md).

#include <string>
#include <string_view>
#include <utility>

#include "base/json_writer.h"
#include "base/message.h"
#include "search/searcher.h"
#include "search/snippet.h"
#include "wasm/exchange.h"
#include "wasm/search_explainer.h"

namespace broadsheet {
namespace {

Searcher& Instance() {
  static Searcher searcher;
  return searcher;
}

SearchOrder OrderOf(std::string_view name) {
  if (name == "newest") return SearchOrder::kNewest;
  return name == "oldest" ? SearchOrder::kOldest : SearchOrder::kRelevance;
}

SearchRequest RequestOf(const Record& record) {
  SearchRequest request;
  request.text = record.Text("query");
  request.offset = static_cast<size_t>(record.Number("offset", 0));
  request.limit = static_cast<size_t>(record.Number("limit", 10));
  request.order = OrderOf(record.Text("order"));
  request.finished = record.Flag("finished");
  request.correct_typos = record.Text("corrections") != "0";
  request.facets = record.Flag("facets");
  if (record.Flag("explain")) request.explain = kExplainer;
  return request;
}

std::string RangesJson(const Vector<ByteRange>& ranges) {
  JsonWriter json;
  json.BeginObject().Key("ranges").BeginArray();
  for (const ByteRange& range : ranges) {
    json.BeginObject().Key("file").String(range.file);
    json.Key("begin").Int(static_cast<int64_t>(range.begin));
    json.Key("end").Int(static_cast<int64_t>(range.end)).EndObject();
  }
  return json.EndArray().EndObject().Take();
}

}  // namespace

BROADSHEET_EXPORT(search_open)(uint32_t size) {
  const Record record(Incoming(size));
  const Status status = Instance().Open(static_cast<int>(record.Number("slot", 0)),
                                        record.Text("name"), record.Text("root"));
  if (!status.ok()) return Answer(status.error());
  return Answer(
      JsonWriter().BeginObject().Key("posts").Int(Instance().post_count()).EndObject().Take());
}

BROADSHEET_EXPORT(search_close)(uint32_t size) {
  Instance().Close(static_cast<int>(Record(Incoming(size)).Number("slot", 0)));
  return Answer(std::string());
}

BROADSHEET_EXPORT(search_query)(uint32_t size) {
  Searcher::Outcome outcome = Instance().Search(RequestOf(Record(Incoming(size))));
  if (!outcome.answered) return Answer(RangesJson(outcome.wanted), kMoreNeeded);
  return Answer(AnswerJson(outcome.answer));
}

BROADSHEET_EXPORT(search_feed)(uint32_t size) {
  const Record record(Incoming(size));
  Instance().Feed(record.Text("file"), static_cast<uint64_t>(record.Number("begin", 0)),
                  record.Text("bytes"));
  return Answer(std::string());
}

BROADSHEET_EXPORT(search_give_up)(uint32_t size) {
  const Record record(Incoming(size));
  Instance().GiveUp({std::string(record.Text("file")),
                     static_cast<uint64_t>(record.Number("begin", 0)),
                     static_cast<uint64_t>(record.Number("end", 0))});
  return Answer(std::string());
}

BROADSHEET_EXPORT(search_snippet)(uint32_t size) {
  const Record record(Incoming(size));
  SnippetRequest request;
  request.query = record.Text("query");
  request.text = record.Text("text");
  request.section_begin = static_cast<uint32_t>(record.Number("begin", 0));
  request.section_end = static_cast<uint32_t>(record.Number("end", 0));
  request.finished = record.Flag("finished");
  request.forms = record.List("forms");
  request.size = static_cast<uint32_t>(record.Number("size", request.size));
  return Answer(SnippetJson(CutSnippet(request)));
}

}  // namespace broadsheet
