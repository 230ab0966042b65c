#pragma once

#include <cstdint>
#include <string_view>

#include "index/adaptive_bit.h"

namespace broadsheet {

// Reads what RangeEncoder wrote. Any bytes decode to something; reading far beyond the end, or a
// caller that meets an impossible value and calls Fail, makes ok() false for good, and from then on
// every bit is 0.
class RangeDecoder {
 public:
  static constexpr bool kWrites = false;

  // `bytes` must outlive the decoder.
  explicit RangeDecoder(std::string_view bytes) : bytes_(bytes) {
    for (int i = 0; i < 4; ++i) Shift();
  }

  int Bit(AdaptiveBit& model, int /*bit*/) {
    const int bit = Weighted(model.probability(), 0);
    model.Learn(bit);
    return bit;
  }

  int Weighted(uint32_t probability, int /*bit*/) {
    if (!ok_) return 0;
    const uint32_t middle =
        low_ + static_cast<uint32_t>((static_cast<uint64_t>(high_ - low_) * probability) >> 16);
    const int bit = code_ <= middle ? 1 : 0;
    if (bit != 0) {
      high_ = middle;
    } else {
      low_ = middle + 1;
    }
    while (((low_ ^ high_) >> 24) == 0) {
      low_ <<= 8;
      high_ = (high_ << 8) | 255;
      Shift();
    }
    return bit;
  }

  void Fail() { ok_ = false; }
  bool ok() const { return ok_; }

 private:
  // Zeros that the encoder dropped may be missing; a stream that goes on for long after its end is
  // damaged.
  static constexpr uint32_t kMaxOverrun = 64;

  void Shift() {
    uint8_t next = 0;
    if (position_ < bytes_.size()) {
      next = static_cast<uint8_t>(bytes_[position_]);
    } else if (++overrun_ > kMaxOverrun) {
      ok_ = false;
    }
    ++position_;
    code_ = (code_ << 8) | next;
  }

  std::string_view bytes_;
  size_t position_ = 0;
  uint32_t overrun_ = 0;
  uint32_t low_ = 0;
  uint32_t high_ = 0xffffffffu;
  uint32_t code_ = 0;
  bool ok_ = true;
};

}  // namespace broadsheet
