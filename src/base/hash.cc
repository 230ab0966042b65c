#include "base/hash.h"

namespace broadsheet {
uint64_t Hash64(std::string_view bytes, uint64_t seed) {
  uint64_t hash = seed;
  for (const char byte : bytes) {
    hash ^= static_cast<uint8_t>(byte);
    hash *= 0x100000001b3u;
  }
  return hash;
}

std::string HashName(std::string_view bytes) {
  constexpr char kDigits[] = "0123456789abcdef";
  const uint64_t hash = Hash64(bytes);
  std::string name(16, '0');
  for (int i = 0; i < 16; ++i) name[static_cast<size_t>(i)] = kDigits[(hash >> (60 - 4 * i)) & 15];
  return name;
}

}  // namespace broadsheet
