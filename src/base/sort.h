#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace broadsheet {

// Whether item `a` goes before item `b`; `context` is the caller's.
using IndexLess = bool (*)(const void* context, uint32_t a, uint32_t b);

// The order in which `count` items stand when sorted, items that tie in the order they had (merge
// sort). One copy of the code serves every type, which is worth kilobytes in a module.
std::vector<uint32_t> SortedOrder(size_t count, IndexLess less, const void* context);

// Sorts `items` stably by less(a, b).
template <typename T, typename Less>
void SortBy(std::vector<T>& items, const Less& less) {
  struct Context {
    const std::vector<T>& items;
    const Less& less;
  };
  const Context context{items, less};
  const std::vector<uint32_t> order = SortedOrder(
      items.size(),
      [](const void* opaque, uint32_t a, uint32_t b) {
        const Context& own = *static_cast<const Context*>(opaque);
        return static_cast<bool>(own.less(own.items[a], own.items[b]));
      },
      &context);
  std::vector<T> sorted;
  sorted.reserve(items.size());
  for (uint32_t from : order) sorted.push_back(std::move(items[from]));
  items = std::move(sorted);
}

template <typename T>
void Sort(std::vector<T>& items) {
  SortBy(items, [](const T& a, const T& b) { return a < b; });
}

// Sorts and drops all but the first of equal items.
template <typename T>
void SortUnique(std::vector<T>& items) {
  Sort(items);
  size_t kept = 0;
  for (size_t i = 0; i < items.size(); ++i) {
    if (kept > 0 && items[i] == items[kept - 1]) continue;
    if (kept != i) items[kept] = std::move(items[i]);
    ++kept;
  }
  items.erase(items.begin() + static_cast<ptrdiff_t>(kept), items.end());
}

}  // namespace broadsheet
