#include <algorithm>
#include <charconv>

#include "base/utf8.h"
#include "cli/site_search.h"
#include "cli/verb.h"
#include "post/data.h"
#include "search/explain.h"

namespace broadsheet {
namespace {

std::string Indented(std::string_view lines) {
  std::string out;
  for (size_t start = 0; start < lines.size();) {
    const size_t end = std::min(lines.find('\n', start), lines.size());
    out += "    " + std::string(lines.substr(start, end - start)) + "\n";
    start = end + 1;
  }
  return out;
}

std::string FacetLine(std::string_view name, const Vector<FacetCount>& counts) {
  std::string out = "\n" + std::string(name) + ":";
  for (const FacetCount& facet : counts) {
    out += " " + facet.value + " (" + std::to_string(facet.count) + ")";
  }
  return out + "\n";
}

std::string HumanAnswer(const SearchAnswer& answer, const Vector<Snippet>& snippets) {
  std::string out = std::to_string(answer.total) + (answer.total == 1 ? " post" : " posts") + "\n";
  for (size_t i = 0; i < answer.hits.size(); ++i) {
    const Hit& hit = answer.hits[i];
    out += "\n" + hit.title + (hit.has_section ? " › " + hit.section_title : "") + "\n  " + hit.url;
    if (hit.has_section) out += "#" + hit.section_id;
    std::string text = snippets[i].text;
    for (char& c : text) {
      if (c == '\n' || c == '\t') c = ' ';
    }
    out += "\n  " + text + "\n" + Indented(hit.explanation);
  }
  if (answer.has_facets) {
    out += FacetLine("tags", answer.facets.tags) + FacetLine("years", answer.facets.years) +
           FacetLine("languages", answer.facets.languages);
  }
  for (const std::string& note : answer.notes) out += "\n" + note + "\n";
  return out;
}

// Answers each line {"id", "text"} of `queries` with one line of JSON.
int AnswerQueries(SiteSearch& site, SearchRequest request, std::string_view queries,
                  const std::string& path, Machine& machine) {
  int line = 0;
  for (size_t start = 0; start < queries.size();) {
    size_t end = queries.find('\n', start);
    if (end == std::string_view::npos) end = queries.size();
    const std::string_view text = queries.substr(start, end - start);
    start = end + 1;
    ++line;
    if (text.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    const Result<Data> query = ReadJson(text, line);
    const Data* words = query.ok() ? query->Find("text") : nullptr;
    if (words == nullptr) {
      return Complain(machine,
                      path + ":" + std::to_string(line) +
                          ": a query is {\"id\": …, \"text\": …}; mend the line",
                      kExitFailed);
    }
    const Data* id = query->Find("id");
    request.text = words->text;
    const SearchAnswer answer = site.Search(request);
    machine.console.Out(
        AnswerJson(answer, site.Snippets(request, answer), id == nullptr ? "" : id->text) + "\n");
  }
  return kExitDone;
}

// False if there is no such order.
bool SetOrder(std::string_view name, SearchRequest& request) {
  if (name == "newest") request.order = SearchOrder::kNewest;
  if (name == "oldest") request.order = SearchOrder::kOldest;
  return name == "best" || request.order != SearchOrder::kRelevance;
}

int Search(const Arguments& arguments, Machine& machine) {
  SearchRequest request;
  if (!SetOrder(arguments.Value("--order"), request)) {
    return Complain(machine, "--order needs best, newest or oldest", kExitUsage);
  }
  request.facets = arguments.Has("--facets");
  if (arguments.Has("--explain")) request.explain = ExplainHit;
  const std::string limit = arguments.Value("--limit");
  const auto [end, error] =
      std::from_chars(limit.data(), limit.data() + limit.size(), request.limit);
  if (error != std::errc() || end != limit.data() + limit.size() || request.limit < 1 ||
      request.limit > 100) {
    return Complain(machine, "--limit needs a number from 1 to 100", kExitUsage);
  }
  for (const std::string& word : arguments.words())
    request.text += (request.text.empty() ? "" : " ") + ToValidUtf8(word);
  const std::string path = arguments.Value("--queries");
  if (request.text.empty() == path.empty()) {
    return Complain(machine, "search needs words, or --queries FILE", kExitUsage);
  }
  request.finished = !arguments.Has("--as-typed");
  Result<SiteSearch> site = SiteSearch::Open(machine.files, arguments.Value("--site"));
  if (!site.ok()) return Complain(machine, site.error().ToString(), kExitFailed);
  if (!path.empty()) {
    const Result<std::string> queries =
        path == "-" ? machine.console.ReadInput() : machine.files.Read(path);
    if (!queries.ok()) return Complain(machine, queries.error().ToString(), kExitFailed);
    return AnswerQueries(*site, request, *queries, path, machine);
  }
  const SearchAnswer answer = site->Search(request);
  const Vector<Snippet> snippets = site->Snippets(request, answer);
  machine.console.Out(arguments.Has("--json") ? AnswerJson(answer, snippets) + "\n"
                                              : HumanAnswer(answer, snippets));
  return kExitDone;
}

}  // namespace

Verb SearchVerb() {
  Verb verb;
  verb.name = "search";
  verb.words = "WORDS…";
  verb.summary = "Searches a published site, with the engine that readers' browsers run.";
  verb.options = {
      {"--site", "DIR", "dist", "the published site"},
      {"--limit", "N", "10", "hits to give, at most 100"},
      {"--order", "ORDER", "best", "best, newest or oldest first"},
      {"--facets", "", "", "count the tags, years and languages of all that was found"},
      {"--explain", "", "", "show how each hit came by its place"},
      {"--json", "", "", "answer with one line of JSON"},
      {"--queries", "FILE", "",
       "answer each line {\"id\": …, \"text\": …} of FILE with one line of JSON"},
      {"--as-typed", "", "",
       "take the last word as the beginning of a word, as the search box does"},
  };
  verb.examples = {"broadsheet search heron",
                   "broadsheet search --site /tmp/site --json --limit 3 \"mill lane\" tag:birds"};
  verb.run = Search;
  return verb;
}

}  // namespace broadsheet
