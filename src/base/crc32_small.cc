#include <array>

#include "base/hash.h"

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

uint32_t Crc32(std::string_view bytes) {
  uint32_t crc = 0xFFFFFFFFu;
  for (const char byte : bytes) {
    crc ^= static_cast<uint8_t>(byte);
    crc = kCrcTable[crc & 15] ^ (crc >> 4);
    crc = kCrcTable[crc & 15] ^ (crc >> 4);
  }
  return crc ^ 0xFFFFFFFFu;
}

}  // namespace broadsheet
