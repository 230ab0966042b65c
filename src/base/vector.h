#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <new>
#include <type_traits>
#include <utility>

namespace broadsheet {

// What code that does not know the type of some items must know of them. A null `move` or `copy` says
// that their bytes may be copied, a null `make` that they begin as zeros, a null `destroy` nothing.
struct ItemType {
  size_t size;
  void (*move)(void* to, void* from);  // ends `from`
  void (*destroy)(void* item);
};

// Whether an item may be moved by copying its bytes and forgetting the old ones. In libc++ nothing that
// we keep in Vectors points into itself (its functions and maps would); in libstdc++ strings do.
template <typename T>
#ifdef _LIBCPP_VERSION
inline constexpr bool kMovesByBytes = true;
#else
inline constexpr bool kMovesByBytes = std::is_trivially_copyable_v<T>;
#endif

template <typename T>
inline constexpr ItemType kItemType = {
    sizeof(T),
    kMovesByBytes<T> ? nullptr
                                    : +[](void* to, void* from) {
                                        ::new (to) T(std::move(*static_cast<T*>(from)));
                                        std::destroy_at(static_cast<T*>(from));
                                      },
    std::is_trivially_destructible_v<T>
        ? nullptr
        : +[](void* item) { std::destroy_at(static_cast<T*>(item)); }};

// Moves `count` items into room that holds none.
void MoveItems(void* to, void* from, size_t count, const ItemType& type);

// The items of a Vector without their type. The caller ends them (Free).
class VectorItems {
 public:
  char* data() const { return data_; }
  size_t size() const { return size_; }

  // The place of one more item behind the last, for the caller to fill at once.
  void* Append(const ItemType& type);
  void AppendCopies(const void* from, size_t count, const ItemType& type,
                    void (*copy)(void* to, const void* from));
  void Reserve(size_t capacity, const ItemType& type);
  void Resize(size_t size, const ItemType& type, void (*make)(void* item));
  void Truncate(size_t size, const ItemType& type);
  void Free(const ItemType& type);

 private:
  char* data_ = nullptr;
  size_t size_ = 0;
  size_t capacity_ = 0;
};

// A std::vector, with those of its members that we use, whose code is compiled once for all types:
// it makes search.wasm an eighth smaller. Iterators are pointers.
template <typename T>
class Vector {
 public:
  using value_type = T;
  using iterator = T*;
  using const_iterator = const T*;

  Vector() = default;
  explicit Vector(size_t size) { resize(size); }
  Vector(size_t size, const T& value) { assign(size, value); }
  Vector(std::initializer_list<T> items) { AppendCopies(items.begin(), items.size()); }
  Vector(const T* first, const T* last) { AppendCopies(first, static_cast<size_t>(last - first)); }
  Vector(const Vector& other) { AppendCopies(other.data(), other.size()); }
  Vector(Vector&& other) noexcept : items_(std::exchange(other.items_, VectorItems())) {}
  Vector& operator=(Vector other) noexcept {
    swap(other);
    return *this;
  }
  ~Vector() {
    static_assert(alignof(T) <= __STDCPP_DEFAULT_NEW_ALIGNMENT__);
    items_.Free(kItemType<T>);
  }

  T* data() { return reinterpret_cast<T*>(items_.data()); }
  const T* data() const { return reinterpret_cast<const T*>(items_.data()); }
  size_t size() const { return items_.size(); }
  bool empty() const { return size() == 0; }
  T* begin() { return data(); }
  T* end() { return data() + size(); }
  const T* begin() const { return data(); }
  const T* end() const { return data() + size(); }
  T& operator[](size_t place) { return data()[place]; }
  const T& operator[](size_t place) const { return data()[place]; }
  T& front() { return data()[0]; }
  const T& front() const { return data()[0]; }
  T& back() { return end()[-1]; }
  const T& back() const { return end()[-1]; }

  void reserve(size_t capacity) { items_.Reserve(capacity, kItemType<T>); }
  void resize(size_t size) {
    if constexpr (std::is_trivially_default_constructible_v<T>) {
      items_.Resize(size, kItemType<T>, nullptr);
    } else {
      items_.Resize(size, kItemType<T>, [](void* item) { ::new (item) T(); });
    }
  }
  void assign(size_t size, const T& value) {
    clear();
    reserve(size);
    while (this->size() < size) push_back(value);
  }
  void clear() { items_.Truncate(0, kItemType<T>); }
  void push_back(T item) { ::new (items_.Append(kItemType<T>)) T(std::move(item)); }
  T& emplace_back() { return *::new (items_.Append(kItemType<T>)) T(); }
  template <typename... Arguments>
  T& emplace_back(Arguments&&... arguments) {
    push_back(T(std::forward<Arguments>(arguments)...));
    return back();
  }
  void pop_back() { items_.Truncate(size() - 1, kItemType<T>); }
  void swap(Vector& other) { std::swap(items_, other.items_); }

  friend bool operator==(const Vector& a, const Vector& b) {
    if (a.size() != b.size()) return false;
    for (size_t i = 0; i < a.size(); ++i) {
      if (!(a[i] == b[i])) return false;
    }
    return true;
  }

 private:
  void AppendCopies(const T* from, size_t count) {
    if constexpr (std::is_trivially_copyable_v<T>) {
      items_.AppendCopies(from, count, kItemType<T>, nullptr);
    } else {
      items_.AppendCopies(from, count, kItemType<T>, [](void* to, const void* item) {
        ::new (to) T(*static_cast<const T*>(item));
      });
    }
  }

  VectorItems items_;
};

}  // namespace broadsheet
