#include "site/image_size.h"

#include <catch_amalgamated.hpp>
#include <string>

namespace broadsheet {
namespace {

using namespace std::string_literals;

std::string Big16(unsigned value) {
  return {static_cast<char>(value >> 8), static_cast<char>(value)};
}
std::string Big32(unsigned value) { return Big16(value >> 16) + Big16(value & 0xFFFF); }
std::string Little16(unsigned value) {
  return {static_cast<char>(value), static_cast<char>(value >> 8)};
}
std::string Little24(unsigned value) {
  return Little16(value & 0xFFFF) + static_cast<char>(value >> 16);
}
std::string Little32(unsigned value) { return Little16(value & 0xFFFF) + Little16(value >> 16); }

std::string Png(unsigned width, unsigned height) {
  return "\x89PNG\r\n\x1A\n\0\0\0\rIHDR"s + Big32(width) + Big32(height) + "\b\2\0\0\0"s;
}

std::string Segment(char marker, const std::string& content) {
  return "\xFF"s + marker + Big16(static_cast<unsigned>(content.size() + 2)) + content;
}

std::string Exif(char orientation) {
  return Segment('\xE1',
                 "Exif\0\0II*\0\b\0\0\0\1\0\x12\1\3\0\1\0\0\0"s + orientation + "\0\0\0\0\0\0\0"s);
}

std::string Jpeg(const std::string& segments, unsigned width, unsigned height) {
  return "\xFF\xD8"s + Segment('\xE0', "JFIF\0\1\1\0\0\1\0\1\0\0"s) + segments +
         Segment('\xC4', std::string(20, 'x')) +
         Segment('\xC2', "\b"s + Big16(height) + Big16(width) + "\3xxxxxxxxx"s);
}

std::string Webp(const std::string& chunk, const std::string& content) {
  return "RIFF" + Little32(100) + "WEBP" + chunk + Little32(50) + content;
}

std::string Box(const std::string& type, const std::string& content) {
  return Big32(static_cast<unsigned>(content.size() + 8)) + type + content;
}

// Item 1 is a thumbnail of 2 x 2, item 2 the picture.
std::string Avif(unsigned width, unsigned height, bool turned) {
  const std::string properties = Box("ispe", "\0\0\0\0"s + Big32(2) + Big32(2)) +
                                 Box("irot", "\1"s) +
                                 Box("ispe", "\0\0\0\0"s + Big32(width) + Big32(height));
  const std::string associations =
      "\0\0\0\0"s + Big32(2) + Big16(1) + "\1\1"s + Big16(2) + (turned ? "\2\x83\x82"s : "\1\x83"s);
  return Box("ftyp", "mif1\0\0\0\0mif1avif"s) +
         Box("meta", "\0\0\0\0"s + Box("hdlr", "xxxx") + Box("pitm", "\0\0\0\0"s + Big16(2)) +
                         Box("iprp", Box("ipco", properties) + Box("ipma", associations))) +
         Box("mdat", "pixels");
}

std::string Show(const std::optional<ImageSize>& size) {
  return size ? std::to_string(size->width) + "x" + std::to_string(size->height) : "none";
}

TEST_CASE("each format tells its size") {
  struct Case {
    const char* name;
    std::string bytes;
    const char* expected;
  };
  const Case cases[] = {
      {"png", Png(640, 480), "640x480"},
      {"png, zero", Png(0, 480), "none"},
      {"png, absurd", Png(0xFFFFFFFF, 480), "none"},
      {"gif", "GIF89a" + Little16(300) + Little16(200) + "\0\0\0"s, "300x200"},
      {"jpeg", Jpeg("", 640, 480), "640x480"},
      {"jpeg, upright", Jpeg(Exif('\1'), 640, 480), "640x480"},
      {"jpeg, lying on its side", Jpeg(Exif('\6'), 640, 480), "480x640"},
      {"jpeg, Exif before XMP",
       Jpeg(Exif('\6') + Segment('\xE1', "http://ns.adobe.com/xap/1.0/\0<x/>"s), 640, 480),
       "480x640"},
      {"jpeg, padded and restarted", "\xFF\xD8\xFF\xFF\xD0"s + Jpeg("", 10, 20).substr(2), "10x20"},
      {"jpeg without a frame", "\xFF\xD8"s + Segment('\xE0', std::string(20, 'x')), "none"},
      {"webp, lossy", Webp("VP8 ", "xxx\x9D\x01\x2A"s + Little16(550) + Little16(368 | 0x4000)),
       "550x368"},
      {"webp, lossless", Webp("VP8L", "\x2F"s + Little32((386 - 1) | (395 - 1) << 14) + "xxxxx"),
       "386x395"},
      {"webp, extended", Webp("VP8X", "\x10\0\0\0"s + Little24(799) + Little24(599)), "800x600"},
      {"avif", Avif(1204, 800, false), "1204x800"},
      {"avif, turned", Avif(1204, 800, true), "800x1204"},
      {"svg, plain numbers", "<svg xmlns=\"x\" width=\"48\" height='24.4'>", "48x24"},
      {"svg, units", "<svg width=\"1in\" height=\"36pt\"/>", "96x48"},
      {"svg, view box",
       "<?xml version=\"1.0\"?>\n<!-- <svg width='1' height='1'> -->\n<svg viewBox=\"0 0 120,60\">",
       "120x60"},
      {"svg, share of the page", "<svg width=\"100%\" viewBox=\"-5 -5 20 10\">", "20x10"},
      {"svg, one side", "<svg width=\"60\" viewBox=\"0 0 20 10\">", "60x30"},
      {"svg, doctype",
       "<!DOCTYPE svg PUBLIC \"a\" [<!ENTITY x \"y\">]>\n<svg width=\"6\" height=\"7\"></svg>",
       "6x7"},
      {"svg without a size", "<svg xmlns=\"http://www.w3.org/2000/svg\">", "none"},
      {"html", "<!doctype html><html><svg width=\"1\" height=\"1\">", "none"},
      {"not quite svg", "<svgx width=\"10\" height=\"10\">", "none"},
      {"text", "just some words here", "none"},
      {"nothing", "", "none"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(Show(ReadImageSize(c.bytes)) == c.expected);
  }
}

TEST_CASE("a picture that is cut anywhere has its size or none") {
  for (const std::string& whole : {Png(9, 8), Jpeg(Exif('\6'), 8, 9), Avif(9, 8, false),
                                   Webp("VP8X", "\x10\0\0\0"s + Little24(8) + Little24(7))}) {
    for (size_t size = 0; size < whole.size(); ++size) {
      const std::string seen = Show(ReadImageSize(std::string_view(whole).substr(0, size)));
      CHECK((seen == "none" || seen == "9x8"));
    }
  }
}

}  // namespace
}  // namespace broadsheet
