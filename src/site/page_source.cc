#include "site/page_source.h"

#include <string>
#include <vector>

#include "base/hash.h"
#include "site/coded_post.h"
#include "site/record_coder.h"

namespace broadsheet {
namespace {

void AddList(const std::vector<uint32_t>& places, const std::vector<uint64_t>& posts,
             std::vector<uint64_t>& sources) {
  sources.push_back(places.size());
  for (const uint32_t place : places) sources.push_back(posts[place]);
}

}  // namespace

uint64_t PostSource(const Edition& edition, size_t index) {
  const EditionPost& entry = edition.posts[index];
  RecordCoder coder;
  uint64_t hash = entry.manuscript->hash;
  coder.Number(hash);
  Post copy = entry.post;
  CodePost(coder, copy);
  return Hash64(coder.Take());
}

uint64_t ArticleSource(const Edition& edition, size_t index, const std::vector<uint64_t>& posts) {
  const EditionPost& entry = edition.posts[index];
  std::vector<uint64_t> sources = {posts[index]};
  sources.push_back(index > 0 ? posts[index - 1] : 0);
  sources.push_back(index + 1 < posts.size() ? posts[index + 1] : 0);
  sources.push_back(entry.previous_part ? posts[*entry.previous_part] : 0);
  sources.push_back(entry.next_part ? posts[*entry.next_part] : 0);
  AddList(entry.translations, posts, sources);
  AddList(entry.related, posts, sources);
  for (const auto& [address, reference] : entry.references) {
    RecordCoder coder;
    std::vector<std::string> texts = {address, reference.url, reference.title,
                                      std::to_string(reference.width),
                                      std::to_string(reference.height)};
    coder.Texts(texts);
    sources.push_back(Hash64(coder.Take()));
  }
  return SourceOfAll(sources);
}

uint64_t SourceOfAll(const std::vector<uint64_t>& sources, uint64_t seed) {
  uint64_t all = seed + sources.size();
  for (const uint64_t source : sources) {
    all = (all ^ source) * 0x9e3779b97f4a7c15u;
    all ^= all >> 29;
  }
  return all;
}

}  // namespace broadsheet
