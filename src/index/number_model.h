#pragma once

#include <array>
#include <cstdint>

#include "index/adaptive_bit.h"

namespace broadsheet {

// Learns the sizes of one kind of number. A number is written as its bit length (unary, each step a
// learned bit), then its bits below the leading one: the first two learned, the others as they are.
class NumberModel {
 public:
  // Writes `value`, or reads a number and returns it.
  template <typename Coder>
  uint32_t Code(Coder& coder, uint32_t value) {
    const uint64_t shifted = uint64_t{value} + 1;
    uint32_t length = 0;
    while (length < 32 && coder.Bit(length_[length], (shifted >> (length + 1)) != 0 ? 1 : 0) != 0) {
      ++length;
    }
    uint64_t result = 1;
    uint32_t node = 1;
    for (uint32_t i = length; i-- > 0;) {
      const int bit = static_cast<int>((shifted >> i) & 1);
      const int coded =
          node < 4 ? coder.Bit(mantissa_[length][node], bit) : coder.Weighted(32768, bit);
      result = result << 1 | static_cast<uint64_t>(coded);
      if (node < 4) node = node << 1 | static_cast<uint32_t>(coded);
    }
    return static_cast<uint32_t>(result - 1);
  }

 private:
  std::array<AdaptiveBit, 32> length_;
  std::array<std::array<AdaptiveBit, 4>, 33> mantissa_;
};

// Learns how often each of Size (a power of two) symbols occurs.
template <uint32_t Size>
class SymbolModel {
 public:
  template <typename Coder>
  uint32_t Code(Coder& coder, uint32_t symbol) {
    uint32_t node = 1;
    for (uint32_t half = Size / 2; half > 0; half /= 2) {
      node = node << 1 | static_cast<uint32_t>(coder.Bit(nodes_[node], (symbol & half) != 0));
    }
    return node - Size;
  }

 private:
  std::array<AdaptiveBit, Size> nodes_;
};

}  // namespace broadsheet
