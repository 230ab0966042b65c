#include "oracle/posts.h"

#include <algorithm>
#include <catch_amalgamated.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/utf8.h"
#include "index/builder.h"

namespace broadsheet {
namespace {

namespace fs = std::filesystem;

constexpr const char* kCorpus = "../shared/corpus/rust-blog";

const std::vector<std::string>& Words() {
  static const auto* const words = new std::vector<std::string>{
      "run",         "running", "runs",      "runner",     "the",       "of",
      "a",           "search",  "searches",  "searching",  "index",     "indexes",
      "indices",     "e-mail",  "email",     "snake_case", "camelCase", "GitHub",
      "github",      "C++",     "c",         "C#",         ".NET",      "net",
      "std::vector", "vector",  "--dry-run", "dry",        "v1.2.3",    "1.56.0",
      "1.56",        "1,000",   "don't",     "dont",       "Rust's",    "rust",
      "l'homme",     "homme",   "hommes",    "Größe",      "grosse",    "größer",
      "Straße",      "strasse", "été",       "étés",       "ete",       "canción",
      "canciones",   "книга",   "книги",     "ёлка",       "новый",     "新幹線",
      "新しい",      "東京都",  "東京",      "データ",     "한국어",    "한국",
      "กินข้าว",       "ข้าว",     "i18n",      "utf-8",      "utf8",      "state-of-the-art",
      "art",         "x86_64",  "x",         "AT&T",       "ok",        "to",
      "be",          "or",      "not",       "question",   "questions", "word",
      "words",       "heron",   "herons",    "ditch"};
  return *words;
}

std::string Text(Dice& dice, uint32_t words) {
  static const std::vector<std::string> gaps = {" ",  " ",  " ",  " ",  " ",  ", ",
                                                ". ", "\n", " (", ") ", " — "};
  std::string text;
  for (uint32_t i = 0; i < words; ++i) {
    text += Words()[dice.Skewed(static_cast<uint32_t>(Words().size()))] + dice.Pick(gaps);
  }
  return text;
}

IndexDocument RandomPost(Dice& dice, size_t number) {
  static const std::vector<std::string> languages = {"en", "en-GB", "de", "fr", "ja", "x-none"};
  static const std::vector<std::string> labels = {"Rust", "rust news", "Größe",
                                                  "C++",  "東京",      "a b"};
  static const std::vector<std::string> authors = {"Ada Heron", "Bo", "Ève"};
  IndexDocument post;
  post.path = "post-" + std::to_string(1000 + number) + ".md";
  post.url = "posts/" + std::to_string(number) + "/";
  post.title = Text(dice, 1 + dice.Below(4));
  post.language = dice.Pick(languages);
  post.has_date = dice.Below(8) > 0;
  if (post.has_date) post.date = (int64_t{dice.Below(12000)} - 400) * 86400 + dice.Below(86400);
  for (uint32_t i = dice.Below(3); i > 0; --i) post.tags.push_back(dice.Pick(labels));
  for (uint32_t i = dice.Below(2); i > 0; --i) post.authors.push_back(dice.Pick(authors));
  for (int i = 0; i < 3; ++i) {
    IndexSection section;
    if (i > 0) {
      section.level = 2;
      section.id = "s" + std::to_string(i);
      section.title = Text(dice, 2);
      post.text += section.title + "\n";
    }
    section.begin = static_cast<uint32_t>(post.text.size());
    post.text += Text(dice, dice.Below(20)) + "\n";
    const auto code = static_cast<uint32_t>(post.text.size());
    post.text += Text(dice, dice.Below(4)) + "\n";
    section.end = static_cast<uint32_t>(post.text.size());
    post.code.push_back({code, section.end});
    post.sections.push_back(section);
  }
  return post;
}

// A part of a question: a word, whole or cut, a phrase, a field.
std::string Item(Dice& dice) {
  const std::string word = dice.Pick(Words());
  switch (dice.Below(12)) {
    case 0:
      return "\"" + word + " " + dice.Pick(Words()) + "\"";
    case 1:
      return "\"" + word + " " + dice.Pick(Words()) + "\"~" + std::to_string(dice.Below(6));
    case 2:
      return "-" + word;
    case 3:
      return "title:" + word;
    case 4:
      return "heading:" + word;
    case 5:
      return dice.Below(2) == 0 ? "in:code" : "in:text";
    case 6:
      return dice.Below(2) == 0 ? "tag:rust" : "author:bo";
    case 7:
      return dice.Below(2) == 0 ? "date:1990..2001" : "after:1985-06 lang:en";
    case 8:
      return "(" + word + " OR " + dice.Pick(Words()) + ")";
    case 9:
      return std::string(Utf8Prefix(word, 1 + dice.Below(static_cast<uint32_t>(word.size()))));
    default:
      return word;
  }
}

IndexDocument RealPost(const fs::path& file) {
  IndexDocument post;
  std::ifstream in(file, std::ios::binary);
  post.text = ToValidUtf8(std::string(std::istreambuf_iterator<char>(in), {}));
  post.path = file.string();
  post.url = "posts/" + file.stem().string() + "/";
  post.language = "en";
  const size_t title = post.text.find("title = \"");
  if (title != post.text.npos)
    post.title = post.text.substr(title + 9, post.text.find('"', title + 9) - title - 9);
  IndexSection section;
  size_t code = 0;
  for (size_t line = 0; line < post.text.size();) {
    const size_t end = std::min(post.text.find('\n', line), post.text.size() - 1) + 1;
    const auto at = static_cast<uint32_t>(line);
    if (post.text.compare(line, 3, "```") == 0) {
      if (code > 0) post.code.push_back({static_cast<uint32_t>(code), at});
      code = code > 0 ? 0 : end;
    } else if (code == 0 && post.text[line] == '#') {
      section.end = at;
      post.sections.push_back(section);
      section = {2, "h" + std::to_string(line), post.text.substr(line, end - line),
                 static_cast<uint32_t>(end), 0};
    }
    line = end;
  }
  section.end = static_cast<uint32_t>(post.text.size());
  post.sections.push_back(section);
  return post;
}

}  // namespace

std::vector<IndexDocument> RandomPosts(uint64_t seed, size_t count) {
  Dice dice(seed);
  std::vector<IndexDocument> posts;
  while (posts.size() < count) posts.push_back(RandomPost(dice, posts.size()));
  return posts;
}

std::string RandomQuestion(Dice& dice) {
  std::string question = Item(dice);
  for (uint32_t more = dice.Below(3); more > 0; --more) question += " " + Item(dice);
  return question;
}

std::vector<IndexDocument> RealPosts(size_t stride) {
  std::vector<IndexDocument> posts;
  if (!fs::exists(kCorpus)) return posts;
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(kCorpus)) {
    if (entry.path().extension() == ".md") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  for (size_t i = 0; i < files.size(); i += stride) posts.push_back(RealPost(files[i]));
  return posts;
}

SearchRequest Plain(const std::string& question, bool finished) {
  SearchRequest request;
  request.text = question;
  request.finished = finished;
  request.correct_typos = false;
  return request;
}

Engine::Engine(const std::vector<IndexDocument>& documents, int slots) {
  for (int slot = 0; slot < slots; ++slot) {
    IndexBuilder builder;
    for (size_t i = static_cast<size_t>(slot); i < documents.size();
         i += static_cast<size_t>(slots)) {
      builder.Add(documents[i]);
    }
    std::vector<IndexFile> files = builder.Finish();
    REQUIRE_FALSE(files.empty());
    REQUIRE(searcher_.Open(slot, files[0].name, files[0].bytes).ok());
    roots_.push_back(files_.size());
    files_.insert(files_.end(), files.begin(), files.end());
  }
}

Engine::Engine(const std::vector<IndexFile>& files, const std::vector<size_t>& roots)
    : files_(files), roots_(roots) {
  for (size_t slot = 0; slot < roots.size(); ++slot) {
    const IndexFile& root = files_[roots[slot]];
    REQUIRE(searcher_.Open(static_cast<int>(slot), root.name, root.bytes).ok());
  }
}

SearchAnswer Engine::Ask(const SearchRequest& request, bool whole) {
  for (rounds_ = 0;; ++rounds_) {
    Searcher::Outcome outcome = searcher_.Search(request);
    if (outcome.answered) return outcome.answer;
    REQUIRE_FALSE(outcome.wanted.empty());
    REQUIRE(rounds_ < 20);
    for (const ByteRange& range : outcome.wanted) {
      const auto file =
          std::find_if(files_.begin(), files_.end(),
                       [&range](const IndexFile& other) { return other.name == range.file; });
      REQUIRE(file != files_.end());
      REQUIRE(range.end <= file->bytes.size());
      REQUIRE(range.begin < range.end);
      if (whole) {
        searcher_.Feed(range.file, 0, file->bytes);
      } else {
        searcher_.Feed(range.file, range.begin,
                       file->bytes.substr(range.begin, range.end - range.begin));
      }
    }
  }
}

std::vector<std::string> Engine::Hits(const std::string& question, bool finished, size_t limit) {
  std::vector<std::string> paths;
  SearchRequest request = Plain(question, finished);
  request.limit = 100;
  for (;; request.offset += request.limit) {
    const SearchAnswer answer = Ask(request);
    for (const Hit& hit : answer.hits) {
      if (hit.group != HitGroup::kFull || paths.size() == std::min<size_t>(limit, answer.total))
        return paths;
      paths.push_back(hit.post);
    }
    if (answer.hits.size() < request.limit) return paths;
  }
}

uint32_t Engine::Total(const std::string& question, bool finished) {
  SearchRequest request = Plain(question, finished);
  request.limit = 1;
  return Ask(request).total;
}

}  // namespace broadsheet
