#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "index/related.h"
#include "site/edition.h"

namespace broadsheet {

// The index of a former run, and what else came of the posts' words.
struct IndexRecord {
  struct IndexedPost {
    std::string path;
    uint64_t source = 0;            // PostSource of what is in the index
    std::vector<uint32_t> related;  // places among these posts
  };

  uint64_t source = 0;             // of all posts
  std::vector<std::string> files;  // names, the root first
  std::vector<IndexedPost> posts;  // in the order of that run
};

std::string WriteIndexRecord(const IndexRecord& record);
// False when the bytes are no whole record.
bool ReadIndexRecord(std::string_view bytes, IndexRecord& record);

// What posts are related, as FindRelated gives it, without posts that are no more; a new post has none.
std::vector<std::vector<uint32_t>> RelatedIn(const IndexRecord& record, const Edition& edition);

}  // namespace broadsheet
