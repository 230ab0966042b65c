#include "index/writer.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/bytes.h"
#include "base/hash.h"
#include "index/block_writer.h"
#include "index/post_writer.h"
#include "index/prefix_writer.h"
#include "index/range_encoder.h"
#include "index/root_model.h"
#include "index/term_writer.h"
#include "index/typo_writer.h"

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

// The model of words as a reader has it who knows the root: blocks start from it. It depends on the
// root's words alone, not on sizes that are still unknown.
StringModel LearnWords(Root root) {
  StringModel words;
  EncodeRoot(root, words);
  return words;
}

template <typename Payloads, typename Entry, typename Member>
void AppendBlocks(std::string& file, const Payloads& payloads, Vector<Entry>& entries,
                  Member member) {
  for (size_t i = 0; i < payloads.size(); ++i) {
    entries[i].*member = AppendBlock(file, payloads[i]);
  }
}

void SetLengths(const Draft& draft, Root& root) {
  root.languages = draft.languages();
  root.post_count = static_cast<uint32_t>(draft.posts().size());
  for (const Draft::Post& post : draft.posts()) {
    root.word_count += post.length;
    root.post_languages.push_back(static_cast<uint8_t>(post.language));
    root.post_lengths.push_back(LengthCode(post.length));
  }
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

std::vector<IndexFile> WriteIndex(const Draft& draft, const ParallelFor& run) {
  Root root;
  SetLengths(draft, root);
  TermWriter terms(draft);
  PrefixWriter prefixes(draft);
  terms.Plan(root, run);
  prefixes.Plan(root);
  TypoWriter typos(draft);
  typos.Plan(root);
  const StringModel words = LearnWords(root);

  std::string files[kIndexFileCount];
  TermWriter::Output output = terms.Write(root, words, run);
  AppendBlocks(files[kTermsFile], output.chunk_terms, root.chunks, &TermChunk::terms);
  AppendBlocks(files[kTermsFile], output.chunk_postings, root.chunks, &TermChunk::postings);
  AppendBlocks(files[kTermsFile], output.heavy, root.heavy_terms, &ListedTerm::block);
  AppendBlocks(files[kTermsFile], prefixes.Write(run), root.prefixes, &ListedTerm::block);
  for (size_t d = 0; d < kTypoDictionaries; ++d) {
    AppendBlocks(files[kTermsFile], typos.Write(d, words, run), root.typos[d], &TypoChunk::block);
  }
  files[kPositionsFile] = std::move(output.positions);
  files[kPostsFile] = WritePosts(draft, root, words);

  size_t size = 0;
  for (const std::string& file : files) size += file.size();
  const bool is_embedded = size <= kMostEmbedded;
  std::vector<IndexFile> index(1);
  std::string embedded;
  for (size_t i = 0; i < kIndexFileCount; ++i) {
    root.files[i].size = files[i].size();
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
