#include "search/spelling.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/sort.h"
#include "search/edit_distance.h"

namespace broadsheet {
namespace {

constexpr size_t kMostSuggestions = 4;
// The odds of a word of which only a part was typed, and of another form.
constexpr double kUnfinished = 0.3;
constexpr double kMostOdds = 20;    // of the likeliest against the last
constexpr size_t kHead = 3;         // characters of a word that lead to the forms that share them
constexpr size_t kFewChunks = 256;  // of a dictionary in which that is enough for a short word
constexpr char kLastByte = '\xff';
constexpr size_t kLongWord = 10;    // of so many characters, one typo leaves more than three whole
constexpr size_t kLeastTail = 2;    // a shorter start of a tail would lead to too many forms
constexpr uint32_t kOtherForm = 2;  // so many typos is a form of a word away that no post has

class Search {
 public:
  Search(IndexReader& reader, const QueryTerm& term, uint32_t limit, Vector<Suggestion>& found)
      : reader_(reader),
        folded_(term.folded),
        letters_(term.folded),
        typed_(letters_),
        is_prefix_(term.match == TermMatch::kPrefix),
        limit_(limit),
        first_(limit == 1 && typed_.size() >= kLongWord ? 1 : 0),
        found_(found) {}

  // By the tails that a form may have if its first characters hold a typo: those of the typed word,
  // moved by a letter missing or too many.
  bool Run() {
    const size_t head = kTypoHeads[first_];
    // Three letters begin too many words of a large dictionary.
    const bool is_short = typed_.size() <= head;
    if (is_short && reader_.root().chunks.size() > kFewChunks) return true;
    bool ready = ByHead(Bytes(typed_.substr(0, head)));
    if (is_short) return ready;
    const int most = static_cast<int>(limit_);
    for (size_t d = first_; d < first_ + limit_; ++d) {
      for (int shift = -most; shift <= most; ++shift) {
        const size_t from = kTypoHeads[d] + static_cast<size_t>(shift);
        if (from < typed_.size()) ready &= ByTail(d, typed_.substr(from));
      }
    }
    // Two letters swapped across the border of the head.
    Characters swapped = letters_;
    std::swap(swapped[head - 1], swapped[head]);
    return ByTail(first_, std::u32string_view(swapped).substr(head)) && ready;
  }

 private:
  // With a second typo still to come in the tail, only its first characters are sure.
  bool ByTail(size_t dictionary, std::u32string_view tail) {
    const bool is_sure = limit_ == 1 || dictionary == 1;
    const bool is_short = tail.size() < kLeastTail;
    const bool is_whole = is_sure && (!is_prefix_ || is_short);
    if (!is_sure) tail = tail.substr(0, kHead);
    if (is_short && !is_whole) return true;
    return ByTail(dictionary, Bytes(tail), is_whole);
  }

  bool ByHead(const std::string& head) {
    const std::optional<uint32_t> first = reader_.ChunkOf(head);
    if (!first) return true;
    bool ready = true;
    const BlockList& chunks = reader_.root().chunks;
    for (uint32_t chunk = *first; chunk < chunks.size(); ++chunk) {
      if (chunk > *first && chunks[chunk].key.compare(0, head.size(), head) > 0) break;
      const Vector<Term>* terms = reader_.Terms(chunk);
      ready &= terms != nullptr;
      if (terms == nullptr) continue;
      for (const Term& term : *terms) {
        if (term.key.starts_with(head) && term.kind() == TermKind::kForm) {
          Consider(term.key, term.post_count);
        }
      }
    }
    return ready;
  }

  bool ByTail(size_t dictionary, const std::string& start, bool is_whole) {
    const BlockList& chunks = reader_.root().typos[dictionary];
    const std::string prefix = is_whole ? start + kClassMark : start;
    size_t chunk = std::max<size_t>(CountUpTo(chunks, prefix), 1) - 1;
    bool ready = true;
    for (; chunk < chunks.size(); ++chunk) {
      if (chunks[chunk].key.compare(0, prefix.size(), prefix) > 0) break;
      const Vector<TypoWord>* words = reader_.Typos(dictionary, static_cast<uint32_t>(chunk));
      ready &= words != nullptr;
      if (words == nullptr) continue;
      for (const TypoWord& word : *words) {
        if (word.key.starts_with(prefix)) Consider(FormOfTypoKey(word.key), word.post_count);
      }
    }
    return ready;
  }

