#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "site/image_size.h"

namespace broadsheet {

// The bytes of a picture by position. What lies beyond their end reads as zero.
class ImageBytes {
 public:
  explicit ImageBytes(std::string_view bytes) : bytes_(bytes) {}

  size_t size() const { return bytes_.size(); }
  uint32_t Byte(size_t at) const {
    return at < bytes_.size() ? static_cast<unsigned char>(bytes_[at]) : 0;
  }
  uint32_t Big16(size_t at) const { return Byte(at) << 8 | Byte(at + 1); }
  uint32_t Big32(size_t at) const { return Big16(at) << 16 | Big16(at + 2); }
  uint32_t Little16(size_t at) const { return Byte(at) | Byte(at + 1) << 8; }
  uint32_t Little24(size_t at) const { return Little16(at) | Byte(at + 2) << 16; }
  uint32_t Little32(size_t at) const { return Little24(at) | Byte(at + 3) << 24; }
  // "" when it would pass the end.
  std::string_view Part(size_t at, size_t size) const {
    return at <= bytes_.size() && size <= bytes_.size() - at ? bytes_.substr(at, size)
                                                             : std::string_view();
  }

 private:
  std::string_view bytes_;
};

// Nothing when a side is 0 or absurd.
std::optional<ImageSize> MakeImageSize(uint64_t width, uint64_t height);

// The larger formats, each in a file of its own. Nothing for bytes of another format.
std::optional<ImageSize> ReadJpegSize(std::string_view bytes);
std::optional<ImageSize> ReadAvifSize(std::string_view bytes);
std::optional<ImageSize> ReadSvgSize(std::string_view bytes);

}  // namespace broadsheet
