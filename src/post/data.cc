#include "post/data.h"

namespace broadsheet {

const Data* Data::Find(std::string_view key) const {
  for (const Field& field : fields) {
    if (field.first == key) return &field.second;
  }
  return nullptr;
}

Data* Data::Find(std::string_view key) {
  return const_cast<Data*>(static_cast<const Data*>(this)->Find(key));
}

Data Data::Text(std::string text, int line, bool quoted) {
  Data data;
  data.kind = Kind::kText;
  data.text = std::move(text);
  data.line = line;
  data.quoted = quoted;
  return data;
}

Data Data::List(int line) {
  Data data;
  data.kind = Kind::kList;
  data.line = line;
  return data;
}

Data Data::Map(int line) {
  Data data;
  data.kind = Kind::kMap;
  data.line = line;
  return data;
}

}  // namespace broadsheet
