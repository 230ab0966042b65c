#include "index/writer.h"

#include <utility>

#include "index/index_parts.h"
#include "index/limits.h"
#include "index/post_writer.h"
#include "index/prefix_writer.h"
#include "index/term_writer.h"
#include "index/typo_writer.h"

namespace broadsheet {
namespace {

void SetLengths(const Draft& draft, Root& root) {
  root.languages = draft.languages();
  root.post_count = static_cast<uint32_t>(draft.posts().size());
  for (const Draft::Post& post : draft.posts()) {
    root.word_count += post.length;
    root.post_languages.push_back(static_cast<uint8_t>(post.language));
    root.post_lengths.push_back(StoredLength(post.length, root.post_count));
  }
}

IndexParts WriteParts(const Draft& draft, const ParallelFor& run, std::string* statistics,
                      Root& root) {
  SetLengths(draft, root);
  TermWriter terms(draft);
  PrefixWriter prefixes(draft);
  terms.Plan(root, run);
  prefixes.Plan(root);
  TypoWriter typos(draft);
  typos.Plan(root);
  if (statistics != nullptr) *statistics = terms.Statistics().Pack();
  const StringModel words = LearnWords(root);

  IndexParts parts;
  terms.Write(root, words, run, parts);
  parts.prefixes = prefixes.Write(run);
  for (size_t d = 0; d < kTypoDictionaries; ++d) parts.typos[d] = typos.Write(d, words, run);
  WritePosts(draft, words, root, parts);
  return parts;
}

}  // namespace

std::vector<IndexFile> WriteIndex(Draft draft, const ParallelFor& run, std::string* statistics) {
  Root root;
  IndexParts parts = WriteParts(draft, run, statistics, root);
  draft = Draft();
  return JoinParts(root, parts);
}

}  // namespace broadsheet
