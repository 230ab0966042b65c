#include <algorithm>
#include <string>

#include "base/json_writer.h"
#include "search/search_run.h"

namespace broadsheet {
namespace {

constexpr std::string_view kFieldNames[] = {"text", "code", "headings", "title", "labels"};

std::string Number(double value) { return JsonWriter().Double(value, 3).Take(); }

std::string Counts(std::string_view name, const FieldCounts& counts) {
  std::string text;
  for (size_t f = 0; f < kFieldCount; ++f) {
    if (counts[f] == 0) continue;
    text += (text.empty() ? "" : ", ") + std::to_string(counts[f]) + " in " +
            std::string(kFieldNames[f]);
  }
  return text.empty() ? "" : "; " + std::string(name) + " " + text;
}

}  // namespace

std::string SearchRun::Explain(const Candidate& candidate) const {
  const double ratio = LengthRatio(candidate.slot, candidate.post);
  std::string text = "length " + Number(ratio) + " of the average";
  double sum = 0;
  for (size_t i = 0; i < wanted_.size(); ++i) {
    const Vector<LeafPosting>& postings = matchers_[candidate.slot].leaf(*wanted_[i]).postings;
    const auto found = std::lower_bound(
        postings.begin(), postings.end(), candidate.post,
        [](const LeafPosting& posting, uint32_t post) { return posting.post < post; });
    if (found == postings.end() || found->post != candidate.post) continue;
    const WordScore score = scorers_[i].Score(*found, ratio);
    double form = 0;
    for (const FoundForm& other : matchers_[candidate.slot].leaf(*wanted_[i]).forms) {
      const auto own = std::lower_bound(
          other.postings->begin(), other.postings->end(), candidate.post,
          [](const Posting& posting, uint32_t post) { return posting.post < post; });
      if (own == other.postings->end() || own->post != candidate.post) continue;
      form = std::max(form, FormScore(candidate.slot, i, other, FormFrequency(i, other), *own));
    }
    sum += score.value + form;
    text += "\n" + ToString(*wanted_[i]) + ": " + Number(score.value) + " = idf " +
            Number(score.idf) + ", fit " + Number(score.fit) + Counts("as typed", found->exact) +
            Counts("with its stem", found->stem) + Counts("with what it begins", found->all) +
            (form > 0 ? "; its form is rarer: plus " + Number(form) : "");
  }
  text += "\nwords " + Number(sum);
  if (sum > 0) {
    text += "\nin the title: times " + Number((candidate.score - candidate.proximity) / sum);
  }
  return text + "\ntogether: plus " + Number(candidate.proximity);
}

}  // namespace broadsheet
