#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/vector.h"

namespace broadsheet {

inline constexpr std::string_view kRootMagic = "BSIX";
inline constexpr uint8_t kFormatVersion = 3;
inline constexpr uint32_t kMaxPosts = 1u << 22;
inline constexpr uint32_t kMaxLanguages = 64;

// The files beside the root, in the order in which the root names them.
enum IndexFileKind : uint8_t { kTermsFile, kPositionsFile, kPostsFile };
inline constexpr size_t kIndexFileCount = 3;

// A block is a CRC-32 and what it covers; its size counts both.
inline constexpr uint32_t kBlockHeader = 4;
struct Block {
  uint64_t begin = 0;
  uint32_t size = 0;
};

// Where a part of the dictionary lies: a term of its own under its key, or neighbouring ones under that of
// the first.
struct KeyedBlock {
  std::string key;
  Block block;
  // Of a chunk of terms, whose words are in `block`: the postings of those that are light.
  Block postings;
  // Of a heavy form whose class is heavy too: how many places after it that is listed. Else 0.
  int32_t to_class = 0;
};

// Sorted by key.
using BlockList = Vector<KeyedBlock>;

// How many of a list have `key` or one before it.
size_t CountUpTo(const BlockList& list, std::string_view key);
// The entry with this very key; null without one.
const KeyedBlock* FindKey(const BlockList& list, std::string_view key);

inline constexpr size_t kTypoDictionaries = 2;

// The rows of some neighbouring posts.
struct RowPage {
  uint32_t first_post = 0;
  Block block;
};

// What is read before anything else: how large the index is, and where each block lies.
struct Root {
  struct File {
    std::string name;  // empty: its bytes follow the root's own
    uint64_t size = 0;
  };

  uint32_t post_count = 0;
  uint64_t word_count = 0;         // sum of the posts' lengths
  Vector<std::string> languages;   // by first bytes; at most kMaxLanguages
  Vector<uint8_t> post_languages;  // index into `languages`
  Vector<uint8_t> post_lengths;    // LengthCode of each post's number of words
  BlockList heavy_terms;           // their postings
  BlockList prefixes;              // the postings of every term that begins so
  BlockList chunks;
  std::array<BlockList, kTypoDictionaries> typos;
  Vector<RowPage> row_pages;
  Block dates;
  Block labels;
  std::array<File, kIndexFileCount> files;
};

// Lengths in quarters of a power of two. Exact up to 8.
uint8_t LengthCode(uint32_t length);
uint32_t LengthOfCode(uint8_t code);

}  // namespace broadsheet
