// The heap of search.wasm, in place of a general one, which is many times its size. Blocks come in
// few sizes, and a freed one waits for the next of its size: searching asks for the same again and
// again. Nothing is given back to the browser before the worker ends.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <new>

extern "C" char __heap_base;  // NOLINT: the linker's

namespace broadsheet {
namespace {

constexpr size_t kPage = 65536;
constexpr size_t kLeastGrowth = 16 * kPage;
constexpr size_t kLeastBlock = 40;
constexpr uint32_t kClasses = 4 * 30;

// What stands before each block.
struct alignas(8) Header {
  uint32_t size_class;
  Header* next;  // while it waits
};

Header* waiting[kClasses];
uintptr_t top = 0;

// Four sizes for each power of two: 40, 48, 56, 64, 80, 96, …
uint32_t ClassOf(size_t size) {
  const uint32_t last = static_cast<uint32_t>(size - 1);
  const auto shift = static_cast<uint32_t>(29 - __builtin_clz(last));
  return 4 * shift + (last >> shift) - 4;
}

size_t SizeOf(uint32_t size_class) { return size_t{5 + size_class % 4} << (size_class / 4); }

// New memory behind all that was used.
Header* Take(uint32_t size_class) {
  if (top == 0) top = reinterpret_cast<uintptr_t>(&__heap_base);
  const size_t size = SizeOf(size_class);
  const size_t left = __builtin_wasm_memory_size(0) * kPage - top;
  if (size > left && __builtin_wasm_memory_grow(0, (size + kLeastGrowth) / kPage) == SIZE_MAX) {
    __builtin_trap();
  }
  Header* const block = reinterpret_cast<Header*>(top);
  block->size_class = size_class;
  top += size;
  return block;
}

}  // namespace
}  // namespace broadsheet

void* operator new(size_t size) {
  using namespace broadsheet;
  if (size > PTRDIFF_MAX / 2) __builtin_trap();
  const uint32_t size_class = ClassOf(std::max(size + sizeof(Header), kLeastBlock));
  Header* block = waiting[size_class];
  if (block == nullptr) {
    block = Take(size_class);
  } else {
    waiting[size_class] = block->next;
  }
  return block + 1;
}

void operator delete(void* place) noexcept {
  using namespace broadsheet;
  if (place == nullptr) return;
  Header* const block = static_cast<Header*>(place) - 1;
  block->next = waiting[block->size_class];
  waiting[block->size_class] = block;
}

void operator delete(void* place, size_t /*size*/) noexcept { operator delete(place); }
