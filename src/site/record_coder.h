#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"
#include "post/date.h"

namespace broadsheet {

// Writes values to bytes, or reads them back in the same order: one function says both how a thing is
// kept and how it is found again. Bytes that are not whole make ok() false.
class RecordCoder {
 public:
  RecordCoder() = default;  // writes
  explicit RecordCoder(std::string_view bytes) : in_(ByteReader(bytes)) {}

  bool reads() const { return in_.has_value(); }
  bool ok() const { return !reads() || in_->ok(); }
  bool AtEnd() const { return !reads() || in_->AtEnd(); }
  std::string Take() { return out_.Take(); }

  void Text(std::string& value) {
    if (reads()) {
      value = in_->Counted();
    } else {
      out_.Counted(value);
    }
  }

  // Of any whole kind, also an enumeration.
  template <typename T>
  void Number(T& value) {
    if (reads()) {
      value = static_cast<T>(in_->Varint());
    } else {
      out_.Varint(static_cast<uint64_t>(value));
    }
  }

  template <typename T, typename CodeItem>
  void List(std::vector<T>& items, const CodeItem& code_item) {
    uint64_t count = items.size();
    Number(count);
    if (reads()) items.clear();
    for (uint64_t i = 0; i < count && ok(); ++i) {
      if (reads()) items.emplace_back();
      code_item(items[i]);
    }
  }

  void Texts(std::vector<std::string>& texts) {
    List(texts, [this](std::string& text) { Text(text); });
  }

  template <typename T, typename CodeValue>
  void Optional(std::optional<T>& value, const CodeValue& code_value) {
    bool present = value.has_value();
    Number(present);
    if (reads()) value = present ? std::optional<T>(T()) : std::nullopt;
    if (present) code_value(*value);
  }

  void DateOf(std::optional<Date>& date);

 private:
  ByteWriter out_;
  std::optional<ByteReader> in_;
};

}  // namespace broadsheet
