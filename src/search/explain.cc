#include "search/explain.h"

#include <algorithm>
#include <string>

#include "base/join.h"
#include "base/json_writer.h"
#include "base/number.h"
#include "search/search_run.h"

namespace broadsheet {
namespace {

constexpr std::string_view kFieldNames[] = {"text", "code", "headings", "title", "labels"};

std::string Number(double value) { return JsonWriter().Double(value, 3).Take(); }

std::string Counts(std::string_view name, const FieldCounts& counts) {
  std::string text;
  for (size_t f = 0; f < kFieldCount; ++f) {
    if (counts[f] == 0) continue;
    text += Join({text.empty() ? name : ",", " ", NumberText(counts[f]), " in ", kFieldNames[f]});
  }
  return text;
}

void AppendWords(const QueryPhrase& phrase, std::string& text) {
  if (!text.empty()) text += " |";
  for (const QueryTerm& term : phrase) {
    const std::string_view word = term.folded;
    text += Join({text.empty() ? "" : " ", word.substr(word[0] == kGramMark ? 1 : 0),
                  term.match == TermMatch::kPrefix ? "*" : ""});
  }
}

// What a word or a quotation of the question was understood as.
std::string Words(const QueryNode& node) {
  std::string text;
  for (const QueryPhrase& phrase : node.word.phrases) AppendWords(phrase, text);
  if (!node.phrase.empty()) AppendWords(node.phrase, text);
  return text;
}

}  // namespace

std::string ExplainHit(const SearchRun& run, const Candidate& candidate) {
  const double ratio = run.LengthRatio(candidate.slot, candidate.post);
  std::string text = Join({"length ", Number(ratio), " of the average"});
  double sum = 0;
  for (size_t i = 0; i < run.wanted_.size(); ++i) {
    const Leaf& leaf = run.matchers_[candidate.slot].leaf(*run.wanted_[i]);
    const LeafPosting* found = FindPost(leaf.postings, candidate.post);
    if (found == nullptr) continue;
    const WordScore score = run.scorers_[i].Score(*found, ratio);
    double form = 0;
    for (const FoundForm& other : leaf.forms) {
      const Posting* own = FindPost(*other.postings, candidate.post);
      if (own == nullptr) continue;
      form = std::max(form,
                      run.FormScore(candidate.slot, i, other, run.FormFrequency(i, other), *own));
    }
    sum += score.value + form;
    text +=
        Join({"\n", Words(*run.wanted_[i]), ": ", Number(score.value), " = idf ", Number(score.idf),
              ", fit ", Number(score.fit), Counts("; as typed", found->exact),
              Counts("; with its stem", found->stem), Counts("; with what it begins", found->all)});
    if (form > 0) text += Join({"; its form is rarer: plus ", Number(form)});
  }
  text += Join({"\nwords ", Number(sum)});
  if (sum > 0) {
    const double times = (candidate.score - candidate.proximity) / sum;
    text += Join({"\nin the title: times ", Number(times)});
  }
  return Join({text, "\ntogether: plus ", Number(candidate.proximity)});
}

}  // namespace broadsheet
