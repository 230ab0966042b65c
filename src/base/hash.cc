#include "base/hash.h"

#include <cstring>

namespace broadsheet {
uint64_t Hash64(std::string_view bytes, uint64_t seed) {
  uint64_t hash = seed;
  for (const char byte : bytes) {
    hash ^= static_cast<uint8_t>(byte);
    hash *= 0x100000001b3u;
  }
  return hash;
}

uint64_t FastHash64(std::string_view bytes) {
  constexpr uint64_t kMultiplier = 0x9e3779b97f4a7c15u;
  uint64_t hash = bytes.size();
  const auto add = [&hash](uint64_t word) {
    hash = (hash ^ word) * kMultiplier;
    hash ^= hash >> 29;
  };
  for (; bytes.size() >= sizeof(uint64_t); bytes.remove_prefix(sizeof(uint64_t))) {
    uint64_t word;
    std::memcpy(&word, bytes.data(), sizeof(word));
    add(word);
  }
  uint64_t rest = 0;
  std::memcpy(&rest, bytes.data(), bytes.size());
  add(rest);
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
