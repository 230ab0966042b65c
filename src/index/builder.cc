#include "index/builder.h"

#include <utility>

#include "index/analyzed_post.h"
#include "index/draft.h"
#include "index/writer.h"

namespace broadsheet {

void RunInOrder(size_t count, const std::function<void(size_t)>& task) {
  for (size_t i = 0; i < count; ++i) task(i);
}

struct IndexBuilder::State {
  Draft draft;
};

IndexBuilder::IndexBuilder() : state_(std::make_unique<State>()) {}
IndexBuilder::~IndexBuilder() = default;
IndexBuilder::IndexBuilder(IndexBuilder&&) noexcept = default;
IndexBuilder& IndexBuilder::operator=(IndexBuilder&&) noexcept = default;

void IndexBuilder::Add(const IndexDocument& document) { Add(AnalyzePost(document)); }

void IndexBuilder::Add(const std::shared_ptr<const AnalyzedPost>& post) {
  state_->draft.Add(*post);
}

std::vector<IndexFile> IndexBuilder::Finish(const ParallelFor& run, std::string* statistics) {
  Draft draft = std::exchange(state_->draft, Draft());
  draft.Arrange();
  return WriteIndex(std::move(draft), run, statistics);
}

}  // namespace broadsheet
