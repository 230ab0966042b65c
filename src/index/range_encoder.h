#pragma once

#include <cstdint>
#include <string>

#include "index/adaptive_bit.h"

namespace broadsheet {

// Writes bits at the cost that their probability makes them worth (binary arithmetic coding, carryless
// as in Mahoney's lpaq). RangeDecoder has the same calls, so that one template describes a format in
// both directions: `value = coder.Bit(model, value)` writes or reads.
class RangeEncoder {
 public:
  static constexpr bool kWrites = true;

  int Bit(AdaptiveBit& model, int bit) {
    Weighted(model.probability(), bit);
    model.Learn(bit);
    return bit;
  }

  // A bit whose chance of being 1 is probability/65536, in 1 … 65535.
  int Weighted(uint32_t probability, int bit) {
    const uint32_t middle =
        low_ + static_cast<uint32_t>((static_cast<uint64_t>(high_ - low_) * probability) >> 16);
    if (bit != 0) {
      high_ = middle;
    } else {
      low_ = middle + 1;
    }
    while (((low_ ^ high_) >> 24) == 0) {
      bytes_.push_back(static_cast<char>(high_ >> 24));
      low_ <<= 8;
      high_ = (high_ << 8) | 255;
    }
    return bit;
  }

  void Fail() {}
  bool ok() const { return true; }

  // Ends the stream and yields it; what follows the last byte reads as zeros.
  std::string Finish();

 private:
  uint32_t low_ = 0;
  uint32_t high_ = 0xffffffffu;
  std::string bytes_;
};

}  // namespace broadsheet
