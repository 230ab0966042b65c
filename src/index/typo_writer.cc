#include "index/typo_writer.h"

#include <algorithm>
#include <utility>

#include "index/limits.h"
#include "index/range_encoder.h"

namespace broadsheet {

void TypoWriter::Plan(Root& root) {
  for (size_t d = 0; d < kTypoDictionaries; ++d) {
    Vector<TypoWord> words;
    for (uint32_t rank = 0; rank < draft_.form_count(); ++rank) {
      std::string key = TypoKey(draft_.form(rank), d);
      if (!key.empty()) words.push_back({std::move(key), draft_.post_count(rank)});
    }
    std::sort(words.begin(), words.end(),
              [](const TypoWord& a, const TypoWord& b) { return a.key < b.key; });
    ChunkLimits limits(LargeScale(root.post_count));
    for (TypoWord& word : words) {
      if (limits.Begins(word.key, 0)) {
        root.typos[d].emplace_back().key = word.key;
        chunks_[d].emplace_back();
      }
      chunks_[d].back().push_back(std::move(word));
    }
  }
}

Vector<std::string> TypoWriter::Write(size_t dictionary, const StringModel& words,
                                      const ParallelFor& run) const {
  const Vector<Vector<TypoWord>>& chunks = chunks_[dictionary];
  Vector<std::string> payloads(chunks.size());
  run(chunks.size(), [&](size_t i) {
    RangeEncoder encoder;
    StringModel model = words;
    Vector<TypoWord> chunk = chunks[i];
    CodeTypoChunk(encoder, model, chunk);
    payloads[i] = encoder.Finish();
  });
  return payloads;
}

}  // namespace broadsheet
