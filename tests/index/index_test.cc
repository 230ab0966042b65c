#include <algorithm>
#include <catch_amalgamated.hpp>
#include <random>
#include <string>
#include <vector>

#include "index/builder.h"
#include "index/limits.h"
#include "index/number_model.h"
#include "index/range_decoder.h"
#include "index/range_encoder.h"
#include "index/reader.h"
#include "index/string_model.h"
#include "search/small_site.h"

namespace broadsheet {
namespace {

std::vector<IndexDocument> Posts(int count) {
  std::mt19937 random(5);
  std::vector<IndexDocument> posts;
  for (int i = 0; i < count; ++i) {
    std::string text;
    for (int w = 0; w < 80; ++w)
      text += "word" + std::to_string(random() % 50 * (random() % 50)) + " ";
    posts.push_back(MakePost("post-" + std::to_string(i) + ".md", "Title " + std::to_string(i),
                             text + "\n# Part " + std::to_string(i % 7) + "\nends here.\n",
                             {"tag" + std::to_string(i % 3)}, i % 5 == 0 ? -1 : i * 3,
                             i % 4 == 0 ? "de" : "en"));
  }
  return posts;
}

std::vector<IndexFile> Build(const std::vector<IndexDocument>& posts) {
  IndexBuilder builder;
  for (const IndexDocument& post : posts) builder.Add(post);
  return builder.Finish();
}

bool Same(const std::vector<IndexFile>& a, const std::vector<IndexFile>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const IndexFile& x, const IndexFile& y) {
                      return x.name == y.name && x.bytes == y.bytes;
                    });
}

TEST_CASE("Numbers and strings come back") {
  const std::vector<uint32_t> numbers = {0, 1, 2, 3, 7, 8, 255, 256, 65535, 1u << 31, 0xffffffffu};
  const std::vector<std::string> words = {
      "", "a", "ab", "abc", "b", "b\xc3\xa4", std::string(90, 'x')};
  RangeEncoder encoder;
  NumberModel model;
  StringModel strings;
  for (uint32_t number : numbers) model.Code(encoder, number);
  std::string previous;
  for (std::string word : words) {
    strings.CodeNext(encoder, previous, word, 100);
    previous = word;
  }
  const std::string bytes = encoder.Finish();
  RangeDecoder decoder(bytes);
  NumberModel read_model;
  StringModel read_strings;
  for (uint32_t number : numbers) CHECK(read_model.Code(decoder, 0) == number);
  previous.clear();
  for (const std::string& word : words) {
    std::string read;
    read_strings.CodeNext(decoder, previous, read, 100);
    CHECK(read == word);
    previous = read;
  }
  CHECK(decoder.ok());
}

TEST_CASE("Lengths keep their order and nearly their size") {
  uint32_t last = 0;
  for (uint32_t length = 0; length < 100000; length += 1 + length / 50) {
    const uint32_t read = LengthOfCode(LengthCode(length));
    CHECK(read >= last);
    CHECK(std::max(read, length) - std::min(read, length) <= length / 8 + 1);
    last = read;
  }
}

TEST_CASE("Of very many posts, lengths are told more coarsely") {
  uint32_t last = 0;
  for (uint32_t length = 8; length < 100000; length += 1 + length / 50) {
    CHECK(StoredLength(length, 10000) == LengthCode(length));
    const uint32_t read = LengthOfCode(StoredLength(length, 100000));
    CHECK(read >= last);
    CHECK(std::max(read, length) - std::min(read, length) <= length / 4 + 1);
    last = read;
  }
}

TEST_CASE("The same posts make the same bytes") {
  std::vector<IndexDocument> posts = Posts(300);
  const std::vector<IndexFile> files = Build(posts);
  CHECK(files.size() <= 12);
  std::reverse(posts.begin(), posts.end());
  CHECK(Same(files, Build(posts)));

  IndexBuilder builder;
  builder.Add(MakePost(posts[7].path, "Older", "zebra zebras"));
  for (const IndexDocument& post : posts) builder.Add(post);
  CHECK(Same(files, builder.Finish([](size_t count, const std::function<void(size_t)>& task) {
    for (size_t i = count; i-- > 0;) task(i);
  })));
}

TEST_CASE("A small index is one file") { CHECK(Build(Posts(5)).size() == 1); }

TEST_CASE("Rows come back") {
  std::vector<IndexDocument> posts = Posts(40);
  posts[3].url = "elsewhere/x";
  posts[3].path = "sub/folder/3.markdown";
  posts[4].has_date = true;
  posts[4].date = -123456789;
  posts[5].title = "";
  const std::vector<IndexFile> files = Build(posts);
  auto reader = IndexReader::Open(files[0].name, files[0].bytes);
  REQUIRE(reader.ok());
  for (const IndexFile& file : files) (*reader)->Feed(file.name, 0, file.bytes);
  std::sort(posts.begin(), posts.end(),
            [](const IndexDocument& a, const IndexDocument& b) { return a.path < b.path; });
  for (uint32_t i = 0; i < posts.size(); ++i) {
    const PostRow* row = (*reader)->Row(i);
    REQUIRE(row != nullptr);
    CHECK(row->path == posts[i].path);
    CHECK(row->url == posts[i].url);
    CHECK(row->title == posts[i].title);
    CHECK(row->has_date == posts[i].has_date);
    if (row->has_date) CHECK(row->date == posts[i].date);
    REQUIRE(row->sections.size() == 1);
    CHECK(row->sections[0].id == posts[i].sections[1].id);
  }
}

TEST_CASE("What is no index, damaged or of another version is refused by name") {
  const std::string root = Build(Posts(12))[0].bytes;
  const auto code = [](std::string bytes) {
    const auto reader = IndexReader::Open("root-x.bin", bytes);
    if (reader.ok()) return std::string("opened");
    CHECK(reader.error().path == "root-x.bin");
    return std::to_string(static_cast<int>(reader.error().code));
  };
  CHECK(code(root) == "opened");
  const std::string corrupt = std::to_string(static_cast<int>(ErrorCode::kCorrupt));
  CHECK(code("") == corrupt);
  CHECK(code("<!doctype html>") == corrupt);
  std::string other = root;
  other[4] = 9;
  CHECK(code(other) == std::to_string(static_cast<int>(ErrorCode::kUnsupported)));
  for (size_t at = 5; at < root.size(); at += 13) {
    std::string damaged = root;
    damaged[at] = static_cast<char>(damaged[at] ^ 4);
    CHECK(code(damaged) == corrupt);
    CHECK(code(root.substr(0, at)) == corrupt);
  }
}

TEST_CASE("Pieces of a file join, whatever their order") {
  PartialFile file;
  const std::string bytes = "abcdefghijklmnopqrstuvwxyz";
  file.Feed(10, bytes.substr(10, 5));
  file.Feed(0, bytes.substr(0, 4));
  CHECK(file.Find(8, 4).data() == nullptr);
  file.Feed(2, bytes.substr(2, 9));
  CHECK(file.Find(0, 15) == bytes.substr(0, 15));
  file.Feed(0, bytes);
  CHECK(file.Find(0, 26) == bytes);
  CHECK(file.Find(20, 7).data() == nullptr);
}

}  // namespace
}  // namespace broadsheet
