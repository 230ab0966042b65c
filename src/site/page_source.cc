#include "site/page_source.h"

#include <string>
#include <vector>

#include "base/hash.h"
#include "site/coded_post.h"
#include "site/record_coder.h"
#include "site/relations.h"

namespace broadsheet {

uint64_t ArticleSource(const Edition& edition, size_t index) {
  const EditionPost& entry = edition.posts[index];
  const ArticleView view = ArticleViewOf(edition, index);
  RecordCoder coder;
  uint64_t hash = entry.manuscript->hash;
  coder.Number(hash);
  const auto add = [&coder](const Post* post) {
    bool present = post != nullptr;
    coder.Number(present);
    Post copy = present ? *post : Post();
    CodePost(coder, copy);
  };
  for (const Post* post : {view.post, view.older, view.newer, view.previous_part, view.next_part}) {
    add(post);
  }
  for (const uint32_t place : entry.translations) add(&edition.posts[place].post);
  for (const Post& related : view.related) add(&related);
  for (const auto& [address, reference] : entry.references) {
    std::vector<std::string> texts = {address, reference.url, reference.title,
                                      std::to_string(reference.width),
                                      std::to_string(reference.height)};
    coder.Texts(texts);
  }
  return Hash64(coder.Take());
}

uint64_t IndexSource(const Edition& edition, size_t index) {
  const EditionPost& entry = edition.posts[index];
  RecordCoder coder;
  uint64_t hash = entry.manuscript->hash;
  coder.Number(hash);
  Post copy = entry.post;
  CodePost(coder, copy);
  return Hash64(coder.Take());
}

uint64_t IndexSource(const std::vector<uint64_t>& shares) {
  uint64_t source = shares.size();
  for (const uint64_t share : shares) source = Hash64(std::to_string(share), source);
  return source;
}

}  // namespace broadsheet
