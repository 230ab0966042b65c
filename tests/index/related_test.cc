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

TEST_CASE("Posts are related that share rare words and tags") {
  const std::vector<std::vector<uint32_t>> related = FindRelated(Birds());
  CHECK(related[0] == std::vector<uint32_t>{2});
  CHECK(related[2] == std::vector<uint32_t>{0});
  CHECK(related[1] == std::vector<uint32_t>{3});
  CHECK(related[4].empty());
}

TEST_CASE("Related posts are of the same language") {
  std::vector<std::shared_ptr<const AnalyzedPost>> posts = Birds();
  posts[2] = Analyzed("Der Reiher", "The frogs of the ditch fear the heron.", {"birds"}, "de");
  CHECK(FindRelated(posts)[0].empty());
}

TEST_CASE("Related posts: at most five, never the post itself, the same from any threads") {
  std::vector<std::shared_ptr<const AnalyzedPost>> posts = Birds();
  for (int i = 0; i < 5; ++i) posts.push_back(posts[0]);
  const std::vector<std::vector<uint32_t>> related = FindRelated(posts);
  const std::vector<std::vector<uint32_t>> backwards =
      FindRelated(posts, [](size_t count, const std::function<void(size_t)>& task) {
        for (size_t i = count; i-- > 0;) task(i);
      });
  CHECK(related[0].size() == kMostRelated);
  for (uint32_t post = 0; post < posts.size(); ++post) {
    const std::vector<uint32_t> own = related[post];
    CHECK(std::find(own.begin(), own.end(), post) == own.end());
    CHECK(own == backwards[post]);
  }
  CHECK(FindRelated({}).empty());
}

// Posts that share words in many ways, of which `salt` changes some.
std::string SomeTraits(uint32_t post, uint32_t salt) {
  std::string text;
  uint32_t state = post * 7919 + salt * 104729 + 1;
  for (int i = 0; i < 12; ++i) {
    state = state * 1664525 + 1013904223;
    const uint32_t word = (state >> 8) % (i < 6 ? 40 : 400);
    text += std::string(1, static_cast<char>('a' + word % 20)) + "word" +
            std::string(1, static_cast<char>('a' + word / 20)) + " ";
  }
  return TraitsOf(*Analyzed("Post", text, {}, post % 11 == 0 ? "de" : "en"));
}

// A list of posts and how it came of the one before.
struct Posts {
  std::vector<std::string> traits;
  KinshipChange change;
  std::vector<std::string> gone;

  std::vector<std::string_view> Views() const { return {traits.begin(), traits.end()}; }
};

Posts Changed(const Posts& old, uint32_t step) {
  Posts now;
  for (uint32_t then = 0; then < old.traits.size(); ++then) {
    const uint32_t fate = (then * 31 + step * 17) % 97;
    if (fate == 0) {  // another stands before it
      now.traits.push_back(SomeTraits(1000 + step * 100 + then, step));
      now.change.then.push_back(kNoPost);
      now.change.is_changed.push_back(0);
    }
    if (fate < 2) now.gone.push_back(old.traits[then]);
    if (fate == 1 && step % 2 == 0) continue;  // it is no more
    now.traits.push_back(fate < 2 ? SomeTraits(then, step) : old.traits[then]);
    const bool keeps_language =
        ReadTraits(now.traits.back()).language == ReadTraits(old.traits[then]).language;
    now.change.then.push_back(keeps_language ? then : kNoPost);
    now.change.is_changed.push_back(keeps_language && fate < 2);
    if (!keeps_language && fate >= 2) now.gone.push_back(old.traits[then]);
  }
  now.change.gone = {now.gone.begin(), now.gone.end()};
  return now;
}

TEST_CASE("Kinship that was brought up to date is that of posts related anew") {
  Posts posts;
  for (uint32_t post = 0; post < 300; ++post) posts.traits.push_back(SomeTraits(post, 0));
  Kinship kinship = RelateTraits(posts.Views());
  size_t updates = 0;
  for (uint32_t step = 1; step < 12; ++step) {
    const Posts now = Changed(posts, step);
    const Kinship fresh = RelateTraits(now.Views());
    Kinship updated;
    REQUIRE(updated.Unpack(kinship.Pack()));
    if (UpdateKinship(now.Views(), now.change, updated)) {
      ++updates;
      CHECK(updated.related == fresh.related);
      CHECK(updated.best == fresh.best);
      kinship = std::move(updated);
    } else {
      kinship = fresh;
    }
    posts.traits = now.traits;
  }
  CHECK(updates > 6);
}

TEST_CASE("Kinship is not brought up to date for posts in another order, or of another number") {
  std::vector<std::string> kept;
  for (uint32_t post = 0; post < 20; ++post) kept.push_back(SomeTraits(post, 0));
  const std::vector<std::string_view> traits(kept.begin(), kept.end());
  const std::string packed = RelateTraits(traits).Pack();
  KinshipChange change;
  for (uint32_t post = 0; post < 20; ++post) change.then.push_back(post);
  change.is_changed.resize(20);
  Kinship kinship;
  REQUIRE(kinship.Unpack(packed));
  CHECK(UpdateKinship(traits, change, kinship));
  std::swap(change.then[3], change.then[4]);
  CHECK_FALSE(UpdateKinship(traits, change, kinship));
  std::swap(change.then[3], change.then[4]);
  change.then.pop_back();
  CHECK_FALSE(UpdateKinship({traits.begin(), traits.end() - 1}, change, kinship));
  CHECK_FALSE(Kinship().Unpack(packed.substr(0, packed.size() - 1)));
}

}  // namespace
}  // namespace broadsheet
