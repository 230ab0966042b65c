#include <array>
#include <cstddef>

#include "base/hash.h"

namespace broadsheet {
namespace {

constexpr size_t kStep = 8;  // bytes at a time ("slicing by 8", Kounavis and Berry 2005)
using Tables = std::array<std::array<uint32_t, 256>, kStep>;

constexpr Tables MakeTables() {
  Tables tables{};
  for (uint32_t i = 0; i < 256; ++i) {
    uint32_t value = i;
    for (int bit = 0; bit < 8; ++bit) value = (value >> 1) ^ ((value & 1) ? 0xEDB88320u : 0u);
    tables[0][i] = value;
  }
  for (size_t n = 1; n < kStep; ++n) {
    for (size_t i = 0; i < 256; ++i) {
      const uint32_t before = tables[n - 1][i];
      tables[n][i] = tables[0][before & 255] ^ (before >> 8);
    }
  }
  return tables;
}

constexpr Tables kTables = MakeTables();

}  // namespace

uint32_t Crc32(std::string_view bytes) {
  uint32_t crc = 0xFFFFFFFFu;
  for (; bytes.size() >= kStep; bytes.remove_prefix(kStep)) {
    const auto at = [&](size_t i) { return static_cast<uint32_t>(static_cast<uint8_t>(bytes[i])); };
    const uint32_t first = crc ^ (at(0) | at(1) << 8 | at(2) << 16 | at(3) << 24);
    crc = kTables[7][first & 255] ^ kTables[6][first >> 8 & 255] ^ kTables[5][first >> 16 & 255] ^
          kTables[4][first >> 24] ^ kTables[3][at(4)] ^ kTables[2][at(5)] ^ kTables[1][at(6)] ^
          kTables[0][at(7)];
  }
  for (const char byte : bytes) {
    crc = kTables[0][(crc ^ static_cast<uint8_t>(byte)) & 255] ^ (crc >> 8);
  }
  return crc ^ 0xFFFFFFFFu;
}

}  // namespace broadsheet
