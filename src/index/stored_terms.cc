#include "index/stored_terms.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace broadsheet {

const FieldPositions* TermUses::Find(uint32_t post) const {
  const Posting* posting = FindPost(list, post);
  return posting == nullptr ? nullptr : &places[static_cast<size_t>(posting - list.begin())];
}

void TermUses::Recount() {
  for (size_t i = 0; i < std::min(list.size(), places.size()); ++i) {
    for (size_t f = 0; f < kFieldCount; ++f) {
      const size_t count = places[i].fields[f].size();
      if (count != 0) list[i].counts[f] = static_cast<uint16_t>(std::min<size_t>(count, kMaxCount));
    }
  }
}

void StoredTerms::Prefetch(const std::vector<std::string_view>& keys, const ParallelFor& run) {
  std::set<uint32_t> wanted;
  for (const std::string_view key : keys) {
    if (const auto chunk = index_.ChunkOf(key)) wanted.insert(*chunk);
  }
  const std::vector<uint32_t> numbers(wanted.begin(), wanted.end());
  std::vector<Vector<Term>> read(numbers.size());
  run(numbers.size(), [&](size_t i) { read[i] = index_.Terms(numbers[i]); });
  for (size_t i = 0; i < numbers.size(); ++i) chunks_[numbers[i]] = std::move(read[i]);
}

const Term* StoredTerms::Find(std::string_view key) {
  const auto chunk = index_.ChunkOf(key);
  if (!chunk) return nullptr;
  const auto [known, is_new] = chunks_.try_emplace(*chunk);
  if (is_new) known->second = index_.Terms(*chunk);
  const Vector<Term>& terms = known->second;
  const auto found =
      std::lower_bound(terms.begin(), terms.end(), key,
                       [](const Term& term, std::string_view wanted) { return term.key < wanted; });
  return found != terms.end() && found->key == key ? &*found : nullptr;
}

TermUses StoredTerms::UsesOf(const Term& term) {
  TermUses uses;
  if (term.is_heavy) {
    HeavyPostings postings = index_.Listed(*index_.FindHeavy(term.key));
    for (const HeavyPostings::Run& run : postings.runs) {
      for (FieldPositions& place : index_.Run(term, postings, run)) {
        uses.places.push_back(std::move(place));
      }
    }
    uses.list = std::move(postings.list);
    if (postings.is_rounded) uses.Recount();
  } else {
    const uint32_t chunk = *index_.ChunkOf(term.key);
    const Vector<Term>& terms = chunks_.at(chunk);
    const ChunkPostings postings = index_.Postings(chunk, terms);
    const uint32_t place = static_cast<uint32_t>(&term - terms.begin());
    uint32_t begin = postings.positions_begin;
    for (size_t g = 0; g < postings.group_sizes.size(); ++g) {
      const uint32_t first = postings.groups[g];
      const uint32_t last = postings.groups[g + 1];
      if (first <= place && place < last) {
        uses.places = std::move(index_.Group(terms, postings.lists, first, last, begin,
                                             postings.group_sizes[g])[place - first]);
      }
      begin += postings.group_sizes[g];
    }
    uses.list = postings.lists[place];
  }
  uses.places.resize(uses.list.size());
  return uses;
}

TermUses StoredTerms::AllUsesOf(const Term& form) {
  TermUses uses = UsesOf(form);
  for (const ClassLink& link : form.links) {
    const Term* joined = Find(ClassKey(link.anchor, link.language));
    if (joined == nullptr) continue;
    const TermUses all = UsesOf(*joined);
    const auto own = std::find(joined->forms.begin(), joined->forms.end(), form.key);
    const auto number = static_cast<uint16_t>(own - joined->forms.begin());
    for (size_t i = 0; i < uses.list.size(); ++i) {
      const FieldPositions* from = all.Find(uses.list[i].post);
      if (from == nullptr || KeepsPositions(form, index_.root().post_languages[uses.list[i].post]))
        continue;
      for (size_t f = 0; f < kFieldCount; ++f) {
        for (size_t p = 0; p < from->fields[f].size(); ++p) {
          if (from->forms[f][p] == number) uses.places[i].fields[f].push_back(from->fields[f][p]);
        }
      }
    }
  }
  if (IsRounded(uses.list.size(), index_.root().post_count)) uses.Recount();
  return uses;
}

}  // namespace broadsheet
