#include "index/stored_index.h"

#include <utility>

#include "base/bytes.h"
#include "index/label_model.h"
#include "index/range_decoder.h"
#include "index/row_model.h"

namespace broadsheet {

PlacedStream SplitPlace(std::string_view payload) {
  ByteReader reader(payload);
  const uint32_t begin = reader.U32();
  return {begin, payload.substr(reader.position())};
}

std::unique_ptr<StoredIndex> StoredIndex::Open(const std::vector<IndexFile>& files) {
  if (files.size() != 1 + kIndexFileCount) return nullptr;
  auto reader = IndexReader::Open(files[0].name, files[0].bytes);
  if (!reader.ok()) return nullptr;
  std::unique_ptr<StoredIndex> index(new StoredIndex);
  index->reader_ = std::move(*reader);
  for (size_t i = 0; i < kIndexFileCount; ++i) {
    const Root::File& expected = index->root().files[i];
    const IndexFile& file = files[1 + i];
    if (expected.name != file.name || expected.size != file.bytes.size()) return nullptr;
    index->files_[i] = file.bytes;
  }
  return index;
}

std::string_view StoredIndex::Payload(IndexFileKind file, const Block& block) const {
  return files_[file].substr(block.begin + kBlockHeader, block.size - kBlockHeader);
}

std::string_view StoredIndex::Positions(uint32_t begin, uint32_t end) const {
  return files_[kPositionsFile].substr(begin, end - begin);
}

Vector<Term> StoredIndex::Terms(uint32_t chunk) const {
  RangeDecoder decoder(Payload(kTermsFile, root().chunks[chunk].block));
  StringModel model = words();
  Vector<Term> terms;
  TermChunkModel(decoder, model).Code(terms, root());
  return terms;
}

ChunkPostings StoredIndex::Postings(uint32_t chunk, const Vector<Term>& terms) const {
  const PlacedStream placed = SplitPlace(Payload(kTermsFile, root().chunks[chunk].postings));
  RangeDecoder decoder(placed.stream);
  ChunkPostings postings;
  postings.positions_begin = placed.positions_begin;
  CodeChunkPostings(decoder, terms, root(), postings);
  return postings;
}

HeavyPostings StoredIndex::Listed(const KeyedBlock& listed) const {
  const PlacedStream placed = SplitPlace(Payload(kTermsFile, listed.block));
  RangeDecoder decoder(placed.stream);
  HeavyPostings postings;
  postings.positions_begin = placed.positions_begin;
  CodeHeavyPostings(decoder, root().post_count, postings);
  return postings;
}

Vector<Vector<FieldPositions>> StoredIndex::Group(const Vector<Term>& terms,
                                                  const Vector<PostingList>& lists, uint32_t first,
                                                  uint32_t last, uint32_t begin,
                                                  uint32_t size) const {
  RangeDecoder decoder(Payload(kPositionsFile, {begin, size}));
  PositionModel model;
  Vector<Vector<FieldPositions>> places;
  for (uint32_t i = first; i < last; ++i) {
    Vector<FieldPositions>& own = places.emplace_back();
    for (const Posting& posting : lists[i]) {
      FieldPositions& place = own.emplace_back();
      if (!KeepsPositions(terms[i], root().post_languages[posting.post])) continue;
      model.Code(decoder, posting, terms[i].forms.size(), place);
    }
  }
  return places;
}

Vector<FieldPositions> StoredIndex::Run(const Term& term, const HeavyPostings& postings,
                                        const HeavyPostings::Run& run) const {
  RangeDecoder decoder(Payload(kPositionsFile, {run.begin, run.size}));
  PositionModel model(postings.is_rounded);
  Vector<FieldPositions> places;
  for (uint32_t i = run.first; i < run.first + run.posts; ++i) {
    FieldPositions& place = places.emplace_back();
    const Posting& posting = postings.list[i];
    if (!KeepsPositions(term, root().post_languages[posting.post])) continue;
    model.Code(decoder, posting, term.forms.size(), place);
  }
  return places;
}

Vector<TypoWord> StoredIndex::Typos(size_t dictionary, uint32_t chunk) const {
  RangeDecoder decoder(Payload(kTermsFile, root().typos[dictionary][chunk].block));
  StringModel model = words();
  Vector<TypoWord> typos;
  CodeTypoChunk(decoder, model, typos);
  return typos;
}

Vector<PostRow> StoredIndex::Rows(uint32_t page) const {
  const Vector<RowPage>& pages = root().row_pages;
  const uint32_t end = page + 1 < pages.size() ? pages[page + 1].first_post : root().post_count;
  RangeDecoder decoder(Payload(kPostsFile, pages[page].block));
  StringModel model = words();
  RowModel coder(decoder, model);
  Vector<PostRow> rows;
  for (uint32_t i = pages[page].first_post; i < end; ++i) coder.Code(rows.emplace_back());
  return rows;
}

Vector<int32_t> StoredIndex::Days() const {
  RangeDecoder decoder(Payload(kPostsFile, root().dates));
  Vector<int32_t> days(root().post_count, kNoDay);
  CodeDays(decoder, days);
  return days;
}

}  // namespace broadsheet
