#pragma once

#include <cstdint>
#include <map>
#include <string_view>
#include <vector>

#include "base/vector.h"
#include "index/builder.h"
#include "index/posting.h"
#include "index/stored_index.h"
#include "index/term.h"

namespace broadsheet {

// A term's posts, and its places in each; none where it leaves them to its class.
struct TermUses {
  PostingList list;
  Vector<FieldPositions> places;

  const FieldPositions* Find(uint32_t post) const;
  // Counts the places where there are some: the list's own counts may be rounded.
  void Recount();
};

// The terms of a stored index, by key. Keeps the words of the chunks that it has read.
class StoredTerms {
 public:
  explicit StoredTerms(const StoredIndex& index) : index_(index) {}

  // Reads the chunks of these keys on all threads.
  void Prefetch(const std::vector<std::string_view>& keys, const ParallelFor& run);
  // Null without it; valid as long as this.
  const Term* Find(std::string_view key);
  // What the index keeps of a term that it has.
  TermUses UsesOf(const Term& term);
  // All of a form, its classes' share included.
  TermUses AllUsesOf(const Term& form);

 private:
  const StoredIndex& index_;
  std::map<uint32_t, Vector<Term>> chunks_;
};

}  // namespace broadsheet
