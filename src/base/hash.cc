#include "base/hash.h"

#include <array>
#include <cstring>

namespace broadsheet {
namespace {

// By half bytes: a table for whole ones would be a fortieth of search.wasm.
constexpr std::array<uint32_t, 16> MakeCrcTable() {
  std::array<uint32_t, 16> table{};
  for (uint32_t i = 0; i < 16; ++i) {
    uint32_t value = i;
    for (int bit = 0; bit < 4; ++bit) value = (value >> 1) ^ ((value & 1) ? 0xEDB88320u : 0u);
    table[i] = value;
  }
  return table;
}

constexpr std::array<uint32_t, 16> kCrcTable = MakeCrcTable();

}  // namespace

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

uint32_t Crc32(std::string_view bytes) {
  uint32_t crc = 0xFFFFFFFFu;
  for (const char byte : bytes) {
    crc ^= static_cast<uint8_t>(byte);
    crc = kCrcTable[crc & 15] ^ (crc >> 4);
    crc = kCrcTable[crc & 15] ^ (crc >> 4);
  }
  return crc ^ 0xFFFFFFFFu;
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

}  // namespace broadsheet
