#pragma once

#include <array>
#include <cstdint>

namespace broadsheet {

namespace internal {
constexpr std::array<uint16_t, 128> MakeRates() {
  std::array<uint16_t, 128> rates{};
  for (uint32_t n = 0; n < 128; ++n) rates[n] = static_cast<uint16_t>(131072 / (2 * n + 3));
  return rates;
}
inline constexpr std::array<uint16_t, 128> kRates = MakeRates();
}  // namespace internal

// The chance that the next bit is 1, learned from the bits seen so far: a 16-bit probability and the
// count of bits seen, which makes it settle. Integers only, so that every machine learns the same.
class AdaptiveBit {
 public:
  uint32_t probability() const { return probability_; }  // of a 1, in 1/65536; 32 … 65504
  uint32_t seen() const { return seen_; }

  void Learn(int bit, uint32_t patience = 127) {
    const int32_t target = bit != 0 ? 65504 : 32;
    const int32_t distance = target - static_cast<int32_t>(probability_);
    const int32_t step = distance * static_cast<int32_t>(internal::kRates[seen_] / 2) / 32768;
    probability_ = static_cast<uint16_t>(static_cast<int32_t>(probability_) + step);
    if (seen_ < patience) ++seen_;
  }

 private:
  uint16_t probability_ = 32768;
  uint16_t seen_ = 0;
};

}  // namespace broadsheet