  void Consider(const std::string& form, uint32_t post_count) {
    const Characters letters(form);
    const std::u32string_view characters = letters;
    Likeness likeness = Compare(typed_, characters, is_prefix_, limit_);
    if (likeness.distance == 0) return;
    if (likeness.distance > limit_ || typed_.size() <= kHead) {
      if (!SharesStem(folded_, form)) return;
      likeness = {form.starts_with(folded_) ? 1 : kOtherForm, UINT32_MAX};
    }
    const std::u32string_view meant = characters.substr(0, likeness.characters);
    double odds = std::sqrt(post_count);
    if (likeness.distance == 1) odds *= TypoOdds(typed_, meant);
    if (meant.size() < characters.size() || likeness.characters == UINT32_MAX) odds *= kUnfinished;
    found_.push_back({form, Bytes(meant), likeness.distance, odds});
  }

  IndexReader& reader_;
  std::string_view folded_;
  Characters letters_;
  std::u32string_view typed_;
  bool is_prefix_;
  uint32_t limit_;
  size_t first_;  // the dictionary of the shortest heads that are used
  Vector<Suggestion>& found_;
};

}  // namespace

uint32_t TyposAllowed(const QueryTerm& term) {
  if (!term.is_plain) return 0;
  const size_t characters = Characters(term.folded).size();
  return characters >= 8 ? 2 : characters >= kHead ? 1 : 0;
}

bool IsLike(const QueryTerm& term, const std::string& form) {
  const bool is_prefix = term.match == TermMatch::kPrefix;
  if (!is_prefix && form.size() > term.folded.size() + 1) return false;
  return Compare(Characters(term.folded), Characters(form), is_prefix, 1).distance == 1;
}

void PrefetchLike(IndexReader& reader, const QueryTerm& term, size_t most_chunks) {
  if (reader.root().chunks.empty()) return;
  Characters letters(term.folded);
  for (size_t size = kHead; size < letters.size(); ++size) {
    const std::string head = Bytes(std::u32string_view(letters).substr(0, size));
    const uint32_t first = *reader.ChunkOf(head);
    const uint32_t last = *reader.ChunkOf(head + kLastByte);
    if (last - first >= most_chunks) continue;
    for (uint32_t chunk = first; chunk <= last; ++chunk) reader.Prefetch(chunk);
    break;
  }
  for (size_t at = 1; at <= kHead && at < letters.size() && most_chunks > kHead; ++at) {
    std::swap(letters[at - 1], letters[at]);
    reader.Prefetch(*reader.ChunkOf(Bytes(letters)));
    std::swap(letters[at - 1], letters[at]);
  }
}

bool FindSuggestions(IndexReader& reader, const QueryTerm& term, uint32_t typos,
                     Vector<Suggestion>& found) {
  return Search(reader, term, typos, found).Run();
}

Vector<Suggestion> BestSuggestions(Vector<Suggestion> found) {
  SortBy(found, [](const Suggestion& a, const Suggestion& b) {
    if (a.distance != b.distance) return a.distance < b.distance;
    return a.odds != b.odds ? a.odds > b.odds : a.form < b.form;
  });
  Vector<Suggestion> best;
  for (Suggestion& suggestion : found) {
    if (best.size() == kMostSuggestions || suggestion.distance > found[0].distance ||
        suggestion.odds * kMostOdds < found[0].odds) {
      break;
    }
    // What was found on two ways, in two indexes or by the same beginning counts once.
    const bool is_known = std::any_of(best.begin(), best.end(), [&](const Suggestion& other) {
      return other.meant == suggestion.meant;
    });
    if (!is_known) best.push_back(std::move(suggestion));
  }
  return best;
}

}  // namespace broadsheet
