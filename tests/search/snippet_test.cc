#include "search/snippet.h"

#include <catch_amalgamated.hpp>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.h"

namespace broadsheet {
namespace {

// The snippet with its marks in brackets.
std::string Cut(std::string_view query, std::string_view text, uint32_t size = 60,
                Vector<std::string_view> forms = {}) {
  SnippetRequest request;
  request.forms = std::move(forms);
  request.query = query;
  request.text = text;
  request.size = size;
  const Snippet snippet = CutSnippet(request);
  std::string marked = snippet.text;
  for (size_t i = snippet.marks.size(); i-- > 0;) {
    marked.insert(snippet.marks[i].end, "]");
    marked.insert(snippet.marks[i].begin, "[");
  }
  return marked;
}

TEST_CASE("A snippet is the densest passage") {
  CHECK(Cut("heron", "A heron stands here.\n") == "A [heron] stands here.");
  CHECK(Cut("her", "A heron stands here.\n") == "A [heron] stands [here].");
  CHECK(Cut("eel", "Nothing to see here.\n") == "Nothing to see here.");
  CHECK(Cut("\"wet ditch\"", "In a wet ditch.\n") == "In a [wet] [ditch].");
  CHECK(Cut("-heron wet ", "heron wet\n") == "heron [wet]");
  CHECK(Cut("nests ", "It nested there\n") == "It nested there");
  CHECK(Cut("heron wet ",
            "heron a b c d e f g h i j k l m n o p q r s t u v w x y z heron is wet\n",
            40) == "\xe2\x80\xa6w x y z [heron] is [wet]");
  CHECK(Cut("", "") == "");
}

TEST_CASE("Marks cover what was asked for, in every script") {
  CHECK(Cut("新幹線", "東海道新幹線の話") == "東海道[新幹線]の話");
  CHECK(Cut("新", "新幹線") == "[新]幹線");
  CHECK(Cut("線", "新幹線 駅") == "新幹[線] 駅");
  CHECK(Cut("น", "เขากินน้ำใจ") == "เขากิ[นน้ำ]ใจ");
  CHECK(Cut("กิน", "กินี") == "[กินี]");
  CHECK(Cut("ស", "ភាសាខ្មែរ") == "ភា[សា]ខ្មែរ");
}

TEST_CASE("Of a phrase, only its words where it stands whole are marked") {
  CHECK(Cut("\"the old mill\"", "the mill, the old mill, the old") ==
        "the mill, [the] [old] [mill], the old");
  CHECK(Cut("\"the old mill\" old ", "the old, the old mill") == "the [old], [the] [old] [mill]");
  CHECK(Cut("std::vector ", "std vector.std std::vector", 80) ==
        "[std] [vector].std [std]::[vector]");
  CHECK(Cut("e-mail ", "an email, e-mails and mail, an e-mail", 80) ==
        "an [email], e-mails and mail, an [e-mail]");
  CHECK(Cut("\"mill old\"~2", "old is the mill", 80) == "[old] is the [mill]");
  CHECK(Cut("我们的学校", "我们在学校，我们的学校", 80) == "我们在学校，[我们的学校]");
  const std::string far =
      std::string(40, 'x') + " the the the the " + std::string(300, 'y') + " the old mill";
  CHECK(Cut("\"the old mill\"", far).find("[the] [old] [mill]") != std::string::npos);
}

TEST_CASE("Other forms are marked, each for its word of the question") {
  CHECK(Cut("nests wet ", "It nested there\n", 60, {" nest nested ", " "}) == "It [nested] there");
  CHECK(Cut("книга ", "Все книгами завалено", 60, {" книгами "}) == "Все [книгами] завалено");
  CHECK(Cut("comma ", "a comma, no command", 60, {" commas "}) == "a [comma], no command");
  // The passage with both words goes before that with one of them twice.
  CHECK(Cut("heron nests ", "heron herons a b c d e f g h i j k l m n o heron nested", 40,
            {" herons ", " nested "}) == "\xe2\x80\xa6l m n o [heron] [nested]");
}

TEST_CASE("A text without spaces is cut between characters with all their marks") {
  std::string text;
  for (int i = 0; i < 30; ++i) text += "กินน้ำที่นี่";
  for (uint32_t size = 40; size < 100; ++size) {
    std::string cut = Cut("xyz", text, size);
    REQUIRE(cut.size() > 3);
    cut.resize(cut.size() - 3);
    CAPTURE(size, cut);
    // What follows is no mark of the last letter.
    const std::string rest = text.substr(cut.size());
    for (const std::string_view mark : {"ิ", "้", "ำ", "ี", "่"}) CHECK(rest.rfind(mark, 0) != 0);
  }
}

TEST_CASE("A snippet prefers the hit's section") {
  const std::string text = "heron one\nfiller filler filler filler filler\nheron two\n";
  SnippetRequest request;
  request.query = "heron";
  request.text = text;
  request.size = 40;
  request.section_begin = 44;
  request.section_end = static_cast<uint32_t>(text.size());
  CHECK(CutSnippet(request).text.find("two") != std::string::npos);
}

TEST_CASE("A snippet begins and ends with whole words") {
  const std::string text =
      "one search index or another, published in a search of some index or other";
  for (uint32_t size = 0; size < text.size(); ++size) {
    SnippetRequest request;
    request.query = "index";
    request.text = text;
    request.size = size;
    std::string words = CutSnippet(request).text;
    for (size_t at; (at = words.find("\u2026")) != std::string::npos;) words.erase(at, 3);
    INFO(size << ": " << words);
    CHECK((" " + text + " ").find(" " + words + " ") != std::string::npos);
  }
}

TEST_CASE("A snippet never cuts a character and its marks lie inside") {
  const std::string text =
      "\xc3\xa4\xc3\xb6\xc3\xbc\xe6\x96\xb0\xe5\xb9\xb9\xf0\x9f\xa6\xa2 heron ";
  std::string longer;
  for (int i = 0; i < 40; ++i) longer += text;
  for (uint32_t size = 0; size < 200; size += 3) {
    SnippetRequest request;
    request.query = "heron \xe5\xb9\xb9";
    request.text = longer;
    request.size = size;
    const Snippet snippet = CutSnippet(request);
    CHECK(IsValidUtf8(snippet.text));
    uint32_t last = 0;
    for (const Snippet::Mark& mark : snippet.marks) {
      CHECK(mark.begin >= last);
      CHECK(mark.end > mark.begin);
      last = mark.end;
    }
    CHECK(last <= snippet.text.size());
  }
}

}  // namespace
}  // namespace broadsheet
