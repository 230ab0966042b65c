#include "index/related.h"

#include <algorithm>
#include <catch_amalgamated.hpp>
#include <string>

namespace broadsheet {
namespace {

std::shared_ptr<const AnalyzedPost> Analyzed(const std::string& title, const std::string& text,
                                             std::vector<std::string> tags = {},
                                             const std::string& language = "en") {
  IndexDocument document;
  document.path = title + ".md";
  document.title = title;
  document.text = text;
  document.language = language;
  document.tags = std::move(tags);
  return AnalyzePost(document);
}

std::vector<std::shared_ptr<const AnalyzedPost>> Birds() {
  std::vector<std::shared_ptr<const AnalyzedPost>> posts = {
      Analyzed("Herons", "Herons wade in the ditch for frogs. A heron waits.", {"birds"}),
      Analyzed("Baking", "Knead the dough and let the loaf rise.", {"kitchen"}),
      Analyzed("A heron again", "The frogs of the ditch fear the heron.", {"birds"}),
      Analyzed("Sourdough", "A loaf of dough that was kneaded twice.", {"kitchen"}),
      Analyzed("Nothing like it", "Quarks."),
  };
  for (int i = 0; i < 12; ++i) {
    posts.push_back(Analyzed("Number " + std::string(1, static_cast<char>('a' + i)), "Filler."));
  }
  return posts;
}

std::vector<uint32_t> Posts(const std::vector<RelatedPost>& related) {
  std::vector<uint32_t> posts;
  for (const RelatedPost& post : related) posts.push_back(post.post);
  return posts;
}

TEST_CASE("Posts are related that share rare words and tags") {
  const std::vector<std::vector<RelatedPost>> related = FindRelated(Birds());
  CHECK(Posts(related[0]) == std::vector<uint32_t>{2});
  CHECK(Posts(related[2]) == std::vector<uint32_t>{0});
  CHECK(Posts(related[1]) == std::vector<uint32_t>{3});
  CHECK(Posts(related[4]).empty());
}

TEST_CASE("Related posts are of the same language") {
  std::vector<std::shared_ptr<const AnalyzedPost>> posts = Birds();
  posts[2] = Analyzed("Der Reiher", "The frogs of the ditch fear the heron.", {"birds"}, "de");
  CHECK(Posts(FindRelated(posts)[0]).empty());
}

TEST_CASE("Related posts: at most five, never the post itself, the same from any threads") {
  std::vector<std::shared_ptr<const AnalyzedPost>> posts = Birds();
  for (int i = 0; i < 5; ++i) posts.push_back(posts[0]);
  const std::vector<std::vector<RelatedPost>> related = FindRelated(posts);
  const std::vector<std::vector<RelatedPost>> backwards =
      FindRelated(posts, [](size_t count, const std::function<void(size_t)>& task) {
        for (size_t i = count; i-- > 0;) task(i);
      });
  CHECK(Posts(related[0]).size() == kMostRelated);
  for (uint32_t post = 0; post < posts.size(); ++post) {
    const std::vector<uint32_t> own = Posts(related[post]);
    CHECK(std::find(own.begin(), own.end(), post) == own.end());
    CHECK(own == Posts(backwards[post]));
  }
  CHECK(FindRelated({}).empty());
}

}  // namespace
}  // namespace broadsheet
