#include "search/edit_distance.h"

#include <algorithm>

#include "base/utf8.h"
#include "index/string_model.h"

namespace broadsheet {
namespace {

constexpr double kWrongLetter = 1.0 / 12;
constexpr double kTwin = 0.5;

}  // namespace

Likeness Compare(std::u32string_view typed, std::u32string_view word, bool is_prefix,
                 uint32_t limit) {
  // rows[i % 3][j]: distance between the word's first i characters and the typed text's first j.
  const size_t width = typed.size() + 1;
  Vector<uint32_t> rows[3];
  for (Vector<uint32_t>& row : rows) row.resize(width);
  for (size_t j = 0; j < width; ++j) rows[0][j] = static_cast<uint32_t>(j);
  Likeness best = {limit + 1, 0};
  const size_t most = is_prefix ? std::min(word.size(), typed.size() + limit) : word.size();
  for (size_t i = 1; i <= most; ++i) {
    Vector<uint32_t>& row = rows[i % 3];
    const Vector<uint32_t>& above = rows[(i - 1) % 3];
    row[0] = static_cast<uint32_t>(i);
    uint32_t least = row[0];
    for (size_t j = 1; j < width; ++j) {
      const uint32_t replaced = above[j - 1] + (word[i - 1] == typed[j - 1] ? 0 : 1);
      row[j] = std::min({replaced, above[j] + 1, row[j - 1] + 1});
      const bool is_swap =
          i > 1 && j > 1 && word[i - 1] == typed[j - 2] && word[i - 2] == typed[j - 1];
      if (is_swap) row[j] = std::min(row[j], rows[(i - 2) % 3][j - 2] + 1);
      least = std::min(least, row[j]);
    }
    const bool counts = is_prefix || i == word.size();
    if (counts && row[width - 1] <= std::min(best.distance, limit)) {
      best = {row[width - 1], static_cast<uint32_t>(i)};
    }
    if (least > limit && rows[(i - 1) % 3][width - 1] > limit) break;
  }
  return best;
}

double TypoOdds(std::u32string_view typed, std::u32string_view meant) {
  const size_t shorter = std::min(typed.size(), meant.size());
  size_t at = 0;
  while (at < shorter && typed[at] == meant[at]) ++at;
  if (typed.size() < meant.size()) return 1;
  if (typed.size() > meant.size())
    return at > 0 && typed[at - 1] == typed[at] ? kTwin : kWrongLetter;
  const bool is_swap = at + 1 < shorter && typed[at] == meant[at + 1] && typed[at + 1] == meant[at];
  return is_swap ? 1 : kWrongLetter;
}

bool SharesStem(std::string_view a, std::string_view b) {
  const size_t shared = StringModel::SharedPrefix(a, b);
  const size_t ending = static_cast<unsigned char>(a[0]) < 0x80 ? 3 : 6;
  const size_t longest = std::max(a.size(), b.size());
  return (shared >= 4 || shared == a.size()) && shared >= ending && longest - shared <= ending &&
         longest - shared < shared;
}

Characters::Characters(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = DecodeUtf8(text, at);
    points_.push_back(point.value);
    at += point.size;
  }
}

std::string Bytes(std::u32string_view characters) {
  std::string bytes;
  for (char32_t character : characters) AppendUtf8(character, bytes);
  return bytes;
}

}  // namespace broadsheet
