#include <algorithm>
#include <catch_amalgamated.hpp>
#include <set>

#include "oracle/naive_search.h"
#include "oracle/posts.h"
#include "search/explain.h"

namespace broadsheet {
namespace {

std::string Join(const std::set<std::string>& paths) {
  std::string out;
  for (const std::string& path : paths) out += path + " ";
  return out;
}

// All full hits are what the oracle finds, each once.
void CheckHits(Engine& engine, const NaiveSearch& oracle, const std::string& question,
               bool finished) {
  CAPTURE(question, finished);
  const std::vector<std::string> hits = engine.Hits(question, finished);
  const std::set<std::string> found(hits.begin(), hits.end());
  const Bounds bounds = oracle.Find(question, finished);
  CHECK(found.size() == hits.size());
  if (bounds.least == bounds.most) {
    CHECK(Join(found) == Join(bounds.least));
    return;
  }
  CHECK(std::includes(found.begin(), found.end(), bounds.least.begin(), bounds.least.end()));
  CHECK(std::includes(bounds.most.begin(), bounds.most.end(), found.begin(), found.end()));
}

// Every beginning of a form, cut between code points.
std::set<std::string> Prefixes(const std::set<std::string>& forms) {
  std::set<std::string> prefixes;
  for (const std::string& form : forms) {
    if (form[0] < ' ' && form[0] >= 0) continue;  // a gram
    for (size_t size = 1; size <= form.size(); ++size) {
      if (size == form.size() || (form[size] & 0xC0) != 0x80) prefixes.insert(form.substr(0, size));
    }
  }
  return prefixes;
}

TEST_CASE("Random questions about random posts: the hits are the oracle's") {
  Dice dice(1);
  for (const size_t count : {1, 7, 60, 250}) {
    const std::vector<IndexDocument> posts = RandomPosts(count, count);
    const NaiveSearch oracle(posts);
    Engine engine(posts);
    for (int i = 0; i < 250; ++i)
      CheckHits(engine, oracle, RandomQuestion(dice), dice.Below(2) == 0);
  }
}

TEST_CASE("Every beginning of every word of random posts: the hits are the oracle's") {
  const std::vector<IndexDocument> posts = RandomPosts(5, 300);
  const NaiveSearch oracle(posts);
  Engine engine(posts);
  for (const std::string& prefix : Prefixes(oracle.forms())) {
    CheckHits(engine, oracle, prefix, false);
    CheckHits(engine, oracle, prefix, true);
  }
}

TEST_CASE("Every beginning of every word of real posts: the hits are the oracle's") {
  const std::vector<IndexDocument> posts = RealPosts(23);
  if (posts.empty()) SKIP("../shared/corpus/rust-blog is not there");
  const NaiveSearch oracle(posts);
  Engine engine(posts);
  int nth = 0;
  for (const std::string& prefix : Prefixes(oracle.forms())) {
    if (prefix.size() < 3 || ++nth % 5 == 0) CheckHits(engine, oracle, prefix, false);
  }
}

TEST_CASE("A letter more never widens an answer") {
  const std::vector<IndexDocument> real = RealPosts(9);
  const std::vector<IndexDocument> random = RandomPosts(6, 400);
  for (const auto* posts : {&random, &real}) {
    if (posts->empty()) continue;
    Engine engine(*posts);
    Dice dice(2);
    for (int i = 0; i < 60; ++i) {
      const std::string word = RandomQuestion(dice);
      if (word.find_first_of(":-\"()~") != word.npos) continue;  // operators change what is asked
      uint32_t before = UINT32_MAX;
      for (size_t size = 1; size <= word.size(); ++size) {
        if (size < word.size() && (word[size] & 0xC0) == 0x80) continue;
        const std::string question = word.substr(0, size);
        if (question.back() == ' ' || question.find(" OR") != question.npos) continue;
        const uint32_t total = engine.Total(question, false);
        CAPTURE(question, total, before);
        const bool has_words = total > 0 || before != UINT32_MAX;
        CHECK((!has_words || total <= before));
        if (has_words) before = total;
      }
    }
  }
}

TEST_CASE("An answer does not depend on earlier questions, nor on how the bytes came") {
  const std::vector<IndexDocument> posts = RandomPosts(7, 200);
  Engine warm(posts);
  Dice dice(3);
  for (int i = 0; i < 120; ++i) {
    SearchRequest request = Plain(RandomQuestion(dice), dice.Below(2) == 0);
    request.correct_typos = dice.Below(2) == 0;
    request.facets = true;
    request.explain = ExplainHit;
    CAPTURE(request.text);
    const std::string answer = AnswerJson(warm.Ask(request));
    CHECK(AnswerJson(warm.Cold().Ask(request)) == answer);
    CHECK(AnswerJson(warm.Cold().Ask(request, true)) == answer);
  }
}

// But for two words that share a stem, each of which stands in one of the indexes alone: neither knows.
TEST_CASE("Posts in several indexes are found as in one") {
  const std::vector<IndexDocument> posts = RandomPosts(8, 120);
  Dice dice(4);
  for (const size_t slots : {2, 3}) {
    const NaiveSearch oracle(posts, slots);
    Engine shards(posts, static_cast<int>(slots));
    for (int i = 0; i < 300; ++i) {
      CheckHits(shards, oracle, RandomQuestion(dice), dice.Below(2) == 0);
    }
  }
}

// One edit: a letter too many, too few, another, or two swapped.
std::string Mistype(const std::string& word, Dice& dice) {
  std::string typed = word;
  const size_t at = dice.Below(static_cast<uint32_t>(word.size() - 1));
  const char letter = static_cast<char>('a' + dice.Below(26));
  switch (dice.Below(4)) {
    case 0:
      return typed.insert(at, 1, letter);
    case 1:
      return typed.erase(at, 1);
    case 2:
      typed[at] = letter;
      return typed;
    default:
      std::swap(typed[at], typed[at + 1]);
      return typed;
  }
}

TEST_CASE("Of words with one typo, 98 of 100 lead to their post among the first five") {
  const std::vector<IndexDocument> posts = RealPosts(7);
  if (posts.empty()) SKIP("../shared/corpus/rust-blog is not there");
  const NaiveSearch oracle(posts);
  Engine engine(posts);
  std::vector<std::string> words;
  for (const std::string& form : oracle.forms()) {
    const bool is_word = form.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == form.npos;
    if (is_word && form.size() >= 5 && form.size() <= 16) words.push_back(form);
  }
  Dice dice(6);
  int asked = 0;
  int found = 0;
  std::string missed;
  while (asked < 300) {
    const std::string& word = dice.Pick(words);
    const std::string typed = Mistype(word, dice);
    const std::set<std::string> wanted = oracle.Find("\"" + word + "\"", true).least;
    if (wanted.size() > 3 || oracle.forms().count(typed) > 0) continue;
    ++asked;
    SearchRequest request;
    request.text = typed;
    request.finished = true;
    request.limit = 5;
    const SearchAnswer answer = engine.Ask(request);
    const bool has_it = std::any_of(answer.hits.begin(), answer.hits.end(),
                                    [&](const Hit& hit) { return wanted.count(hit.post) > 0; });
    found += has_it ? 1 : 0;
    if (!has_it) missed += word + " typed as " + typed + "; ";
  }
  CAPTURE(missed);
  CHECK(found >= asked * 98 / 100);
}

TEST_CASE("A first answer takes at most two rounds") {
  const std::vector<IndexDocument> real = RealPosts(3);
  const std::vector<IndexDocument> posts = real.empty() ? RandomPosts(9, 800) : real;
  const Engine built(posts);
  for (const std::string question : {"r", "the", "rust", "async fn", "compiler team",
                                     "memory safety", "relaese", "\"the compiler\""}) {
    Engine engine = built.Cold();
    SearchRequest request = Plain(question, false);
    request.correct_typos = true;
    engine.Ask(request);
    CAPTURE(question);
    CHECK(engine.rounds() <= 2);
  }
}

}  // namespace
}  // namespace broadsheet
