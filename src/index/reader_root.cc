#include "index/root.h"

namespace broadsheet {

uint8_t LengthCode(uint32_t length) {
  uint32_t exponent = 0;
  while ((length >> exponent) >= 8) ++exponent;
  return exponent == 0 ? static_cast<uint8_t>(length)
                       : static_cast<uint8_t>(4 * exponent + (length >> exponent));
}

uint32_t LengthOfCode(uint8_t code) {
  if (code < 8) return code;
  const uint32_t exponent = (code - 4u) / 4u;
  const uint32_t mantissa = code - 4u * exponent;
  const uint64_t middle = (uint64_t{mantissa} << exponent) + (uint64_t{1} << exponent) / 2;
  return middle > 0xffffffffu ? 0xffffffffu : static_cast<uint32_t>(middle);
}

}  // namespace broadsheet
