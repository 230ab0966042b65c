#pragma once

#include <algorithm>
#include <cstdint>
#include <string>

#include "base/vector.h"
#include "index/number_model.h"
#include "index/posting_model.h"
#include "index/root.h"
#include "index/string_model.h"
#include "index/term.h"

namespace broadsheet {

inline constexpr uint32_t kMaxTermsInChunk = 1024;
// A light term's positions are kept in groups; a group ends with the term that fills it.
inline constexpr uint32_t kPositionsInGroup = 320;

// Writes or reads the words of a chunk. `words` starts as the root left it and is used up.
template <typename Coder>
class TermChunkModel {
 public:
  TermChunkModel(Coder& coder, StringModel& words) : coder_(coder), words_(words) {}

  void Code(Vector<Term>& terms, const Root& root) {
    uint32_t count = counts_.Code(coder_, static_cast<uint32_t>(terms.size()));
    if constexpr (!Coder::kWrites) {
      if (count > kMaxTermsInChunk) return coder_.Fail();
    }
    std::string previous;
    for (uint32_t i = 0; i < count && coder_.ok(); ++i) {
      if constexpr (!Coder::kWrites) terms.emplace_back();
      CodeTerm(terms[i], previous, root);
      previous = terms[i].key;
    }
  }

 private:
  void CodeTerm(Term& term, const std::string& previous, const Root& root) {
    words_.CodeNext(coder_, previous, term.key, kMaxKeyBytes);
    const TermKind kind = term.kind();
    term.post_count = post_counts_[static_cast<size_t>(kind)].Code(coder_, term.post_count);
    const uint32_t size = std::min(BitLength(term.post_count), 20u);
    term.is_heavy = coder_.Bit(heavy_[size], term.is_heavy) != 0;
    if (term.post_count > root.post_count) coder_.Fail();
    if (kind == TermKind::kForm) CodeLinks(term, root);
    if (kind == TermKind::kClass) CodeForms(term);
  }

  void CodeLinks(Term& term, const Root& root) {
    const uint32_t count = link_counts_.Code(coder_, static_cast<uint32_t>(term.links.size()));
    if constexpr (!Coder::kWrites) {
      if (count > root.languages.size()) return coder_.Fail();
      term.links.resize(count);
    }
    for (ClassLink& link : term.links) {
      link.language = languages_.Code(coder_, link.language);
      if (link.language >= root.languages.size()) coder_.Fail();
      CodeNear(term.key, link.anchor);
    }
  }

  void CodeForms(Term& term) {
    const uint32_t count = form_counts_.Code(coder_, static_cast<uint32_t>(term.forms.size()));
    if constexpr (!Coder::kWrites) {
      if (count > kMaxFormsInClass) return coder_.Fail();
      term.forms.resize(count);
    }
    std::string previous = term.key.substr(0, term.key.find(kClassMark));
    for (std::string& form : term.forms) {
      if (!coder_.ok()) return;
      CodeNear(previous, form);
      previous = form;
    }
  }

  // A word by what it does not share with `near`.
  void CodeNear(const std::string& near, std::string& word) {
    uint32_t dropped = 0;
    if constexpr (Coder::kWrites) {
      dropped = static_cast<uint32_t>(near.size()) - StringModel::SharedPrefix(near, word);
    }
    dropped = dropped_.Code(coder_, dropped);
    if (dropped > near.size()) return coder_.Fail();
    const size_t shared = near.size() - dropped;
    std::string tail;
    if constexpr (Coder::kWrites) tail = word.substr(shared);
    words_.Code(coder_, tail, kMaxKeyBytes);
    if constexpr (!Coder::kWrites) word = near.substr(0, shared) + tail;
  }

  static constexpr uint32_t kMaxFormsInClass = 4096;

