#include "site/index_record.h"

#include <unordered_map>
#include <utility>

#include "site/record_coder.h"

namespace broadsheet {
namespace {

constexpr uint32_t kNowhere = 0xffffffffu;

void Code(RecordCoder& coder, IndexRecord& record) {
  coder.Number(record.source);
  coder.Texts(record.files);
  coder.List(record.posts, [&](IndexRecord::IndexedPost& post) {
    coder.Text(post.path);
    coder.Number(post.source);
    coder.List(post.related, [&](uint32_t& place) { coder.Number(place); });
  });
}

}  // namespace

std::string WriteIndexRecord(const IndexRecord& record) {
  RecordCoder coder;
  IndexRecord copy = record;
  Code(coder, copy);
  return coder.Take();
}

bool ReadIndexRecord(std::string_view bytes, IndexRecord& record) {
  if (bytes.empty()) return false;
  RecordCoder coder(bytes);
  Code(coder, record);
  return coder.ok() && coder.AtEnd() && !record.files.empty();
}

std::vector<std::vector<uint32_t>> RelatedIn(const IndexRecord& record, const Edition& edition) {
  std::unordered_map<std::string_view, uint32_t> places;
  for (uint32_t i = 0; i < edition.posts.size(); ++i) places[edition.posts[i].post.path] = i;
  std::vector<uint32_t> now(record.posts.size(), kNowhere);
  for (size_t i = 0; i < now.size(); ++i) {
    const auto place = places.find(record.posts[i].path);
    if (place != places.end()) now[i] = place->second;
  }
  std::vector<std::vector<uint32_t>> found(edition.posts.size());
  for (size_t i = 0; i < now.size(); ++i) {
    if (now[i] == kNowhere) continue;
    for (const uint32_t other : record.posts[i].related) {
      if (other < now.size() && now[other] != kNowhere) found[now[i]].push_back(now[other]);
    }
  }
  return found;
}

}  // namespace broadsheet
