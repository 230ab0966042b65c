#pragma once

#include <cstddef>
#include <string_view>

struct cmark_mem;

namespace broadsheet {

// Memory of one document: blocks are never freed singly, all go in one stroke with the arena.
class Arena {
 public:
  // `expected_bytes` sizes the first chunk.
  explicit Arena(size_t expected_bytes);
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;
  ~Arena();

  // Zeroed, aligned for any node. Never null: running out of memory ends the program.
  void* Allocate(size_t size_bytes);
  // As realloc, for blocks that came from Reallocate alone (these carry their size).
  void* Reallocate(void* block, size_t size_bytes);
  // `text` with a NUL behind it, living as long as the arena.
  std::string_view Copy(std::string_view text);
  // Room for `size_bytes`, not zeroed.
  char* Take(size_t size_bytes);
  size_t used_bytes() const { return used_bytes_; }

 private:
  struct Chunk;
  void AddChunk(size_t size_bytes);

  Chunk* chunks_ = nullptr;
  char* next_ = nullptr;
  char* end_ = nullptr;
  size_t used_bytes_ = 0;
};

// While it lives, cmark's calls on this thread take their memory from `arena`.
class ArenaScope {
 public:
  explicit ArenaScope(Arena& arena);
  ArenaScope(const ArenaScope&) = delete;
  ArenaScope& operator=(const ArenaScope&) = delete;
  ~ArenaScope();

  static cmark_mem* memory();

 private:
  Arena* outer_;
};

}  // namespace broadsheet
