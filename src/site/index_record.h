#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "index/related.h"
#include "site/edition.h"

namespace broadsheet {

// By path: the posts that FindRelated has found for each.
using RelatedPaths = std::map<std::string, std::vector<std::string>>;

// The index of a former run, and what else came of the posts' words.
struct IndexRecord {
  uint64_t source = 0;             // IndexSource of all posts
  std::vector<std::string> files;  // names, the root first
  RelatedPaths related;
};

std::string WriteIndexRecord(const IndexRecord& record);
// False when the bytes are no whole record.
bool ReadIndexRecord(std::string_view bytes, IndexRecord& record);

// As FindRelated gives them, without posts that are no more; a new post has none.
std::vector<std::vector<RelatedPost>> PlacesOf(const RelatedPaths& related, const Edition& edition);

}  // namespace broadsheet
