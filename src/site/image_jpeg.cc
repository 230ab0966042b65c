#include "site/image_formats.h"

namespace broadsheet {
namespace {

bool IsFrameHeader(uint32_t marker) {
  // SOF0 … SOF15 without the tables DHT, JPG and DAC, which stand among them.
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

bool HasNoLength(uint32_t marker) { return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8); }

// The orientation that an Exif segment names (TIFF 6.0 tag 0x0112), 0 when it names none.
uint32_t ReadOrientation(std::string_view segment) {
  if (segment.substr(0, 6) != std::string_view("Exif\0\0", 6)) return 0;
  const ImageBytes tiff(segment.substr(6));
  const std::string_view order = tiff.Part(0, 2);
  if (order != "II" && order != "MM") return 0;
  const bool little = order == "II";
  const auto read16 = [&](size_t at) { return little ? tiff.Little16(at) : tiff.Big16(at); };
  const size_t directory = little ? tiff.Little32(4) : tiff.Big32(4);
  if (directory >= tiff.size()) return 0;
  const size_t count = read16(directory);
  for (size_t i = 0; i < count && directory + 14 + i * 12 <= tiff.size(); ++i) {
    const size_t entry = directory + 2 + i * 12;
    if (read16(entry) == 0x0112) return read16(entry + 8);
  }
  return 0;
}

}  // namespace

std::optional<ImageSize> ReadJpegSize(std::string_view bytes) {
  const ImageBytes in(bytes);
  if (in.Byte(0) != 0xFF || in.Byte(1) != 0xD8 || in.Byte(2) != 0xFF) return std::nullopt;
  uint32_t orientation = 0;
  for (size_t at = 2; at + 4 <= in.size();) {
    if (in.Byte(at) != 0xFF) return std::nullopt;
    const uint32_t marker = in.Byte(at + 1);
    if (marker == 0xFF || HasNoLength(marker)) {
      at += marker == 0xFF ? 1 : 2;
      continue;
    }
    const size_t length = in.Big16(at + 2);
    if (length < 2) return std::nullopt;
    if (marker == 0xE1) {
      // XMP comes in segments of the same number.
      const uint32_t named = ReadOrientation(in.Part(at + 4, length - 2));
      if (named != 0) orientation = named;
    }
    if (IsFrameHeader(marker)) {
      if (at + 9 > in.size()) return std::nullopt;
      const uint32_t height = in.Big16(at + 5);
      const uint32_t width = in.Big16(at + 7);
      const bool lies_on_its_side = orientation >= 5 && orientation <= 8;
      return lies_on_its_side ? MakeImageSize(height, width) : MakeImageSize(width, height);
    }
    at += 2 + length;
  }
  return std::nullopt;
}

}  // namespace broadsheet
