#include "index/terms_encoder.h"

#include <algorithm>
#include <utility>

#include "index/block_writer.h"
#include "index/limits.h"

namespace broadsheet {

std::string PositionWriter::Finish() {
  std::string block;
  AppendBlock(block, encoder_.Finish());
  return block;
}

EncodedTerms EncodeChunk(Vector<Term>& terms, Vector<PostingList> lists, const Root& root,
                         const StringModel& words, const PositionsOf& positions_of_terms) {
  EncodedTerms encoded;
  RangeEncoder encoder;
  StringModel model = words;
  TermChunkModel(encoder, model).Code(terms, root);
  encoded.words = encoder.Finish();

  ChunkPostings postings;
  postings.lists = std::move(lists);
  const Vector<uint32_t> groups = PositionGroups(terms, postings.lists, root.post_languages);
  for (size_t g = 0; g + 1 < groups.size(); ++g) {
    const std::string block = positions_of_terms(groups[g], groups[g + 1]);
    postings.group_sizes.push_back(static_cast<uint32_t>(block.size()));
    encoded.positions += block;
  }
  RangeEncoder lists_encoder;
  CodeChunkPostings(lists_encoder, terms, root, postings);
  encoded.lists = lists_encoder.Finish();
  return encoded;
}

Rounding RoundingOf(size_t size, uint32_t post_count) {
  if (!IsRounded(size, post_count)) return Rounding::kNone;
  return size > post_count / 4 * 3 ? Rounding::kPresence : Rounding::kLevels;
}

void RoundCounts(PostingList& list, uint32_t post_count) {
  const Rounding rounding = RoundingOf(list.size(), post_count);
  if (rounding == Rounding::kNone) return;
  for (Posting& posting : list) {
    for (size_t f = 0; f < kFieldCount; ++f) {
      uint32_t count = posting.counts[f];
      if (count == 0) continue;
      if (rounding == Rounding::kPresence) count = f == kFieldText ? kMaxCount : 1;
      posting.counts[f] = kRoundedCounts[CountLevel(count)];
    }
  }
}

EncodedTerms EncodeHeavy(const Term& term, PostingList list, const Root& root,
                         const PositionsOf& positions_of_postings) {
  EncodedTerms encoded;
  HeavyPostings postings;
  postings.is_rounded = IsRounded(list.size(), root.post_count);
  postings.list = std::move(list);
  const Vector<uint32_t> kept = KeptPositions(term, postings.list, root.post_languages);
  const bool keeps =
      std::any_of(kept.begin(), kept.end(), [](uint32_t count) { return count > 0; });
  uint32_t filled = 0;
  uint32_t first = 0;
  for (uint32_t p = 0; keeps && p < kept.size(); ++p) {
    filled += kept[p];
    const bool is_last = p + 1 == kept.size();
    if (!is_last && !EndsRun(filled, postings.list[p].post, postings.list[p + 1].post)) continue;
    const std::string block = positions_of_postings(first, p + 1);
    postings.runs.push_back({p + 1 - first, static_cast<uint32_t>(block.size())});
    encoded.positions += block;
    first = p + 1;
    filled = 0;
  }
  RangeEncoder encoder;
  CodeHeavyPostings(encoder, root.post_count, postings);
  encoded.lists = encoder.Finish();
  return encoded;
}

std::string EncodePrefix(PostingList list, uint32_t post_count) {
  HeavyPostings postings;
  RoundCounts(list, post_count);
  postings.is_rounded = IsRounded(list.size(), post_count);
  postings.list = std::move(list);
  RangeEncoder encoder;
  CodeHeavyPostings(encoder, post_count, postings);
  return PlacedAt(0, encoder.Finish());
}

}  // namespace broadsheet
