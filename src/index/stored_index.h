#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/vector.h"
#include "index/builder.h"
#include "index/chunk_model.h"
#include "index/document.h"
#include "index/reader.h"
#include "index/row.h"
#include "index/typo_model.h"

namespace broadsheet {

// A whole index in memory, to be taken apart block by block. Keeps nothing that it decodes; any thread
// may ask.
class StoredIndex {
 public:
  // The root first; they must outlive this, and be as they were written: only their names and sizes are
  // looked at. Null when these are not the files of an index.
  static std::unique_ptr<StoredIndex> Open(const std::vector<IndexFile>& files);

  const Root& root() const { return reader_->root(); }
  const StringModel& words() const { return reader_->words(); }

  std::optional<uint32_t> ChunkOf(std::string_view key) const { return reader_->ChunkOf(key); }
  const KeyedBlock* FindHeavy(std::string_view key) const { return reader_->FindHeavy(key); }
  const KeyedBlock* FindPrefix(std::string_view key) const { return reader_->FindPrefix(key); }

  std::string_view Payload(IndexFileKind file, const Block& block) const;
  // The positions that a block of postings places at [its beginning, that of the next).
  std::string_view Positions(uint32_t begin, uint32_t end) const;
  uint32_t positions_size() const { return static_cast<uint32_t>(files_[kPositionsFile].size()); }

  Vector<Term> Terms(uint32_t chunk) const;
  ChunkPostings Postings(uint32_t chunk, const Vector<Term>& terms) const;
  HeavyPostings Listed(const KeyedBlock& listed) const;
  // The positions of the terms [first, last) of a group that begins so, each with its posts in order.
  Vector<Vector<FieldPositions>> Group(const Vector<Term>& terms, const Vector<PostingList>& lists,
                                       uint32_t first, uint32_t last, uint32_t begin,
                                       uint32_t size) const;
  Vector<FieldPositions> Run(const Term& term, const HeavyPostings& postings,
                             const HeavyPostings::Run& run) const;
  Vector<TypoWord> Typos(size_t dictionary, uint32_t chunk) const;
  Vector<PostRow> Rows(uint32_t page) const;
  Vector<int32_t> Days() const;

 private:
  StoredIndex() = default;
  std::unique_ptr<IndexReader> reader_;  // of the root alone
  std::string_view files_[kIndexFileCount];
};

// Where the positions of a block of postings begin, and its stream.
struct PlacedStream {
  uint32_t positions_begin = 0;
  std::string_view stream;
};
PlacedStream SplitPlace(std::string_view payload);

}  // namespace broadsheet
