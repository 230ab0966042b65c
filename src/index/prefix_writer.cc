#include "index/prefix_writer.h"

#include <algorithm>
#include <set>

#include "base/utf8.h"
#include "index/term.h"
#include "index/terms_encoder.h"

namespace broadsheet {
namespace {

// Sums up postings by post.
class PostingSum {
 public:
  explicit PostingSum(size_t post_count) : sums_(post_count) {}

  void Add(const Posting& posting) {
    for (size_t f = 0; f < kFieldCount; ++f) sums_[posting.post][f] += posting.counts[f];
  }

  PostingList Take() const {
    PostingList list;
    for (uint32_t post = 0; post < sums_.size(); ++post) {
      Posting posting{post, {}};
      for (size_t f = 0; f < kFieldCount; ++f) {
        posting.counts[f] = static_cast<uint16_t>(std::min(sums_[post][f], kMaxCount));
      }
      if (posting.mask() != 0) list.push_back(posting);
    }
    return list;
  }

 private:
  std::vector<std::array<uint32_t, kFieldCount>> sums_;
};

}  // namespace

void PrefixWriter::Plan(Root& root) {
  heavy_before_.assign(draft_.form_count() + 1, 0);
  size_t heavy = 0;
  for (uint32_t rank = 0; rank < draft_.form_count(); ++rank) {
    const std::string_view form = draft_.form(rank);
    while (heavy < root.heavy_terms.size() && root.heavy_terms[heavy].key < form) ++heavy;
    const bool is_heavy = heavy < root.heavy_terms.size() && root.heavy_terms[heavy].key == form;
    heavy_before_[rank + 1] = heavy_before_[rank] + (is_heavy ? 1 : 0);
  }
  Split(0, draft_.form_count(), 0);
  std::sort(prefixes_.begin(), prefixes_.end(),
            [](const Prefix& a, const Prefix& b) { return a.text < b.text; });
  for (const Prefix& prefix : prefixes_) root.prefixes.emplace_back().key = prefix.text;
}

// Takes the forms [begin, end), which share their first `size` bytes, apart by the next character.
void PrefixWriter::Split(uint32_t begin, uint32_t end, size_t size) {
  for (uint32_t first = begin; first < end;) {
    const std::string_view form = draft_.form(first);
    size_t longer = size + DecodeUtf8(form, size).size;
    if (form[0] == kGramMark && size == 0) longer = 1 + DecodeUtf8(form, 1).size;
    if (longer == size) {  // the prefix itself, as a form
      ++first;
      continue;
    }
    uint32_t last = first + 1;
    while (last < end && draft_.form(last).substr(0, longer) == form.substr(0, longer)) ++last;
    const uint32_t heavy = heavy_before_[last] - heavy_before_[first];
    if (last - first > kMostFormsOfPrefix || heavy > kMostHeavyFormsOfPrefix) {
      prefixes_.push_back({std::string(form.substr(0, longer)), first, last});
      Split(first, last, longer);
    }
    first = last;
  }
}

std::string PrefixWriter::Encode(const Prefix& prefix) const {
  PostingSum sum(draft_.posts().size());
  std::set<uint32_t> classes;
  for (uint32_t rank = prefix.begin; rank < prefix.end; ++rank) {
    const std::vector<uint32_t>& own = draft_.classes_of(rank);
    classes.insert(own.begin(), own.end());
    if (own.size() == draft_.languages().size()) continue;
    for (const Posting& posting : draft_.Postings(rank)) {
      const uint32_t language = draft_.posts()[posting.post].language;
      const bool in_class = std::any_of(own.begin(), own.end(), [&](uint32_t number) {
        return draft_.classes()[number].language == language;
      });
      if (!in_class) sum.Add(posting);
    }
  }
  for (uint32_t number : classes) {
    for (const Posting& posting : draft_.ClassPostings(draft_.classes()[number])) sum.Add(posting);
  }
  return EncodePrefix(sum.Take(), static_cast<uint32_t>(draft_.posts().size()));
}

Vector<std::string> PrefixWriter::Write(const ParallelFor& run) const {
  Vector<std::string> payloads(prefixes_.size());
  run(prefixes_.size(), [&](size_t i) { payloads[i] = Encode(prefixes_[i]); });
  return payloads;
}

}  // namespace broadsheet
