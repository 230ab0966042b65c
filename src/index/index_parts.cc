#include "index/index_parts.h"

#include <utility>

#include "base/bytes.h"
#include "base/hash.h"
#include "index/block_writer.h"
#include "index/range_encoder.h"
#include "index/root_model.h"

namespace broadsheet {
namespace {

// An index this small comes as one file.
constexpr size_t kMostEmbedded = 24 * 1024;

constexpr std::string_view kFileStems[] = {"terms-", "positions-", "posts-"};

std::string EncodeRoot(Root& root, StringModel& words) {
  RangeEncoder encoder;
  RootModel(encoder, root, words).Code();
  return encoder.Finish();
}

template <typename Entry, typename Member>
void AppendBlocks(std::string& file, Vector<std::string>& payloads, Vector<Entry>& entries,
                  Member member) {
  for (size_t i = 0; i < payloads.size(); ++i) {
    entries[i].*member = AppendBlock(file, payloads[i]);
    payloads[i] = std::string();
  }
}

std::string JoinTerms(Root& root, IndexParts& parts) {
  std::string file;
  AppendBlocks(file, parts.chunk_terms, root.chunks, &KeyedBlock::block);
  AppendBlocks(file, parts.chunk_postings, root.chunks, &KeyedBlock::postings);
  AppendBlocks(file, parts.heavy, root.heavy_terms, &KeyedBlock::block);
  AppendBlocks(file, parts.prefixes, root.prefixes, &KeyedBlock::block);
  for (size_t d = 0; d < kTypoDictionaries; ++d) {
    AppendBlocks(file, parts.typos[d], root.typos[d], &KeyedBlock::block);
  }
  return file;
}

std::string JoinPosts(Root& root, IndexParts& parts) {
  std::string file;
  AppendBlocks(file, parts.rows, root.row_pages, &RowPage::block);
  root.dates = AppendBlock(file, parts.dates);
  root.labels = AppendBlock(file, parts.labels);
  return file;
}

IndexFile FinishRoot(Root& root, std::string_view embedded) {
  StringModel words;
  const std::string stream = EncodeRoot(root, words);
  ByteWriter rest;
  rest.Part(stream);
  rest.Raw(embedded);
  ByteWriter file;
  file.Raw(kRootMagic);
  file.U8(kFormatVersion);
  file.U32(Crc32(rest.bytes()));
  file.Raw(rest.bytes());
  return {"root-" + HashName(file.bytes()) + ".bin", file.Take()};
}

}  // namespace

StringModel LearnWords(Root root) {
  StringModel words;
  EncodeRoot(root, words);
  return words;
}

std::vector<IndexFile> JoinParts(Root& root, IndexParts& parts) {
  std::string files[kIndexFileCount];
  files[kTermsFile] = JoinTerms(root, parts);
  files[kPositionsFile] = std::move(parts.positions);
  files[kPostsFile] = JoinPosts(root, parts);

  size_t size = 0;
  for (const std::string& file : files) size += file.size();
  const bool is_embedded = size <= kMostEmbedded;
  std::vector<IndexFile> index(1);
  std::string embedded;
  for (size_t i = 0; i < kIndexFileCount; ++i) {
    root.files[i] = {{}, files[i].size()};
    if (is_embedded) {
      embedded += files[i];
    } else {
      root.files[i].name = std::string(kFileStems[i]) + HashName(files[i]) + ".bin";
      index.push_back({root.files[i].name, std::move(files[i])});
    }
  }
  index[0] = FinishRoot(root, embedded);
  return index;
}

}  // namespace broadsheet
