#include <algorithm>

#include "index/root.h"

namespace broadsheet {

size_t CountUpTo(const BlockList& list, std::string_view key) {
  const auto after = std::upper_bound(
      list.begin(), list.end(), key,
      [](std::string_view wanted, const KeyedBlock& entry) { return wanted < entry.key; });
  return static_cast<size_t>(after - list.begin());
}

const KeyedBlock* FindKey(const BlockList& list, std::string_view key) {
  const size_t count = CountUpTo(list, key);
  return count > 0 && list[count - 1].key == key ? &list[count - 1] : nullptr;
}

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
