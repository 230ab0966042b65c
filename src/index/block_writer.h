#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/bytes.h"
#include "base/hash.h"
#include "index/root.h"

namespace broadsheet {

// The payload of a block of postings: where their positions begin, plainly, and the stream.
inline std::string PlacedAt(uint32_t positions_begin, std::string_view stream) {
  ByteWriter payload;
  payload.U32(positions_begin);
  payload.Raw(stream);
  return payload.Take();
}

// Puts `payload` at the end of `file` as a block.
inline Block AppendBlock(std::string& file, std::string_view payload) {
  ByteWriter header;
  header.U32(Crc32(payload));
  const Block block = {file.size(), static_cast<uint32_t>(kBlockHeader + payload.size())};
  file += header.bytes();
  file += payload;
  return block;
}

}  // namespace broadsheet
