#include "base/sort.h"

#include <algorithm>
#include <numeric>

namespace broadsheet {
namespace {

// The place of each item of the sorted order.
Vector<size_t> SortedPlaces(const char* items, size_t count, size_t size, ItemLess less,
                            const void* context) {
  Vector<size_t> order(count);
  std::iota(order.begin(), order.end(), 0);
  Vector<size_t> merged(count);
  for (size_t width = 1; width < count; width *= 2) {
    for (size_t begin = 0; begin < count; begin += 2 * width) {
      const size_t middle = std::min(begin + width, count);
      const size_t end = std::min(middle + width, count);
      size_t left = begin;
      size_t right = middle;
      for (size_t out = begin; out < end; ++out) {
        const bool take_right =
            left == middle ||
            (right < end && less(context, items + order[right] * size, items + order[left] * size));
        merged[out] = order[take_right ? right++ : left++];
      }
    }
    order.swap(merged);
  }
  return order;
}

}  // namespace

void SortItems(void* items, size_t count, const ItemType& type, ItemLess less,
               const void* context) {
  if (count < 2) return;
  const size_t size = type.size;
  char* const from = static_cast<char*>(items);
  const Vector<size_t> order = SortedPlaces(from, count, size, less, context);
  char* const sorted = static_cast<char*>(::operator new(count* size));
  for (size_t i = 0; i < count; ++i) MoveItems(sorted + i * size, from + order[i] * size, 1, type);
  MoveItems(items, sorted, count, type);
  ::operator delete(sorted);
}

}  // namespace broadsheet
