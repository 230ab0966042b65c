#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/bytes.h"

namespace broadsheet {

// A record that says what it was made of.
inline std::string WithSource(uint64_t source, std::string_view bytes) {
  ByteWriter out;
  out.U64(source);
  out.Raw(bytes);
  return out.Take();
}

// Its bytes if it was made of `source`, else "".
inline std::string_view MadeOf(std::string_view record, uint64_t source) {
  ByteReader reader(record);
  const bool is_same = reader.U64() == source && reader.ok();
  return is_same ? record.substr(sizeof(uint64_t)) : std::string_view();
}

}  // namespace broadsheet
