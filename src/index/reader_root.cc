#include "index/root.h"

namespace broadsheet {

uint8_t LengthCode(uint32_t length) {
  uint32_t exponent = 0;
  while ((length >> exponent) >= 16) ++exponent;
  return exponent == 0 ? static_cast<uint8_t>(length)
                       : static_cast<uint8_t>(8 * exponent + (length >> exponent));
}

uint32_t LengthOfCode(uint8_t code) {
  if (code < 16) return code;
  const uint32_t exponent = (code - 8u) / 8u;
  const uint32_t mantissa = code - 8u * exponent;
  const uint64_t middle = (uint64_t{mantissa} << exponent) + (uint64_t{1} << exponent) / 2;
  return middle > 0xffffffffu ? 0xffffffffu : static_cast<uint32_t>(middle);
}

}  // namespace broadsheet
