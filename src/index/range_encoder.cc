#include "index/range_encoder.h"

#include <utility>

namespace broadsheet {

std::string RangeEncoder::Finish() {
  // The shortest run of bytes that lies between low and high when zeros follow it.
  for (int shift = 32; shift >= 0 && low_ != 0; shift -= 8) {
    if (shift == 32) continue;
    const uint64_t unit = uint64_t{1} << shift;
    const uint64_t value = (low_ + unit - 1) / unit * unit;
    if (value > high_) continue;
    for (int at = 24; at >= shift; at -= 8) bytes_.push_back(static_cast<char>(value >> at));
    break;
  }
  low_ = 0;
  high_ = 0xffffffffu;
  while (!bytes_.empty() && bytes_.back() == '\0') bytes_.pop_back();
  return std::move(bytes_);
}

}  // namespace broadsheet
