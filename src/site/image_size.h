#pragma once

#include <optional>
#include <string_view>

namespace broadsheet {

// In CSS pixels, as a browser shows the picture without any style; both at least 1.
struct ImageSize {
  int width = 0;
  int height = 0;

  friend bool operator==(const ImageSize&, const ImageSize&) = default;
};

// The size of a PNG, JPEG (its Exif orientation heeded), GIF, WebP, AVIF or SVG picture, told by its
// content and not by its name. Nothing for any other bytes and for an SVG that names no size. Reads
// headers only; the bytes may be anything.
std::optional<ImageSize> ReadImageSize(std::string_view bytes);

}  // namespace broadsheet
