#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/vector.h"
#include "index/number_model.h"

namespace broadsheet {

// Learns text: each byte is foretold from the one and the two before it. A model that has read the
// root's word lists is a good start for every block of words, so blocks begin with a copy of it.
class StringModel {
 public:
  StringModel() : near_(256 * 256), far_(kFarSize) {}

  // Writes `text` (without zero bytes), or reads into it; at most `limit` bytes.
  template <typename Coder>
  void Code(Coder& coder, std::string& text, size_t limit) {
    CodeTail(coder, text, 0, limit);
  }

  // The same for the next string of a sorted list: what it shares with `previous` is only counted.
  template <typename Coder>
  void CodeNext(Coder& coder, std::string_view previous, std::string& text, size_t limit) {
    uint32_t shared = 0;
    if constexpr (Coder::kWrites) shared = SharedPrefix(previous, text);
    shared = shared_.Code(coder, shared);
    if constexpr (!Coder::kWrites) {
      if (shared > previous.size()) return coder.Fail();
      text.assign(previous.substr(0, shared));
    }
    CodeTail(coder, text, shared, limit);
  }

  static uint32_t SharedPrefix(std::string_view a, std::string_view b) {
    uint32_t shared = 0;
    while (shared < a.size() && shared < b.size() && a[shared] == b[shared]) ++shared;
    return shared;
  }

 private:
  static constexpr uint32_t kFarSize = 1 << 16;

  template <typename Coder>
  void CodeTail(Coder& coder, std::string& text, size_t from, size_t limit) {
    uint8_t last = from >= 1 ? static_cast<uint8_t>(text[from - 1]) : 0;
    uint8_t before = from >= 2 ? static_cast<uint8_t>(text[from - 2]) : 0;
    for (size_t i = from;; ++i) {
      const uint8_t given = Coder::kWrites && i < text.size() ? static_cast<uint8_t>(text[i]) : 0;
      const uint8_t byte = CodeByte(coder, before, last, given);
      if (byte == 0) return;
      if constexpr (!Coder::kWrites) {
        if (i >= limit || !coder.ok()) return coder.Fail();
        text.push_back(static_cast<char>(byte));
      }
      before = last;
      last = byte;
    }
  }

  template <typename Coder>
  uint8_t CodeByte(Coder& coder, uint8_t before, uint8_t last, uint8_t given) {
    const uint32_t near_base = uint32_t{last} << 8;
    const uint32_t far_base = (uint32_t{before} * 0x9e35u ^ uint32_t{last} * 0x85ebu) << 3;
    uint32_t node = 1;
    for (int i = 7; i >= 0; --i) {
      AdaptiveBit& near = near_[near_base | node];
      AdaptiveBit& far = far_[(far_base + node * 0x2c5u) & (kFarSize - 1)];
      // The longer context counts for more the more often it was seen.
      const uint32_t weight = far.seen() < 24 ? 3 * far.seen() : 72;
      const uint32_t chance = (near.probability() * 4 + far.probability() * weight) / (4 + weight);
      const int bit = coder.Weighted(chance, (given >> i) & 1);
      near.Learn(bit);
      far.Learn(bit);
      node = node << 1 | static_cast<uint32_t>(bit);
    }
    return static_cast<uint8_t>(node);
  }

  Vector<AdaptiveBit> near_;
  Vector<AdaptiveBit> far_;
  NumberModel shared_;
};

}  // namespace broadsheet
