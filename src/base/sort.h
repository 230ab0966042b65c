#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>

#include "base/vector.h"

namespace broadsheet {

// Whether item `a` goes before item `b`; `context` is the caller's.
using ItemLess = bool (*)(const void* context, const void* a, const void* b);

// Sorts `count` items; those that tie stay in the order they had (merge sort). One copy of the code
// serves every type.
void SortItems(void* items, size_t count, const ItemType& type, ItemLess less, const void* context);

// Sorts a Vector or a std::vector stably by less(a, b).
template <typename Items, typename Less>
void SortBy(Items& items, const Less& less) {
  using T = typename Items::value_type;
  // A reference, since `less` may be a function.
  struct Context {
    const Less& less;
  };
  const Context context{less};
  SortItems(
      items.data(), items.size(), kItemType<T>,
      [](const void* opaque, const void* a, const void* b) {
        return static_cast<bool>(static_cast<const Context*>(opaque)->less(
            *static_cast<const T*>(a), *static_cast<const T*>(b)));
      },
      &context);
}

template <typename Items>
void Sort(Items& items) {
  SortBy(items, [](const auto& a, const auto& b) { return a < b; });
}

// Sorts and drops all but the first of equal items.
template <typename Items>
void SortUnique(Items& items) {
  Sort(items);
  size_t kept = 0;
  for (size_t i = 0; i < items.size(); ++i) {
    if (kept > 0 && items[i] == items[kept - 1]) continue;
    if (kept != i) items[kept] = std::move(items[i]);
    ++kept;
  }
  while (items.size() > kept) items.pop_back();
}

}  // namespace broadsheet
