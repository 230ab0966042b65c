#pragma once

#include <cstdint>

#include "base/vector.h"
#include "index/reader.h"
#include "search/leaf.h"
#include "text/query_word.h"

namespace broadsheet {

// How the terms of a phrase must stand: at their offsets, or (near) in any order with at most
// `distance` other words among them.
struct PhraseShape {
  bool is_near = false;
  uint32_t distance = 0;
};

// The posts that have the phrase in the wanted fields, with how often; `terms` says where its terms
// are kept. A last term that is a prefix of very many forms need only occur in the post: typing on
// narrows what is found. False if bytes are wanted; `is_guess` if these are positions only, and
// `list` has the posts that may have the phrase.
bool FindPhrase(IndexReader& reader, const Readers& all, const QueryPhrase& phrase,
                PhraseShape shape, FieldMask fields, Vector<KeptTerm>& terms, PostingList& list,
                bool& is_guess);

}  // namespace broadsheet
