#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace broadsheet {

// Appends little-endian integers, LEB128 varints and counted strings to a string that it owns.
class ByteWriter {
 public:
  void U8(uint8_t value) { bytes_.push_back(static_cast<char>(value)); }
  void U32(uint32_t value);
  void U64(uint64_t value);
  void Varint(uint64_t value);  // LEB128, at most 10 bytes
  void Raw(std::string_view bytes) { bytes_.append(bytes); }
  void Counted(std::string_view bytes);  // varint length, then the bytes
  void Part(std::string_view bytes);     // u32 length, then the bytes (see message.h)

  size_t size() const { return bytes_.size(); }
  const std::string& bytes() const { return bytes_; }
  std::string Take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

// Reads what ByteWriter wrote, from bytes that may be anything. A read past the end, or a varint that
// is too long, yields zero or empty and makes the reader fail for good; check ok() once at the end.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}

  uint8_t U8();
  uint32_t U32();
  uint64_t U64();
  uint64_t Varint();
  uint32_t Varint32();                // fails above 32 bits
  std::string_view Raw(size_t size);  // views live as long as the input
  std::string_view Counted();
  std::string_view Part();

  bool ok() const { return ok_; }
  bool AtEnd() const { return position_ == bytes_.size(); }
  size_t position() const { return position_; }
  size_t remaining() const { return bytes_.size() - position_; }
  void Fail();

 private:
  std::string_view bytes_;
  size_t position_ = 0;
  bool ok_ = true;
};

}  // namespace broadsheet
