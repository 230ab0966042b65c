#include "text/query_word.h"

#include <algorithm>
#include <catch_amalgamated.hpp>
#include <map>
#include <set>

#include "text/tokenizer.h"

namespace broadsheet {
namespace {

// "std vec*" is a phrase of two terms of which the last is a prefix; "1.56.*" is a chain; a gram is
// "‹新幹›"; a term that does not follow at once has its offset.
std::string ToText(const QueryPhrase& phrase) {
  std::string out;
  uint32_t offset = 0;
  for (const QueryTerm& term : phrase) {
    if (!out.empty()) out += ' ';
    out += term.kind == TokenKind::kGram ? "‹" + term.folded.substr(1) + "›" : term.folded;
    if (term.match == TermMatch::kPrefix) out += "*";
    if (term.match == TermMatch::kChain) out += ".*";
    if (term.offset != offset) out += "@" + std::to_string(term.offset);
    offset = term.offset + 1;
  }
  return out;
}

std::string ToText(const Vector<QueryWord>& words) {
  std::string out;
  for (const QueryWord& word : words) {
    if (!out.empty()) out += " & ";
    for (const QueryPhrase& phrase : word.phrases) {
      if (&phrase != word.phrases.data()) out += " or ";
      out += "[" + ToText(phrase) + "]";
    }
    if (!word.preferred.empty()) out += " preferring " + word.preferred;
  }
  return out;
}

struct Row {
  std::string question;
  std::string words;
};

TEST_CASE("A finished question") {
  const Row rows[] = {
      {"", ""},
      {"- ++ :) ", ""},
      {"Rust lang", "[rust] & [lang]"},
      {"Größe", "[grosse]"},
      {"e-mail", "[email] or [e mail]"},
      {"GitHub", "[github]"},
      {"std::vector", "[std vector]"},
      {"foo-bar::baz", "[foobar baz] or [foo bar baz]"},
      {"C++ c++17", "[c++] & [c++ 17]"},
      {".NET --dry-run", "[.net] & [--dry run]"},
      {"1.56 v1.2", "[1.56.*] & [v1.2.*]"},
      {"rust-1.56.0", "[rust 1.56.0.*]"},
      {"新幹線", "[‹新幹› ‹幹線›*] preferring 新幹線"},
      {"東京都庁へ", "[‹東京› ‹都庁›@2 ‹庁へ›*]"},
      {"新", "[‹新›*]"},
      {"第3章 次", "[‹第› 3 ‹章›*] & [‹次›*]"},
      {"Rust入門書", "[rust ‹入門› ‹門書›*]"},
      {"한국어 책", "[‹한국› ‹국어›*] preferring 한국어 & [‹책›*]"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.question);
    CHECK(ToText(AnalyzeQuery(row.question, false)) == row.words);
  }
}

TEST_CASE("The last word of an unfinished question is a prefix") {
  const Row rows[] = {
      {"rust l", "[rust] & [l*]"},
      {"rust ", "[rust]"},
      {"e", "[e*]"},
      {"e-", "[e*]"},
      {"e-m", "[em*] or [e m*]"},
      {"don't", "[dont*] or [don t*]"},
      {"snake_", "[snake*]"},
      {"std:", "[std]"},
      {"std::v", "[std v*]"},
      {"c+", "[c]"},
      {"c++", "[c++]"},
      {"--fl", "[--fl*]"},
      {"1", "[1*]"},
      {"1.", "[1]"},
      {"1.5", "[1.5*]"},
      {"1,", "[1*]"},
      {"1,0", "[10*]"},
      {"新", "[‹新›*]"},
      {"กิน", "[‹กิน›*]"},
      {"ok?", "[ok]"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.question);
    CHECK(ToText(AnalyzeQuery(row.question, true)) == row.words);
  }
}

TEST_CASE("A quoted phrase is one run of terms") {
  const Row rows[] = {
      {"", ""},
      {"the quick fox", "the quick fox"},
      {"my e-mail, C++ and 1.56 too", "my e mail c++ and 1.56.* too@7"},
      {"camelCase word", "camelcase word"},
      {"新幹線 駅", "‹新幹› ‹幹線› ‹駅›*@3"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.question);
    CHECK(ToText(AnalyzePhrase(row.question, false)) == row.words);
  }
}

TEST_CASE("Query words know their bytes in the question") {
  const auto words = AnalyzeQuery("ask (std::vector) now", false);
  REQUIRE(words.size() == 3);
  CHECK(words[1].begin == 5);
  CHECK(words[1].end == 16);
}

// The posts of a naive index, and its answer to a question: every term looked for in every token.
class Posts {
 public:
  explicit Posts(const std::vector<std::string>& texts) {
    for (const std::string& text : texts) {
      Tokenizer tokenizer(text);
      auto& terms = posts_.emplace_back();
      for (Token token; tokenizer.Next(token);) terms.emplace(token.position, token.folded);
    }
  }

