#include "site/index_record.h"

#include <unordered_map>
#include <utility>

#include "site/record_coder.h"

namespace broadsheet {
namespace {

using Item = std::pair<std::string, std::vector<std::string>>;

void Code(RecordCoder& coder, IndexRecord& record, std::vector<Item>& items) {
  coder.Number(record.source);
  coder.Texts(record.files);
  coder.List(items, [&](Item& item) {
    coder.Text(item.first);
    coder.Texts(item.second);
  });
}

}  // namespace

std::string WriteIndexRecord(const IndexRecord& record) {
  RecordCoder coder;
  IndexRecord head = {record.source, record.files, {}};
  std::vector<Item> items(record.related.begin(), record.related.end());
  Code(coder, head, items);
  return coder.Take();
}

bool ReadIndexRecord(std::string_view bytes, IndexRecord& record) {
  if (bytes.empty()) return false;
  RecordCoder coder(bytes);
  std::vector<Item> items;
  Code(coder, record, items);
  for (Item& item : items) record.related.insert(std::move(item));
  return coder.ok() && coder.AtEnd() && !record.files.empty();
}

std::vector<std::vector<RelatedPost>> PlacesOf(const RelatedPaths& related,
                                               const Edition& edition) {
  std::unordered_map<std::string_view, uint32_t> places;
  for (uint32_t i = 0; i < edition.posts.size(); ++i) places[edition.posts[i].post.path] = i;
  std::vector<std::vector<RelatedPost>> found(edition.posts.size());
  for (const auto& [path, others] : related) {
    const auto own = places.find(path);
    if (own == places.end()) continue;
    for (const std::string& other : others) {
      const auto place = places.find(other);
      if (place != places.end()) found[own->second].push_back({place->second, 0});
    }
  }
  return found;
}

}  // namespace broadsheet
