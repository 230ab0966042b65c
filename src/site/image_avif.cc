#include <vector>

#include "site/image_formats.h"

namespace broadsheet {
namespace {

// A box of ISO/IEC 14496-12: a type and the bytes inside it.
struct Box {
  std::string_view type;
  std::string_view content;
};

// The next box, taken off the front of `bytes`; type "" at the end and for damaged ones.
Box TakeBox(std::string_view& bytes) {
  const ImageBytes in(bytes);
  uint64_t size = in.Big32(0);
  size_t header = 8;
  if (size == 1) {
    size = static_cast<uint64_t>(in.Big32(8)) << 32 | in.Big32(12);
    header = 16;
  }
  if (size == 0) size = bytes.size();  // to the end of the file
  if (bytes.size() < header || size < header || size > bytes.size()) return {};
  const Box box{bytes.substr(4, 4), bytes.substr(header, static_cast<size_t>(size) - header)};
  bytes.remove_prefix(static_cast<size_t>(size));
  return box;
}

// The content of the first box of that type; `skip` bytes stand before the boxes (a full box has 4).
std::string_view FindBox(std::string_view bytes, std::string_view type, size_t skip = 0) {
  if (bytes.size() < skip) return {};
  bytes.remove_prefix(skip);
  for (Box box = TakeBox(bytes); !box.type.empty(); box = TakeBox(bytes)) {
    if (box.type == type) return box.content;
  }
  return {};
}

bool IsAvif(std::string_view bytes) {
  const Box box = TakeBox(bytes);
  if (box.type != "ftyp") return false;
  for (size_t at = 0; at + 4 <= box.content.size(); at += 4) {
    const std::string_view brand = box.content.substr(at, 4);
    if (at != 4 && (brand == "avif" || brand == "avis")) return true;  // at 4 stands a version
  }
  return false;
}

uint32_t PrimaryItem(std::string_view meta) {
  const ImageBytes pitm(FindBox(meta, "pitm", 4));
  return pitm.Byte(0) == 0 ? pitm.Big16(4) : pitm.Big32(4);
}

// Numbers (from 1) of the properties of `item`, from the box ipma. Stops where it is damaged.
std::vector<uint32_t> PropertiesOf(uint32_t item, std::string_view ipma) {
  const ImageBytes in(ipma);
  const bool wide_ids = in.Byte(0) >= 1;
  const bool wide_numbers = (in.Byte(3) & 1) != 0;
  const uint32_t count = in.Big32(4);
  std::vector<uint32_t> numbers;
  size_t at = 8;
  for (uint32_t i = 0; i < count && at < in.size(); ++i) {
    const uint32_t id = wide_ids ? in.Big32(at) : in.Big16(at);
    at += wide_ids ? 4 : 2;
    const uint32_t associations = in.Byte(at++);
    for (uint32_t k = 0; k < associations && at < in.size(); ++k) {
      const uint32_t number = wide_numbers ? in.Big16(at) & 0x7FFF : in.Byte(at) & 0x7F;
      at += wide_numbers ? 2 : 1;
      if (id == item) numbers.push_back(number);
    }
  }
  return numbers;
}

}  // namespace

std::optional<ImageSize> ReadAvifSize(std::string_view bytes) {
  if (!IsAvif(bytes)) return std::nullopt;
  const std::string_view meta = FindBox(bytes, "meta");
  const std::string_view iprp = FindBox(meta, "iprp", 4);
  std::string_view properties = FindBox(iprp, "ipco");
  std::vector<Box> boxes;
  for (Box box = TakeBox(properties); !box.type.empty(); box = TakeBox(properties))
    boxes.push_back(box);

  std::optional<ImageSize> size;
  bool lies_on_its_side = false;
  for (const uint32_t number : PropertiesOf(PrimaryItem(meta), FindBox(iprp, "ipma"))) {
    if (number == 0 || number > boxes.size()) continue;
    const Box& box = boxes[number - 1];
    const ImageBytes in(box.content);
    if (box.type == "ispe") size = MakeImageSize(in.Big32(4), in.Big32(8));
    if (box.type == "irot") lies_on_its_side = (in.Byte(0) & 1) != 0;
  }
  if (size && lies_on_its_side) return ImageSize{size->height, size->width};
  return size;
}

}  // namespace broadsheet
