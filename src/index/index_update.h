#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "index/builder.h"
#include "index/document.h"

namespace broadsheet {

class AnalyzedPost;

// A post as the index has it, and as it is now; both have the same path. Never null.
struct PostChange {
  std::shared_ptr<const AnalyzedPost> before;
  std::shared_ptr<const AnalyzedPost> after;
};

struct IndexUpdate {
  std::vector<IndexFile> files;  // the root first
  std::string statistics;
};

// The index after some of its posts have changed: byte for byte what IndexBuilder makes of all posts.
// Only the blocks that hold a changed word are coded again, so the cost is that of the changed posts and of
// copying the files. `files` and `statistics` are as IndexBuilder or this left them. Nothing when the change
// reaches too far: other languages, tags or authors, another limit of a chunk, other words that are common;
// or when the index is small or damaged. Then build anew.
std::optional<IndexUpdate> UpdateIndex(const std::vector<IndexFile>& files,
                                       std::string_view statistics,
                                       const std::vector<PostChange>& changes,
                                       const ParallelFor& run = RunInOrder);

}  // namespace broadsheet
