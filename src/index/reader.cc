#include "index/reader.h"

#include <algorithm>

#include "base/bytes.h"
#include "base/hash.h"
#include "base/join.h"
#include "base/number.h"
#include "index/range_decoder.h"
#include "index/root_model.h"
#include "index/row_model.h"

namespace broadsheet {
namespace {

Error Refuse(ErrorCode code, std::string_view name, std::string_view what) {
  return Error{code, std::string(what), std::string(name), 0};
}

bool Ascends(const BlockList& list) {
  for (size_t i = 1; i < list.size(); ++i) {
    if (list[i].key <= list[i - 1].key) return false;
  }
  return true;
}

bool IsPlausible(const Root& root) {
  for (size_t i = 1; i < root.row_pages.size(); ++i) {
    if (root.row_pages[i].first_post <= root.row_pages[i - 1].first_post) return false;
  }
  return root.languages.size() <= kMaxLanguages && Ascends(root.chunks) &&
         Ascends(root.heavy_terms) && Ascends(root.prefixes) &&
         (root.heavy_terms.empty() || !root.chunks.empty()) &&
         (root.post_count == 0 || (!root.row_pages.empty() && root.row_pages[0].first_post == 0));
}

// The stream of a block of postings; before it stands where their positions begin.
std::string_view TakePlace(std::string_view payload, uint32_t& positions_begin) {
  ByteReader reader(payload);
  positions_begin = reader.U32();
  return payload.substr(reader.position());
}

}  // namespace

Result<std::unique_ptr<IndexReader>> IndexReader::Open(std::string_view name,
                                                       std::string_view bytes) {
  ByteReader reader(bytes);
  if (reader.Raw(kRootMagic.size()) != kRootMagic) {
    return Refuse(ErrorCode::kCorrupt, name, "not a search index; publish the site again");
  }
  if (const uint8_t version = reader.U8(); reader.ok() && version != kFormatVersion) {
    return Refuse(ErrorCode::kUnsupported, name,
                  Join({"search index of version ", NumberText(version), ", expected ",
                        NumberText(kFormatVersion), "; publish the site again"}));
  }
  const uint32_t checksum = reader.U32();
  const std::string_view rest = bytes.substr(reader.position());
  const std::string_view stream = reader.Part();
  if (!reader.ok() || Crc32(rest) != checksum) {
    return Refuse(ErrorCode::kCorrupt, name, "damaged search index; publish the site again");
  }
  std::unique_ptr<IndexReader> index(new IndexReader);
  RangeDecoder decoder(stream);
  RootModel(decoder, index->root_, index->words_).Code();
  if (!decoder.ok() || !IsPlausible(index->root_)) {
    return Refuse(ErrorCode::kCorrupt, name, "impossible search index; publish the site again");
  }
  for (size_t i = 0; i < kIndexFileCount; ++i) {
    const Root::File& file = index->root_.files[i];
    if (!file.name.empty()) continue;
    if (file.size > reader.remaining()) {
      return Refuse(ErrorCode::kCorrupt, name, "cut search index; publish the site again");
    }
    index->files_[i].Feed(0, std::string(reader.Raw(static_cast<size_t>(file.size))));
  }
  return index;
}

void IndexReader::Feed(std::string_view file, uint64_t begin, std::string_view bytes) {
  for (size_t i = 0; i < kIndexFileCount; ++i) {
    if (!file.empty() && root_.files[i].name == file)
      return files_[i].Feed(begin, std::string(bytes));
  }
}

void IndexReader::GiveUp(std::string_view file, uint64_t begin, uint64_t end) {
  for (size_t i = 0; i < kIndexFileCount; ++i) {
    if (!file.empty() && root_.files[i].name == file) files_[i].GiveUp(begin, end);
  }
}

std::optional<std::string_view> IndexReader::Payload(IndexFileKind file, const Block& block) {
  if (block.size < kBlockHeader || block.begin + block.size > root_.files[file].size) {
    Report(file, "does not fit its root");
    return std::string_view();
  }
  const std::string_view bytes = files_[file].Find(block.begin, block.size);
  if (bytes.data() == nullptr) {
    if (files_[file].IsGivenUp(block.begin, block.size)) {
      Report(file, "could not be read");
      return std::string_view();
    }
    // What is embedded in the root is all there is.
    if (root_.files[file].name.empty()) return std::string_view();
    wanted_.push_back({file, block.begin, block.begin + block.size});
    return std::nullopt;
  }
  ByteReader reader(bytes);
  const uint32_t checksum = reader.U32();
  const std::string_view payload = bytes.substr(kBlockHeader);
  if (Crc32(payload) == checksum) return payload;
  Report(file, "is damaged");
  return std::string_view();
}

void IndexReader::Report(IndexFileKind file, std::string_view what) {
  const std::string& name = root_.files[file].name;
  std::string problem = Join({name.empty() ? "the index" : std::string_view(name), " ", what});
  if (std::find(problems_.begin(), problems_.end(), problem) == problems_.end()) {
    problems_.push_back(std::move(problem));
  }
}

std::optional<uint32_t> IndexReader::ChunkOf(std::string_view key) const {
  if (root_.chunks.empty()) return std::nullopt;
  return static_cast<uint32_t>(std::max<size_t>(CountUpTo(root_.chunks, key), 1) - 1);
}

const KeyedBlock* IndexReader::FindHeavy(std::string_view key) const {
  return FindKey(root_.heavy_terms, key);
}

const KeyedBlock* IndexReader::FindPrefix(std::string_view key) const {
  return FindKey(root_.prefixes, key);
}

void* IndexReader::FindKept(uint64_t key) const {
  for (const Kept& kept : kept_[key % kKeptLists]) {
    if (kept.key == key) return kept.item.get();
  }
  return nullptr;
}

const Vector<Term>* IndexReader::Terms(uint32_t chunk) {
  if (const auto* known = Known<Vector<Term>>(Decoded::kTerms, chunk)) return known;
  const auto payload = Payload(kTermsFile, root_.chunks[chunk].block);
  if (!payload) return nullptr;
  RangeDecoder decoder(*payload);
  StringModel words = words_;
  Vector<Term>& terms = *Keep<Vector<Term>>(Decoded::kTerms, chunk);
  if (!payload->empty()) TermChunkModel(decoder, words).Code(terms, root_);
  if (!decoder.ok()) terms.clear();
  return &terms;
}

const ChunkPostings* IndexReader::LightPostings(uint32_t chunk) {
  if (const auto* known = Known<ChunkPostings>(Decoded::kPostings, chunk)) return known;
  const Vector<Term>* terms = Terms(chunk);
  const auto payload = Payload(kTermsFile, root_.chunks[chunk].postings);
  if (terms == nullptr || !payload) return nullptr;
  ChunkPostings& postings = *Keep<ChunkPostings>(Decoded::kPostings, chunk);
  RangeDecoder decoder(TakePlace(*payload, postings.positions_begin));
  if (!payload->empty()) CodeChunkPostings(decoder, *terms, root_, postings);
  if (!decoder.ok()) postings = ChunkPostings();
  if (postings.groups.empty()) postings.groups = {0};
  postings.lists.resize(terms->size());
  return &postings;
}

const HeavyPostings* IndexReader::ListedPostings(const KeyedBlock& listed) {
  const uint64_t number = listed.block.begin;
  if (const auto* known = Known<HeavyPostings>(Decoded::kListed, number)) return known;
  const auto payload = Payload(kTermsFile, listed.block);
  if (!payload) return nullptr;
  HeavyPostings& postings = *Keep<HeavyPostings>(Decoded::kListed, number);
  RangeDecoder decoder(TakePlace(*payload, postings.positions_begin));
  if (!payload->empty()) CodeHeavyPostings(decoder, root_.post_count, postings);
  if (!decoder.ok()) postings = HeavyPostings();
  return &postings;
}

const PostingList* IndexReader::Postings(const KeyedBlock& listed) {
  const HeavyPostings* postings = ListedPostings(listed);
  return postings == nullptr ? nullptr : &postings->list;
}

const PostingList* IndexReader::Postings(TermRef ref) {
  static const PostingList kNone;
  const Vector<Term>* terms = Terms(ref.chunk);
  if (terms == nullptr) return nullptr;
  if (ref.index >= terms->size()) return &kNone;
  const Term& term = (*terms)[ref.index];
  if (term.is_heavy) {
    const KeyedBlock* heavy = FindHeavy(term.key);
    return heavy == nullptr ? &kNone : Postings(*heavy);
  }
  const ChunkPostings* postings = LightPostings(ref.chunk);
  return postings == nullptr ? nullptr : &postings->lists[ref.index];
}

}  // namespace broadsheet
