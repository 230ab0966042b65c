#pragma once

#include <array>
#include <cstdint>

#include "base/vector.h"
#include "index/reader.h"
#include "search/query.h"
#include "search/term_finder.h"

namespace broadsheet {

inline bool HasAny(const FieldCounts& counts) {
  uint32_t any = 0;
  for (const uint16_t count : counts) any |= count;
  return any != 0;
}

// How often one post has what a leaf of the question asks for, by how well it fits. Each counts what
// the one before it counts.
struct LeafPosting {
  uint32_t post = 0;
  FieldCounts exact{};
  FieldCounts stem{};
  FieldCounts all{};
  double share = 0;  // the most of QueryNode::shares, or 1
};

// Where a term of a leaf is kept in one index.
struct KeptTerm {
  QueryTerm term;
  bool is_exact = false;  // only as written: not the other forms of a class
  Vector<TermRef> keepers;
};

// What one index has for a word or a phrase of the question: posts ascending, only those that have it
// in one of its fields.
struct Leaf {
  Vector<LeafPosting> postings;
  Vector<Vector<KeptTerm>> phrases;  // as in the question
  Vector<FoundForm> forms;           // of words
};

// An occurrence of a term in a post.
struct Place {
  uint32_t position = 0;
  Field field = kFieldText;

  friend auto operator<=>(const Place&, const Place&) = default;
};

// Fills `leaf` for a kWord or kPhrase node; false if bytes are wanted: unless `is_guess`, more than
// positions.
bool FindLeaf(IndexReader& reader, const Readers& all, const QueryNode& node, Leaf& leaf,
              bool& is_guess);

// Whether one of the wanted fields has the term at `position`.
bool HasPlace(const Vector<Place>& places, uint32_t position, FieldMask fields);

// Adds where a term stands in a post and sorts; false if bytes are wanted.
bool FindPlaces(IndexReader& reader, const KeptTerm& term, uint32_t post, Vector<Place>& places);

}  // namespace broadsheet
