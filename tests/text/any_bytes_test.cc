#include <algorithm>
#include <catch_amalgamated.hpp>
#include <cstdio>
#include <memory>

#include "base/bytes.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "text/fold.h"
#include "text/stemmer.h"
#include "text/tokenizer.h"

namespace broadsheet {
namespace {

class Random {
 public:
  explicit Random(uint64_t seed) : state_(seed) {}
  uint32_t Next(uint32_t below) {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return static_cast<uint32_t>((state_ >> 33) % below);
  }

 private:
  uint64_t state_;
};

const std::vector<std::unique_ptr<Stemmer>>& Stemmers() {
  static const auto* const stemmers = [] {
    auto* const all = new std::vector<std::unique_ptr<Stemmer>>;
    for (const std::string_view language : Stemmer::Languages())
      all->push_back(Stemmer::ForLanguage(language));
    return all;
  }();
  return *stemmers;
}

// Bytes that are mostly text: ASCII, then pieces of longer sequences, then noise.
std::string RandomBytes(Random& random, size_t size) {
  std::string bytes;
  while (bytes.size() < size) {
    const uint32_t kind = random.Next(8);
    if (kind < 5) {
      bytes += static_cast<char>(0x20 + random.Next(0x5F));
    } else if (kind < 7) {
      const char32_t low[] = {0xC0,   0x300,  0x3B1,  0x410,  0x5D0,  0x622,  0xE01,
                              0x1100, 0x1E00, 0x2018, 0x3041, 0x4E00, 0xAC00, 0xFF01};
      AppendUtf8(low[random.Next(14)] + random.Next(60), bytes);
    } else {
      bytes += static_cast<char>(random.Next(256));
    }
  }
  return bytes;
}

TEST_CASE("Tokens of any bytes keep their promises") {
  Random random(1);
  for (int i = 0; i < 3000; ++i) {
    const std::string text = RandomBytes(random, 1 + random.Next(80));
    CAPTURE(text);
    Tokenizer tokenizer(text);
    uint32_t position = 0;
    uint32_t group = 0;
    uint32_t behind = 0;
    for (Token token; tokenizer.Next(token);) {
      CHECK(token.begin < token.end);
      CHECK(token.end <= text.size());
      CHECK_FALSE(token.folded.empty());
      CHECK(token.folded.size() <= kMaxTermBytes);
      CHECK(token.exact.size() <= kMaxTermBytes);
      CHECK(IsValidUtf8(token.folded));
      CHECK(IsValidUtf8(token.exact));
      CHECK(token.span >= 1);
      CHECK((token.position == position || token.position == position + 1));
      CHECK((token.group == group || token.group == group + 1));
      behind = std::max(behind, token.position + token.span);
      position = token.position;
      group = token.group;
    }
    CHECK(behind == tokenizer.next_position());
  }
}

TEST_CASE("A word folded is the word that its slice folds to") {
  Random random(2);
  for (int i = 0; i < 2000; ++i) {
    const std::string text = RandomBytes(random, 1 + random.Next(60));
    CAPTURE(text);
    Tokenizer tokenizer(text);
    for (Token token; tokenizer.Next(token);) {
      if (token.kind != TokenKind::kWord || token.folded.size() > kMaxTermBytes - 4) continue;
      const std::string slice = text.substr(token.begin, token.end - token.begin);
      if (slice.find(',') != slice.npos) continue;
      CHECK(Fold(slice) == token.folded);
    }
  }
}

TEST_CASE("Words do not depend on what stands before a space") {
  Random random(3);
  for (int i = 0; i < 1000; ++i) {
    const std::string left = RandomBytes(random, random.Next(30));
    const std::string right = RandomBytes(random, 1 + random.Next(30));
    const auto terms = [](const std::string& text) {
      std::vector<std::string> out;
      Tokenizer tokenizer(text);
      for (Token token; tokenizer.Next(token);) out.emplace_back(token.folded);
      return out;
    };
    CAPTURE(left, right);
    auto both = terms(left);
    const auto second = terms(right);
    both.insert(both.end(), second.begin(), second.end());
    CHECK(terms(left + "\n" + right) == both);
  }
}

// Hidden: the gate that compares native and wasm asks for it.
TEST_CASE("The digest of many tokens", "[.digest]") {
  Random random(4);
  ByteWriter all;
  for (int i = 0; i < 20000; ++i) {
    const std::string text = RandomBytes(random, 1 + random.Next(200));
    Tokenizer tokenizer(text);
    for (Token token; tokenizer.Next(token);) {
      all.U8(static_cast<uint8_t>(token.kind));
      all.U8(token.is_plain ? 1 : 0);
      for (const uint32_t number :
           {token.position, token.span, token.group, token.begin, token.end})
        all.Varint(number);
      all.Counted(token.folded);
      all.Counted(token.exact);
      for (const auto& stemmer : Stemmers()) {
        if (token.is_plain) all.Counted(stemmer->Stem(token.exact));
      }
    }
  }
  std::printf("tokens %zu bytes, digest %s\n", all.size(), HashName(all.bytes()).c_str());
}

}  // namespace
}  // namespace broadsheet
