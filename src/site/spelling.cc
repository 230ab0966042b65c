#include "site/spelling.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace broadsheet {
namespace {

char Lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

// Counts the edits to a word of at most 64 bytes, all rows of a column of the table at once: a bit is a
// row, and says whether its number is one more (`more_`) or one less (`less_`) than that of the row above
// it (Hyyrö, "A Bit-Vector Algorithm for Computing Levenshtein and Damerau Edit Distances", 2003).
class ShortWord {
 public:
  static constexpr size_t kMostBytes = 64;

  explicit ShortWord(std::string_view word) : size_(word.size()) {
    for (size_t i = 0; i < word.size(); ++i) rows_[Byte(word[i])] |= uint64_t{1} << i;
  }

  // Of the edits to `other`, or any number above `limit` once that is passed.
  size_t Edits(std::string_view other, size_t limit) const {
    uint64_t more = ~uint64_t{0};
    uint64_t less = 0;
    uint64_t diagonal = 0;
    uint64_t rows_before = 0;
    size_t edits = size_;
    for (size_t i = 0; i < other.size(); ++i) {
      const uint64_t rows = rows_[Byte(other[i])];
      const uint64_t swapped = ((~diagonal & rows) << 1) & rows_before;
      diagonal = (((rows & more) + more) ^ more) | rows | less | swapped;
      const uint64_t right_more = less | ~(diagonal | more);
      const uint64_t right_less = diagonal & more;
      edits += right_more >> (size_ - 1) & 1;
      edits -= right_less >> (size_ - 1) & 1;
      if (edits > limit + (other.size() - i)) return limit + 1;
      more = (right_less << 1) | ~(diagonal | ((right_more << 1) | 1));
      less = ((right_more << 1) | 1) & diagonal;
      rows_before = rows;
    }
    return edits;
  }

 private:
  static uint8_t Byte(char c) { return static_cast<uint8_t>(Lower(c)); }

  size_t size_;
  std::array<uint64_t, 256> rows_ = {};  // for each byte, where the word has it
};

// Three rows of the table, kept so that they are not made for each pair of words.
struct Rows {
  std::vector<size_t> before;
  std::vector<size_t> last;
  std::vector<size_t> row;
};

// Edits from `a` to `b`, or any number above `limit` once that is passed.
size_t Edits(std::string_view a, std::string_view b, size_t limit, Rows& rows) {
  auto& [before, last, row] = rows;
  for (std::vector<size_t>* one : {&before, &last, &row}) one->resize(b.size() + 1);
  size_t least_before = 0;
  for (size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    size_t least = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      const bool same = Lower(a[i - 1]) == Lower(b[j - 1]);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1)});
      if (i > 1 && j > 1 && Lower(a[i - 1]) == Lower(b[j - 2]) &&
          Lower(a[i - 2]) == Lower(b[j - 1])) {
        row[j] = std::min(row[j], before[j - 2] + 1);
      }
      least = std::min(least, row[j]);
    }
    if (least > limit && least_before > limit) return limit + 1;
    least_before = least;
    before.swap(last);
    last.swap(row);
  }
  return last[b.size()];
}

}  // namespace

std::string_view Nearest(std::string_view word, const std::vector<std::string_view>& known) {
  std::string_view best;
  if (word.empty()) return best;
  Rows rows;
  const bool is_short = word.size() <= ShortWord::kMostBytes;
  const ShortWord own(is_short ? word : std::string_view());
  size_t limit = std::max<size_t>(word.size() / 4, 1);
  for (const std::string_view candidate : known) {
    const size_t gap =
        std::max(word.size(), candidate.size()) - std::min(word.size(), candidate.size());
    if (gap > limit) continue;
    const size_t edits =
        is_short ? own.Edits(candidate, limit) : Edits(word, candidate, limit, rows);
    if (edits > limit || (edits == limit && !best.empty())) continue;
    best = candidate;
    limit = edits;
  }
  return best;
}

std::string DidYouMean(std::string_view word, const std::vector<std::string_view>& known) {
  const std::string_view nearest = Nearest(word, known);
  return nearest.empty() ? std::string() : "; did you mean '" + std::string(nearest) + "'?";
}

}  // namespace broadsheet
