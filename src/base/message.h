#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/bytes.h"
#include "base/vector.h"

namespace broadsheet {

// What crosses the wasm boundary inwards, in place of JSON (a JSON reader costs more bytes than the
// rest of the boundary). A message is a run of parts; a part is a u32 little-endian byte length and
// that many bytes. A list is a message of its items; a record is a message of key, value, key, value.
// Values are UTF-8 text, decimal numbers as text, or messages again: the reader knows which.

// The parts of `message`, as views into it. A damaged tail is left out.
Vector<std::string_view> Parts(std::string_view message);

// A record whose views live as long as the bytes that it was read from.
class Record {
 public:
  explicit Record(std::string_view message) : parts_(Parts(message)) {}

  bool Has(std::string_view key) const { return Find(key) != nullptr; }
  std::string_view Text(std::string_view key) const;  // "" when absent
  int64_t Number(std::string_view key, int64_t otherwise = 0) const;
  bool Flag(std::string_view key) const;  // "1" or "true"
  Vector<std::string_view> List(std::string_view key) const { return Parts(Text(key)); }
  Record Child(std::string_view key) const { return Record(Text(key)); }
  // Alternating keys and values, in the order written.
  const Vector<std::string_view>& parts() const { return parts_; }

 private:
  const std::string_view* Find(std::string_view key) const;
  Vector<std::string_view> parts_;
};

// Builds a list or a record.
class MessageWriter {
 public:
  MessageWriter& Add(std::string_view part) {
    out_.Part(part);
    return *this;
  }
  MessageWriter& Add(std::string_view key, std::string_view value) { return Add(key).Add(value); }
  std::string Take() { return out_.Take(); }

 private:
  ByteWriter out_;
};

}  // namespace broadsheet
