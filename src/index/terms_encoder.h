#pragma once

#include <functional>
#include <string>

#include "base/vector.h"
#include "index/chunk_model.h"
#include "index/range_encoder.h"
#include "index/root.h"
#include "index/string_model.h"
#include "index/term.h"

namespace broadsheet {

// Encodes positions, of one term or of several one after the other, as one block.
class PositionWriter {
 public:
  explicit PositionWriter(bool is_rounded = false) : model_(is_rounded) {}
  // What a term of so many forms (0: a form) has in one post.
  void Add(const Posting& posting, size_t form_count, FieldPositions& positions) {
    model_.Code(encoder_, posting, form_count, positions);
  }
  // The block, with its sum.
  std::string Finish();

 private:
  RangeEncoder encoder_;
  PositionModel model_;
};

// The blocks of a chunk, or of a heavy term: of its words, the stream of its lists, which PlacedAt turns
// into a block's payload, and the blocks of its positions.
struct EncodedTerms {
  std::string words;
  std::string lists;
  std::string positions;
};

// How a list of a heavy term or a prefix says how often: exactly; in levels, if it IsRounded(); or, of what nearly
// all posts have, not at all: such a word's idf is below 0.3, and the longest lists become half as long.
enum class Rounding : uint8_t { kNone, kLevels, kPresence };
Rounding RoundingOf(size_t size, uint32_t post_count);
// Rounds the counts of such a list; what is rounded stays as it is.
void RoundCounts(PostingList& list, uint32_t post_count);

// Yields the block of the positions of the terms, or of the postings of a term, [first, last).
using PositionsOf = std::function<std::string(size_t first, size_t last)>;

// `lists`: of each term; empty for the heavy ones.
EncodedTerms EncodeChunk(Vector<Term>& terms, Vector<PostingList> lists, const Root& root,
                         const StringModel& words, const PositionsOf& positions_of_terms);
// `list` has been through RoundCounts.
EncodedTerms EncodeHeavy(const Term& term, PostingList list, const Root& root,
                         const PositionsOf& positions_of_postings);
// The payload of a prefix, whose positions are kept nowhere; rounds the counts.
std::string EncodePrefix(PostingList list, uint32_t post_count);

}  // namespace broadsheet
