#include <catch_amalgamated.hpp>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "index/builder.h"
#include "index/index_update.h"
#include "search/small_site.h"

namespace broadsheet {
namespace {

// Words as often as in real texts: a few in nearly every post, most in a few.
std::string Words(std::mt19937& random, int count) {
  std::string text;
  for (int i = 0; i < count; ++i) {
    const uint32_t range = 1u << (1 + random() % 11);
    const auto number = static_cast<uint32_t>(random() % range);
    static constexpr const char* kEndings[] = {"", "s", "ing", "ed", "er"};
    text += std::string("w") + static_cast<char>('a' + number % 23);
    for (uint32_t left = number; left != 0; left /= 17) text += static_cast<char>('a' + left % 17);
    text += kEndings[random() % 5];
    text += random() % 9 == 0 ? ". " : " ";
  }
  return text;
}

IndexDocument RandomPost(std::mt19937& random, int number) {
  std::string text = Words(random, 30);
  for (size_t part = random() % 4; part > 0; --part) {
    text += "\n# " + Words(random, 3) + "\n" + Words(random, 60);
  }
  return MakePost("post-" + std::to_string(1000 + number) + ".md", Words(random, 4), text + "\n",
                  {"tag" + std::to_string(number % 3)}, number % 5 == 0 ? -1 : number * 3,
                  number % 4 == 0 ? "de" : "en");
}

struct Built {
  std::vector<IndexFile> files;
  std::string statistics;
};

Built Build(const std::vector<IndexDocument>& posts) {
  IndexBuilder builder;
  for (const IndexDocument& post : posts) builder.Add(post);
  Built built;
  built.files = builder.Finish(RunInOrder, &built.statistics);
  return built;
}

bool Same(const std::vector<IndexFile>& a, const std::vector<IndexFile>& b) {
  if (a.size() != b.size()) return false;
  for (size_t i = 0; i < a.size(); ++i) {
    if (a[i].name != b[i].name || a[i].bytes != b[i].bytes) return false;
  }
  return true;
}

// Post `number` with some words more, in its text or its title; now and then written anew.
IndexDocument Edited(const IndexDocument& post, int number, std::mt19937& random) {
  if (random() % 6 == 0) return RandomPost(random, number);
  IndexDocument edited = post;
  const std::string words = Words(random, 1 + static_cast<int>(random() % 12));
  if (random() % 4 == 0) {
    edited.title += " " + words;
  } else {
    edited.text += words;
  }
  return edited;
}

// Changes posts of a blog, again and again, and compares; returns how often there was an update.
int UpdateAndCompare(std::mt19937& random, int post_count, int rounds) {
  std::vector<IndexDocument> posts;
  for (int i = 0; i < post_count; ++i) posts.push_back(RandomPost(random, i));
  Built built = Build(posts);
  REQUIRE(built.files.size() == 4);
  int updated = 0;
  for (int round = 0; round < rounds; ++round) {
    std::vector<PostChange> changes;
    for (size_t left = 1 + random() % 2; left > 0; --left) {
      const size_t number = (random() % (posts.size() / 2)) * 2 + left - 1;
      const IndexDocument before = posts[number];
      posts[number] = Edited(before, static_cast<int>(number), random);
      changes.push_back({AnalyzePost(before), AnalyzePost(posts[number])});
    }
    const Built anew = Build(posts);
    const auto update = UpdateIndex(built.files, built.statistics, changes);
    if (update) {
      ++updated;
      INFO("round " << round);
      REQUIRE(Same(update->files, anew.files));
      REQUIRE((update->statistics == anew.statistics));
    }
    built = anew;
  }
  return updated;
}

TEST_CASE("An index that is brought up to date is the one that is built") {
  std::mt19937 random(11);
  CHECK(UpdateAndCompare(random, 260, 16) > 5);
}

TEST_CASE("So is one in which many posts have a word, and a new form of it comes") {
  std::mt19937 random(12);
  std::vector<IndexDocument> posts;
  for (int i = 0; i < 1500; ++i) {
    std::string text = Words(random, 20);
    for (int times = 0; times <= i % 25; ++times) text += times % 3 == 0 ? "waters " : "water ";
    // In seven posts of ten, so that counts are rounded and not left out.
    for (int times = 0; i % 10 < 7 && times <= i % 9; ++times) text += "rain rains ";
    posts.push_back(MakePost("post-" + std::to_string(i) + ".md", "Post", text + "\n"));
  }
  const Built built = Build(posts);
  std::vector<PostChange> changes;
  for (const auto& [number, words] :
       {std::pair(7, "watered rains\n"), std::pair(642, "water waters rain\n")}) {
    const IndexDocument before = posts[number];
    posts[number].text += words;
    changes.push_back({AnalyzePost(before), AnalyzePost(posts[number])});
  }
  const auto update = UpdateIndex(built.files, built.statistics, changes);
  REQUIRE(update);
  CHECK(Same(update->files, Build(posts).files));
}

}  // namespace
}  // namespace broadsheet
