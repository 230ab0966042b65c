#include "markdown/arena.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>

#include "node.h"

namespace broadsheet {
namespace {

constexpr size_t kAlignment = 8;
constexpr size_t kSmallestChunk = 16 * 1024;

constexpr size_t Align(size_t size_bytes) {
  return (size_bytes + kAlignment - 1) & ~(kAlignment - 1);
}

#ifdef __STDCPP_THREADS__
thread_local
#endif
    Arena* current = nullptr;

void* Calloc(size_t count, size_t size_bytes) { return current->Allocate(count * size_bytes); }
void* Realloc(void* block, size_t size_bytes) { return current->Reallocate(block, size_bytes); }
void Free(void*) {}

cmark_mem arena_memory = {Calloc, Realloc, Free};

}  // namespace

struct Arena::Chunk {
  Chunk* previous;
  size_t size_bytes;
};

Arena::Arena(size_t expected_bytes) { AddChunk(expected_bytes); }

Arena::~Arena() {
  while (chunks_ != nullptr) {
    Chunk* const previous = chunks_->previous;
    std::free(chunks_);
    chunks_ = previous;
  }
}

void Arena::AddChunk(size_t size_bytes) {
  const size_t last = chunks_ == nullptr ? 0 : chunks_->size_bytes;
  const size_t size = std::max({size_bytes, kSmallestChunk, last * 2});
  auto* const chunk = static_cast<Chunk*>(std::malloc(sizeof(Chunk) + size));
  if (chunk == nullptr) std::abort();
  chunk->previous = chunks_;
  chunk->size_bytes = size;
  chunks_ = chunk;
  next_ = reinterpret_cast<char*>(chunk + 1);
  end_ = next_ + size;
}

char* Arena::Take(size_t size_bytes) {
  const size_t size = Align(size_bytes);
  if (size > static_cast<size_t>(end_ - next_)) AddChunk(size);
  char* const block = next_;
  next_ += size;
  used_bytes_ += size;
  return block;
}

void* Arena::Allocate(size_t size_bytes) {
  char* const block = Take(size_bytes);
  if (size_bytes == sizeof(cmark_node)) {
    std::memset(block, 0, sizeof(cmark_node));  // of a known size: no call
  } else {
    std::memset(block, 0, size_bytes);
  }
  return block;
}

void* Arena::Reallocate(void* block, size_t size_bytes) {
  char* const old = static_cast<char*>(block);
  size_t old_size = 0;
  if (old != nullptr) {
    std::memcpy(&old_size, old - kAlignment, sizeof(old_size));
    if (size_bytes <= old_size) return old;
    // The last block grows where it is.
    const size_t more = Align(size_bytes) - Align(old_size);
    if (old + Align(old_size) == next_ && more <= static_cast<size_t>(end_ - next_)) {
      next_ += more;
      used_bytes_ += more;
      std::memcpy(old - kAlignment, &size_bytes, sizeof(size_bytes));
      return old;
    }
  }
  char* const grown = Take(kAlignment + size_bytes) + kAlignment;
  std::memcpy(grown - kAlignment, &size_bytes, sizeof(size_bytes));
  if (old != nullptr) std::memcpy(grown, old, old_size);
  return grown;
}

std::string_view Arena::Copy(std::string_view text) {
  char* const copy = Take(text.size() + 1);
  if (!text.empty()) std::memcpy(copy, text.data(), text.size());
  copy[text.size()] = '\0';
  return {copy, text.size()};
}

ArenaScope::ArenaScope(Arena& arena) : outer_(current) { current = &arena; }
ArenaScope::~ArenaScope() { current = outer_; }
cmark_mem* ArenaScope::memory() { return &arena_memory; }

}  // namespace broadsheet
