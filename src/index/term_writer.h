#pragma once

#include <cstdint>
#include <string>

#include "base/vector.h"
#include "index/builder.h"
#include "index/chunk_model.h"
#include "index/draft.h"
#include "index/index_parts.h"
#include "index/root.h"
#include "index/string_model.h"
#include "index/term.h"
#include "index/terms_encoder.h"

namespace broadsheet {

// Writes the dictionary with its postings and positions: first Plan, which says what the root needs
// to know of the words; then, with a model that knows the root's words, Write.
class TermWriter {
 public:
  explicit TermWriter(const Draft& draft) : draft_(draft) {}

  // Divides the terms into chunks and says which are heavy; sets their keys in `root`.
  void Plan(Root& root, const ParallelFor& run);

  // Of the terms, after Plan; its texts are the draft's.
  TermStatistics Statistics() const;

  // Encodes the chunks and the heavy terms with all their positions.
  void Write(const Root& root, const StringModel& words, const ParallelFor& run, IndexParts& parts);

 private:
  // One line of the dictionary and where its postings come from.
  struct Source {
    Term term;
    uint32_t number = 0;  // rank of a form, number of a class or a label
  };
  struct Label {
    std::string key;
    PostingList list;
  };
  struct Chunk {
    uint32_t begin = 0;
    uint32_t end = 0;
  };
  void LinkHeavy(Root& root) const;
  void ListForms();
  void ListClasses(const ParallelFor& run);
  void ListLabels();
  void ChooseHeavy();
  void Divide();
  PostingList PostingsOf(const Source& source) const;
  Vector<FieldPositions> PositionsOf(const Source& source, const PostingList& list) const;
  EncodedTerms EncodeChunkAt(const Chunk& chunk, const Root& root, const StringModel& words) const;
  EncodedTerms EncodeHeavyAt(const Source& source, const Root& root) const;

  const Draft& draft_;
  Vector<Source> sources_;
  Vector<Label> labels_;
  Vector<Chunk> chunks_;
  Vector<uint32_t> heavy_;  // into sources_
  TermStatistics::Histogram histogram_;
};

}  // namespace broadsheet