  std::set<size_t> Find(const std::string& question) const {
    const auto words = AnalyzeQuery(question, true);
    std::set<size_t> found;
    for (size_t i = 0; i < posts_.size(); ++i) {
      const auto has_word = [&](const QueryWord& word) { return HasWord(posts_[i], word); };
      if (std::all_of(words.begin(), words.end(), has_word)) found.insert(i);
    }
    return found;
  }

 private:
  using Terms = std::multimap<uint32_t, std::string>;

  static bool HasTerm(const Terms& terms, uint32_t position, const QueryTerm& wanted) {
    const auto [begin, end] = terms.equal_range(position);
    return std::any_of(begin, end, [&](const auto& term) { return wanted.Matches(term.second); });
  }

  static bool HasWord(const Terms& terms, const QueryWord& word) {
    for (const QueryPhrase& phrase : word.phrases) {
      for (const auto& start : terms) {
        const auto has_term = [&](const QueryTerm& term) {
          return HasTerm(terms, start.first + term.offset, term);
        };
        if (std::all_of(phrase.begin(), phrase.end(), has_term)) return true;
      }
    }
    return false;
  }

  std::vector<Terms> posts_;
};

// Short texts of the pieces that make compounds, so that they meet often.
std::string RandomText(uint32_t& seed, uint32_t pieces) {
  static const char* const kPieces[] = {"a",  "b",  "A", "B", "1", "2",  "a", "b", "-", "_",
                                        "'",  ".",  ",", "+", "#", ":",  " ", "s", "t", "新",
                                        "幹", "カ", "กิ", "น", "é", "--", "v", "한"};
  std::string text;
  for (uint32_t i = 0; i < pieces; ++i) {
    seed = seed * 1664525u + 1013904223u;
    text += kPieces[(seed >> 8) % (sizeof kPieces / sizeof *kPieces)];
  }
  return text;
}

TEST_CASE("A question stands for less with every letter") {
  uint32_t seed = 7;
  std::vector<std::string> texts;
  for (int i = 0; i < 400; ++i) texts.push_back(RandomText(seed, 1 + i % 7));
  const Posts posts(texts);
  for (int i = 0; i < 300; ++i) {
    const std::string question = i % 2 == 0 ? texts[i] : RandomText(seed, 6);
    std::set<size_t> before = posts.Find("");
    for (size_t size = 1; size <= question.size(); ++size) {
      if (size < question.size() && (question[size] & 0xC0) == 0x80) continue;
      const std::set<size_t> found = posts.Find(question.substr(0, size));
      CAPTURE(question.substr(0, size));
      for (const size_t post : found) {
        CAPTURE(texts[post]);
        REQUIRE(before.count(post) == 1);
      }
      before = found;
    }
  }
}

TEST_CASE("A text is found by itself, finished or not") {
  uint32_t seed = 11;
  for (int i = 0; i < 500; ++i) {
    const std::string text = RandomText(seed, 1 + i % 9);
    CAPTURE(text);
    CHECK(Posts({text}).Find(text).size() == 1);
    CHECK(Posts({text}).Find(text + " ").size() == 1);
  }
}

TEST_CASE("Any string of two or more characters of a script without spaces is found") {
  const std::string text = "昔々あるところに、おじいさんとおばあさんがデータ入門書を買いました。";
  const Posts posts({text});
  std::vector<size_t> borders;
  for (size_t i = 0; i <= text.size(); ++i) {
    if (i == text.size() || (text[i] & 0xC0) != 0x80) borders.push_back(i);
  }
  for (size_t i = 0; i < borders.size(); ++i) {
    for (size_t j = i + 1; j < borders.size(); ++j) {
      const std::string piece = text.substr(borders[i], borders[j] - borders[i]);
      if (piece.find("、") != piece.npos || piece.find("。") != piece.npos) continue;
      CAPTURE(piece);
      CHECK(posts.Find(piece).size() == 1);
    }
  }
}

}  // namespace
}  // namespace broadsheet
