#pragma once

#include <cstdint>
#include <string>

#include "base/vector.h"
#include "index/number_model.h"
#include "index/root.h"
#include "index/string_model.h"
#include "index/term.h"

namespace broadsheet {

// Writes or reads the root's stream. Block positions are not written: blocks lie one after the other,
// in the terms file chunk words, chunk postings, heavy postings, prefixes, typo chunks; in the posts file row
// pages, dates, labels. `words` comes out knowing the root's words.
template <typename Coder>
class RootModel {
 public:
  RootModel(Coder& coder, Root& root, StringModel& words)
      : coder_(coder), root_(root), words_(words) {}

  void Code() {
    CodePosts();
    CodeBlocks(root_.heavy_terms, Shape::kListed);
    CodeBlocks(root_.chunks, Shape::kChunks);
    CodeBlocks(root_.prefixes, Shape::kPlain);
    for (BlockList& typos : root_.typos) CodeBlocks(typos, Shape::kPlain);
    CodePages();
    // Names change with the content: they must not teach `words`.
    StringModel names;
    for (Root::File& file : root_.files) {
      names.Code(coder_, file.name, 64);
      file.size = Size(file.size);
    }
    if constexpr (!Coder::kWrites) PlaceBlocks();
  }

  // Sets every block's beginning from the sizes.
  void PlaceBlocks() {
    uint64_t at = 0;
    PlaceAll(root_.chunks, &KeyedBlock::block, at);
    PlaceAll(root_.chunks, &KeyedBlock::postings, at);
    PlaceAll(root_.heavy_terms, &KeyedBlock::block, at);
    PlaceAll(root_.prefixes, &KeyedBlock::block, at);
    for (BlockList& typos : root_.typos) PlaceAll(typos, &KeyedBlock::block, at);
    at = 0;
    for (RowPage& page : root_.row_pages) Place(page.block, at);
    Place(root_.dates, at);
    Place(root_.labels, at);
  }

 private:
  static constexpr uint32_t kMaxEntries = 1u << 22;

  static void Place(Block& block, uint64_t& at) {
    block.begin = at;
    at += block.size;
  }

  static void PlaceAll(BlockList& list, Block KeyedBlock::*block, uint64_t& at) {
    for (KeyedBlock& entry : list) Place(entry.*block, at);
  }

  uint64_t Size(uint64_t size) {
    const uint32_t high = large_.Code(coder_, static_cast<uint32_t>(size >> 32));
    return uint64_t{high} << 32 | large_.Code(coder_, static_cast<uint32_t>(size));
  }

  // The number of a list's entries; resizes the list when reading.
  template <typename T>
  void CodeCount(Vector<T>& list, uint32_t limit = kMaxEntries) {
    const uint32_t count = large_.Code(coder_, static_cast<uint32_t>(list.size()));
    if constexpr (!Coder::kWrites) {
      if (count > limit) return coder_.Fail();
      list.clear();
      expected_ = count;
    }
  }

  // Visits the entries; when reading, adds one at a time so that a lie about their number costs
  // nothing.
  template <typename T, typename Visit>
  void ForEach(Vector<T>& list, uint32_t limit, Visit visit) {
    CodeCount(list, limit);
    if constexpr (Coder::kWrites) {
      for (T& entry : list) visit(entry);
    } else {
      for (uint32_t left = coder_.ok() ? expected_ : 0; left > 0 && coder_.ok(); --left) {
        visit(list.emplace_back());
      }
    }
  }

  void CodePosts() {
    root_.word_count = Size(root_.word_count);
    ForEach(root_.languages, kMaxLanguages,
            [&](std::string& tag) { words_.Code(coder_, tag, 64); });
    uint32_t before = 0;
    ForEach(root_.post_languages, kMaxPosts, [&](uint8_t& language) {
      before = language_[before != 0].Code(coder_, language);
      language = static_cast<uint8_t>(before);
      if (language >= root_.languages.size()) coder_.Fail();
    });
    root_.post_count = static_cast<uint32_t>(root_.post_languages.size());
    root_.post_lengths.resize(root_.post_count);
    for (uint8_t& length : root_.post_lengths) {
      length = static_cast<uint8_t>(lengths_.Code(coder_, length));
    }
  }

  void CodeSize(NumberModel& model, Block& block) { block.size = model.Code(coder_, block.size); }

  enum class Shape : uint8_t { kPlain, kListed, kChunks };

  void CodeBlocks(BlockList& list, Shape shape) {
    std::string previous;
    NumberModel sizes;
    NumberModel posting_sizes;
    ForEach(list, kMaxEntries, [&](KeyedBlock& entry) {
      words_.CodeNext(coder_, previous, entry.key, kMaxKeyBytes);
      CodeSize(sizes, entry.block);
      previous = entry.key;
      if (shape == Shape::kChunks) CodeSize(posting_sizes, entry.postings);
      if (shape != Shape::kListed) return;
      const uint32_t zigzag =
          static_cast<uint32_t>(entry.to_class) << 1 ^ static_cast<uint32_t>(entry.to_class >> 31);
      const uint32_t read = to_class_.Code(coder_, zigzag);
      entry.to_class = static_cast<int32_t>(read >> 1 ^ (~(read & 1) + 1));
    });
  }

  void CodePages() {
    NumberModel sizes;
    NumberModel posts;
    uint32_t next = 0;
    ForEach(root_.row_pages, kMaxEntries, [&](RowPage& page) {
      page.first_post = next + posts.Code(coder_, page.first_post - next);
      next = page.first_post;
      CodeSize(sizes, page.block);
    });
    CodeSize(large_, root_.dates);
    CodeSize(large_, root_.labels);
  }

  Coder& coder_;
  Root& root_;
  StringModel& words_;
  uint32_t expected_ = 0;
  NumberModel large_;
  NumberModel to_class_;
  std::array<NumberModel, 2> language_;
  SymbolModel<256> lengths_;
};

}  // namespace broadsheet
