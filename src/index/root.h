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

// Some neighbouring terms of the dictionary: their words, and the postings of those that are light.
struct TermChunk {
  std::string first_key;
  Block terms;
  Block postings;
};

// A term, or every term with a prefix, whose postings have a block of their own.
struct ListedTerm {
  std::string key;
  Block block;
  // Of a heavy form whose class is heavy too: how many places after it that is listed. Else 0.
  int32_t to_class = 0;
};

// Some neighbouring words of a typo dictionary.
struct TypoChunk {
  std::string first_key;
  Block block;
};
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
  Vector<ListedTerm> heavy_terms;  // sorted by key
  Vector<ListedTerm> prefixes;     // sorted by key
  Vector<TermChunk> chunks;        // sorted by first key
  std::array<Vector<TypoChunk>, kTypoDictionaries> typos;
  Vector<RowPage> row_pages;
  Block dates;
  Block labels;
  std::array<File, kIndexFileCount> files;
};

// Lengths in eighths of a power of two: a byte a post. Exact up to 16.
uint8_t LengthCode(uint32_t length);
uint32_t LengthOfCode(uint8_t code);

}  // namespace broadsheet
