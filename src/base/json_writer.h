#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace broadsheet {

// Writes compact JSON (RFC 8259) in one pass; the modules use it where nlohmann/json would cost more
// bytes than all the rest of the answer's path. Text must be valid UTF-8. Calls must nest properly;
// commas and colons are put by the writer.
//   JsonWriter json; json.BeginObject().Key("total").Int(3).EndObject(); json.Take() == R"({"total":3})"
class JsonWriter {
 public:
  JsonWriter& BeginObject() { return Open('{'); }
  JsonWriter& EndObject() { return Close('}'); }
  JsonWriter& BeginArray() { return Open('['); }
  JsonWriter& EndArray() { return Close(']'); }
  JsonWriter& Key(std::string_view key);
  JsonWriter& String(std::string_view value);
  JsonWriter& Int(int64_t value);
  // Rounded to `decimals` places; not-a-number and infinities become null.
  JsonWriter& Double(double value, int decimals = 6);
  JsonWriter& Bool(bool value);
  JsonWriter& Null();

  const std::string& text() const { return out_; }
  std::string Take() { return std::move(out_); }

 private:
  JsonWriter& Open(char bracket);
  JsonWriter& Close(char bracket);
  void BeforeValue();
  void Quote(std::string_view value);

  std::string out_;
  bool needs_comma_ = false;
};

}  // namespace broadsheet
