#include "search/edit_distance.h"

#include <algorithm>
#include <catch_amalgamated.hpp>
#include <random>
#include <string>

namespace broadsheet {
namespace {

// The definition, without a table.
uint32_t Naive(const std::u32string& a, const std::u32string& b) {
  if (a.empty() || b.empty()) return static_cast<uint32_t>(a.size() + b.size());
  const std::u32string a1 = a.substr(1);
  const std::u32string b1 = b.substr(1);
  uint32_t best = Naive(a1, b1) + (a[0] == b[0] ? 0 : 1);
  best = std::min({best, Naive(a1, b) + 1, Naive(a, b1) + 1});
  if (a.size() > 1 && b.size() > 1 && a[0] == b[1] && a[1] == b[0]) {
    best = std::min(best, Naive(a.substr(2), b.substr(2)) + 1);
  }
  return best;
}

TEST_CASE("Distances are those of the definition") {
  std::mt19937 random(1);
  const auto word = [&] {
    std::u32string text;
    for (auto left = 1 + random() % 5; left > 0; --left) text += U"abc"[random() % 3];
    return text;
  };
  for (int round = 0; round < 3000; ++round) {
    const std::u32string a = word();
    const std::u32string b = word();
    for (uint32_t limit = 1; limit <= 2; ++limit) {
      const uint32_t naive = Naive(a, b);
      CHECK(std::min(Compare(a, b, false, limit).distance, limit + 1) ==
            std::min(naive, limit + 1));
      uint32_t prefix = limit + 1;
      for (size_t i = 1; i <= b.size(); ++i) prefix = std::min(prefix, Naive(a, b.substr(0, i)));
      CHECK(std::min(Compare(a, b, true, limit).distance, limit + 1) == prefix);
    }
  }
}

}  // namespace
}  // namespace broadsheet
