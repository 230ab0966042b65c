#include "base/message.h"

#include "base/number.h"

namespace broadsheet {

Vector<std::string_view> Parts(std::string_view message) {
  Vector<std::string_view> parts;
  ByteReader reader(message);
  while (!reader.AtEnd()) {
    const std::string_view part = reader.Part();
    if (!reader.ok()) break;
    parts.push_back(part);
  }
  return parts;
}

const std::string_view* Record::Find(std::string_view key) const {
  for (size_t i = 0; i + 1 < parts_.size(); i += 2) {
    if (parts_[i] == key) return &parts_[i + 1];
  }
  return nullptr;
}

std::string_view Record::Text(std::string_view key) const {
  const std::string_view* value = Find(key);
  return value == nullptr ? std::string_view() : *value;
}

int64_t Record::Number(std::string_view key, int64_t otherwise) const {
  int64_t number = otherwise;
  ReadNumber(Text(key), number);
  return number;
}

bool Record::Flag(std::string_view key) const {
  const std::string_view text = Text(key);
  return text == "1" || text == "true";
}

}  // namespace broadsheet
