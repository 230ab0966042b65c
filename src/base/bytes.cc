#include "base/bytes.h"

#include <cassert>
#include <limits>

namespace broadsheet {

void ByteWriter::U32(uint32_t value) {
  for (int shift = 0; shift < 32; shift += 8) U8(static_cast<uint8_t>(value >> shift));
}

void ByteWriter::U64(uint64_t value) {
  for (int shift = 0; shift < 64; shift += 8) U8(static_cast<uint8_t>(value >> shift));
}

void ByteWriter::Varint(uint64_t value) {
  while (value >= 0x80) {
    U8(static_cast<uint8_t>(value | 0x80));
    value >>= 7;
  }
  U8(static_cast<uint8_t>(value));
}

void ByteWriter::Counted(std::string_view bytes) {
  Varint(bytes.size());
  Raw(bytes);
}

void ByteWriter::Part(std::string_view bytes) {
  assert(bytes.size() <= std::numeric_limits<uint32_t>::max());
  U32(static_cast<uint32_t>(bytes.size()));
  Raw(bytes);
}

void ByteReader::Fail() {
  ok_ = false;
  position_ = bytes_.size();
}

std::string_view ByteReader::Raw(size_t size) {
  if (size > remaining()) {
    Fail();
    return {};
  }
  std::string_view view = bytes_.substr(position_, size);
  position_ += size;
  return view;
}

uint8_t ByteReader::U8() {
  std::string_view byte = Raw(1);
  return byte.empty() ? uint8_t{0} : static_cast<uint8_t>(byte[0]);
}

uint32_t ByteReader::U32() {
  uint32_t value = 0;
  for (int shift = 0; shift < 32; shift += 8) value |= uint32_t{U8()} << shift;
  return ok_ ? value : 0;
}

uint64_t ByteReader::U64() {
  uint64_t value = 0;
  for (int shift = 0; shift < 64; shift += 8) value |= uint64_t{U8()} << shift;
  return ok_ ? value : 0;
}

uint64_t ByteReader::Varint() {
  uint64_t value = 0;
  for (int shift = 0; shift < 64; shift += 7) {
    const uint8_t byte = U8();
    const uint64_t bits = byte & 0x7f;
    if (shift == 63 && bits > 1) break;
    value |= bits << shift;
    if (byte < 0x80) return ok_ ? value : 0;
  }
  Fail();
  return 0;
}

uint32_t ByteReader::Varint32() {
  const uint64_t value = Varint();
  if (value > std::numeric_limits<uint32_t>::max()) {
    Fail();
    return 0;
  }
  return static_cast<uint32_t>(value);
}

std::string_view ByteReader::Counted() {
  const uint64_t size = Varint();
  if (size > remaining()) {
    Fail();
    return {};
  }
  return Raw(static_cast<size_t>(size));
}

std::string_view ByteReader::Part() { return Raw(U32()); }

}  // namespace broadsheet
