#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "index/document.h"

namespace broadsheet {

class AnalyzedPost;

// The words of one post, ready to be added to an index: the costly part of indexing. Pure, so it may
// run on any thread; reentrant. The text itself is not kept.
std::shared_ptr<const AnalyzedPost> AnalyzePost(const IndexDocument& document);

// Calls task(0), …, task(count - 1), in any order and on any threads, and returns when all have ended.
using ParallelFor = std::function<void(size_t count, const std::function<void(size_t)>& task)>;
void RunInOrder(size_t count, const std::function<void(size_t)>& task);

// Builds the search index of a set of posts. The files depend on the set alone: not on the order of
// Add, on threads, on the machine, or on whether the code runs natively or as wasm.
//   IndexBuilder builder;
//   for (const IndexDocument& document : documents) builder.Add(document);
//   std::vector<IndexFile> files = builder.Finish();   // files[0] is the root: name it in catalog.json
class IndexBuilder {
 public:
  IndexBuilder();
  ~IndexBuilder();
  IndexBuilder(IndexBuilder&&) noexcept;
  IndexBuilder& operator=(IndexBuilder&&) noexcept;

  // Of two posts with one path, the later stays.
  void Add(const IndexDocument& document);
  void Add(const std::shared_ptr<const AnalyzedPost>& post);  // never null

  // The finished files, the root first; the builder is empty afterwards. No posts make a valid index.
  // `statistics`, if given, is what UpdateIndex wants to know of it.
  std::vector<IndexFile> Finish(const ParallelFor& run = RunInOrder,
                                std::string* statistics = nullptr);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace broadsheet
