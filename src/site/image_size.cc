#include "site/image_size.h"

#include <cstdint>

#include "site/image_formats.h"

namespace broadsheet {
namespace {

std::optional<ImageSize> ReadPng(std::string_view bytes) {
  if (bytes.substr(0, 8) != "\x89PNG\r\n\x1A\n" || bytes.substr(12, 4) != "IHDR")
    return std::nullopt;
  ImageBytes in(bytes);
  return MakeImageSize(in.Big32(16), in.Big32(20));
}

std::optional<ImageSize> ReadGif(std::string_view bytes) {
  const std::string_view magic = bytes.substr(0, 6);
  if (magic != "GIF87a" && magic != "GIF89a") return std::nullopt;
  ImageBytes in(bytes);
  return MakeImageSize(in.Little16(6), in.Little16(8));
}

std::optional<ImageSize> ReadWebp(std::string_view bytes) {
  if (bytes.substr(0, 4) != "RIFF" || bytes.substr(8, 4) != "WEBP") return std::nullopt;
  if (bytes.size() < 30) return std::nullopt;
  ImageBytes in(bytes);
  const std::string_view chunk = bytes.substr(12, 4);
  if (chunk == "VP8 ") {  // a lossy key frame: RFC 6386 §9.1
    if (in.Byte(23) != 0x9D || in.Byte(24) != 0x01 || in.Byte(25) != 0x2A) return std::nullopt;
    return MakeImageSize(in.Little16(26) & 0x3FFF, in.Little16(28) & 0x3FFF);
  }
  if (chunk == "VP8L") {  // lossless: two counts of 14 bits, each less one
    if (in.Byte(20) != 0x2F) return std::nullopt;
    const uint32_t bits = in.Little32(21);
    return MakeImageSize((bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1);
  }
  if (chunk == "VP8X") return MakeImageSize(in.Little24(24) + 1, in.Little24(27) + 1);
  return std::nullopt;
}

}  // namespace

std::optional<ImageSize> ReadImageSize(std::string_view bytes) {
  if (bytes.size() < 12) return std::nullopt;
  for (const auto read : {ReadPng, ReadGif, ReadWebp, ReadJpegSize, ReadAvifSize, ReadSvgSize}) {
    if (const std::optional<ImageSize> size = read(bytes)) return size;
  }
  return std::nullopt;
}

std::optional<ImageSize> MakeImageSize(uint64_t width, uint64_t height) {
  constexpr uint64_t kLargest = 1u << 30;
  if (width == 0 || height == 0 || width > kLargest || height > kLargest) return std::nullopt;
  return ImageSize{static_cast<int>(width), static_cast<int>(height)};
}

}  // namespace broadsheet
