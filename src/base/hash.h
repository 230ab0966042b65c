#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace broadsheet {

// FNV-1a, 64 bits: names files by content and keys tables. Not for secrets.
uint64_t Hash64(std::string_view bytes, uint64_t seed = 0xcbf29ce484222325u);

// Another hash, eight bytes at a time, for what is large and stays on this machine.
uint64_t FastHash64(std::string_view bytes);

// Hash64 as 16 lower-case hexadecimal digits, for file names.
std::string HashName(std::string_view bytes);

// CRC-32 of IEEE 802.3 (as in gzip): tells a damaged block from a whole one.
uint32_t Crc32(std::string_view bytes);

}  // namespace broadsheet
