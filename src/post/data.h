#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace broadsheet {

// A value as YAML, TOML and JSON write it, reduced to what front matter and settings need: text, lists
// and maps. Numbers, truth values and dates stay the text that was written.
struct Data {
  enum class Kind { kNull, kText, kList, kMap };
  struct Field;

  Kind kind = Kind::kNull;
  bool quoted = false;      // kText: written as a string, so "true" is a word and not a truth value
  int line = 0;             // 1-based, in the file that was read
  std::string text;         // kText
  std::vector<Data> items;  // kList
  std::vector<Field> fields;  // kMap, in the order written; keys are unique

  bool IsNull() const { return kind == Kind::kNull; }
  bool IsText() const { return kind == Kind::kText; }
  bool IsList() const { return kind == Kind::kList; }
  bool IsMap() const { return kind == Kind::kMap; }
  // The field of that name, or null; null too when this is not a map.
  const Data* Find(std::string_view key) const;
  Data* Find(std::string_view key);

  static Data Text(std::string text, int line, bool quoted);
  static Data List(int line);
  static Data Map(int line);
};

// One key of a map and its value.
struct Data::Field {
  Field(std::string key, Data value) : first(std::move(key)), second(std::move(value)) {}

  std::string first;
  Data second;
};

// Readers of one document each. `first_line` is the line of the text's first line in its file. All
// bound nesting and size; errors name the line and, where there is a usual cause, the remedy. An empty
// text is an empty map. The root may be any kind.
Result<Data> ReadYaml(std::string_view text, int first_line);  // YAML 1.1 core, by libyaml
Result<Data> ReadToml(std::string_view text, int first_line);  // TOML 1.0
Result<Data> ReadJson(std::string_view text, int first_line);  // RFC 8259

}  // namespace broadsheet
