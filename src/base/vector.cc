#include "base/vector.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>

namespace broadsheet {
namespace {

constexpr size_t kLeastCapacity = 4;

}  // namespace

void MoveItems(void* to, void* from, size_t count, const ItemType& type) {
  const size_t size = count * type.size;
  if (type.move == nullptr) {
    if (size > 0) std::memcpy(to, from, size);
    return;
  }
  for (size_t at = 0; at < size; at += type.size) {
    type.move(static_cast<char*>(to) + at, static_cast<char*>(from) + at);
  }
}

void* VectorItems::Append(const ItemType& type) {
  if (size_ == capacity_) Reserve(std::max(kLeastCapacity, 2 * capacity_), type);
  return data_ + size_++ * type.size;
}

void VectorItems::AppendCopies(const void* from, size_t count, const ItemType& type,
                               void (*copy)(void* to, const void* from)) {
  if (count == 0) return;
  Reserve(size_ + count, type);
  const char* source = static_cast<const char*>(from);
  if (copy == nullptr) {
    std::memcpy(data_ + size_ * type.size, source, count * type.size);
    size_ += count;
    return;
  }
  for (; count > 0; --count, source += type.size) copy(data_ + size_++ * type.size, source);
}

void VectorItems::Reserve(size_t capacity, const ItemType& type) {
  if (capacity <= capacity_) return;
  if (capacity > PTRDIFF_MAX / type.size) std::abort();
  char* data = static_cast<char*>(::operator new(capacity* type.size));
  MoveItems(data, data_, size_, type);
  ::operator delete(data_);
  data_ = data;
  capacity_ = capacity;
}

void VectorItems::Resize(size_t size, const ItemType& type, void (*make)(void* item)) {
  if (size <= size_) return Truncate(size, type);
  Reserve(size, type);
  if (make == nullptr) {
    std::memset(data_ + size_ * type.size, 0, (size - size_) * type.size);
    size_ = size;
  }
  while (size_ < size) make(data_ + size_++ * type.size);
}

void VectorItems::Truncate(size_t size, const ItemType& type) {
  if (type.destroy == nullptr) size_ = size;
  while (size_ > size) type.destroy(data_ + --size_ * type.size);
}

void VectorItems::Free(const ItemType& type) {
  Truncate(0, type);
  ::operator delete(data_);
}

}  // namespace broadsheet