  Coder& coder_;
  StringModel& words_;
  NumberModel counts_;
  std::array<NumberModel, 3> post_counts_;
  std::array<AdaptiveBit, 21> heavy_;
  NumberModel link_counts_;
  NumberModel languages_;
  NumberModel form_counts_;
  NumberModel dropped_;
};

// The postings of a chunk's light terms, and where their positions lie.
struct ChunkPostings {
  Vector<PostingList> lists;     // one for each term; empty for heavy ones
  uint32_t positions_begin = 0;  // stands before the stream
  Vector<uint32_t> groups;       // as PositionGroups says
  Vector<uint32_t> group_sizes;
};

// Whether a term keeps its positions in a post of this language: a form leaves them to its class.
inline bool KeepsPositions(const Term& term, uint32_t language) {
  if (term.kind() != TermKind::kForm) return term.kind() == TermKind::kClass;
  return std::none_of(term.links.begin(), term.links.end(),
                      [&](const ClassLink& link) { return link.language == language; });
}

// How many positions a term keeps in each post of its list.
inline Vector<uint32_t> KeptPositions(const Term& term, const PostingList& list,
                                      const Vector<uint8_t>& post_languages) {
  Vector<uint32_t> kept;
  kept.reserve(list.size());
  for (const Posting& posting : list) {
    const bool keeps = KeepsPositions(term, post_languages[posting.post]);
    kept.push_back(keeps ? posting.total() : 0);
  }
  return kept;
}

// Which light terms share a group of positions: the first term of each group, and one past the last.
inline Vector<uint32_t> PositionGroups(const Vector<Term>& terms, const Vector<PostingList>& lists,
                                       const Vector<uint8_t>& post_languages) {
  Vector<uint32_t> starts = {0};
  uint64_t filled = 0;
  for (uint32_t i = 0; i < terms.size(); ++i) {
    if (terms[i].is_heavy) continue;
    for (uint32_t count : KeptPositions(terms[i], lists[i], post_languages)) filled += count;
    if (filled < kPositionsInGroup) continue;
    starts.push_back(i + 1);
    filled = 0;
  }
  if (filled > 0) starts.push_back(static_cast<uint32_t>(terms.size()));
  return starts;
}

template <typename Coder>
void CodeChunkPostings(Coder& coder, const Vector<Term>& terms, const Root& root,
                       ChunkPostings& postings) {
  PostingModel model;
  NumberModel sizes;
  postings.lists.resize(terms.size());
  for (size_t i = 0; i < terms.size() && coder.ok(); ++i) {
    if (!terms[i].is_heavy)
      model.Code(coder, postings.lists[i], terms[i].post_count, root.post_count);
  }
  if constexpr (!Coder::kWrites) {
    if (!coder.ok()) return;
    postings.groups = PositionGroups(terms, postings.lists, root.post_languages);
    postings.group_sizes.resize(postings.groups.size() - 1);
  }
  for (uint32_t& size : postings.group_sizes) size = sizes.Code(coder, size);
}

// A heavy term's postings. Its positions lie in runs of neighbouring posts, a block each.
struct HeavyPostings {
  struct Run {
    uint32_t posts = 0;
    uint32_t size = 0;
    uint32_t first = 0;  // place in `list`; these two come out of those before
    uint64_t begin = 0;
  };
  bool is_rounded = false;  // its counts are
  PostingList list;
  uint32_t positions_begin = 0;  // stands before the stream
  Vector<Run> runs;              // none: no positions
};

// Whether the counts of a heavy term or a prefix are rounded: in many posts, and more than a quarter of all.
inline bool IsRounded(size_t size, uint32_t post_count) {
  return size >= 1024 && size > post_count / 4;
}

template <typename Coder>
void CodeHeavyPostings(Coder& coder, uint32_t post_count, HeavyPostings& postings) {
  NumberModel numbers;
  NumberModel posts;
  NumberModel sizes;
  AdaptiveBit rounded;
  postings.is_rounded = coder.Bit(rounded, postings.is_rounded) != 0;
  PostingModel model(postings.is_rounded);
  const uint32_t size = numbers.Code(coder, static_cast<uint32_t>(postings.list.size()));
  model.Code(coder, postings.list, size, post_count);
  const uint32_t runs = numbers.Code(coder, static_cast<uint32_t>(postings.runs.size()));
  if constexpr (!Coder::kWrites) {
    if (runs > post_count) return coder.Fail();
    postings.runs.resize(runs);
  }
  if (runs == 0) return;
  uint32_t first = 0;
  uint64_t begin = postings.positions_begin;
  for (HeavyPostings::Run& run : postings.runs) {
    run.posts = posts.Code(coder, run.posts);
    run.size = sizes.Code(coder, run.size);
    run.first = first;
    run.begin = begin;
    if (run.posts > size - first) return coder.Fail();
    first += run.posts;
    begin += run.size;
  }
}

}  // namespace broadsheet
