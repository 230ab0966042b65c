#include "site/spelling.h"

#include <algorithm>

namespace broadsheet {
namespace {

char Lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

// Three rows of the table, kept so that they are not made for each pair of words.
struct Rows {
  std::vector<size_t> before;
  std::vector<size_t> last;
  std::vector<size_t> row;
};

// Edits from `a` to `b`, or any number above `limit` once that is passed.
size_t Edits(std::string_view a, std::string_view b, size_t limit, Rows& rows) {
  const size_t gap = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (gap > limit) return limit + 1;
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
  Rows rows;
  size_t limit = std::max<size_t>(word.size() / 4, 1);
  for (const std::string_view candidate : known) {
    const size_t edits = Edits(word, candidate, limit, rows);
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
