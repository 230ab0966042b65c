#include "base/json_writer.h"

#include <cmath>

#include "base/number.h"

namespace broadsheet {

void JsonWriter::BeforeValue() {
  if (needs_comma_) out_.push_back(',');
  needs_comma_ = true;
}

JsonWriter& JsonWriter::Open(char bracket) {
  BeforeValue();
  out_.push_back(bracket);
  needs_comma_ = false;
  return *this;
}

JsonWriter& JsonWriter::Close(char bracket) {
  out_.push_back(bracket);
  needs_comma_ = true;
  return *this;
}

JsonWriter& JsonWriter::Key(std::string_view key) {
  BeforeValue();
  Quote(key);
  out_.push_back(':');
  needs_comma_ = false;
  return *this;
}

JsonWriter& JsonWriter::String(std::string_view value) {
  BeforeValue();
  Quote(value);
  return *this;
}

JsonWriter& JsonWriter::Int(int64_t value) {
  BeforeValue();
  AppendNumber(value, out_);
  return *this;
}

JsonWriter& JsonWriter::Double(double value, int decimals) {
  const double size = std::fabs(value);
  if (!(size <= 1e15)) return Null();
  int64_t scale = 1;
  for (int i = 0; i < decimals; ++i) scale *= 10;
  auto whole = static_cast<int64_t>(size);
  const double rest = size - static_cast<double>(whole);
  // Never negative, and llround() would cost each reader a library.
  // NOLINTNEXTLINE(bugprone-incorrect-roundings)
  auto fraction = static_cast<int64_t>(rest * static_cast<double>(scale) + 0.5);
  if (fraction == scale) {
    ++whole;
    fraction = 0;
  }
  BeforeValue();
  if (value < 0 && (whole > 0 || fraction > 0)) out_.push_back('-');
  AppendNumber(whole, out_);
  if (fraction == 0) return *this;
  const size_t point = out_.size();
  AppendNumber(scale + fraction, out_);  // the leading 1 keeps the zeros behind the point
  out_[point] = '.';
  while (out_.back() == '0') out_.pop_back();
  return *this;
}

JsonWriter& JsonWriter::Bool(bool value) {
  BeforeValue();
  out_ += value ? "true" : "false";
  return *this;
}

JsonWriter& JsonWriter::Null() {
  BeforeValue();
  out_ += "null";
  return *this;
}

void JsonWriter::Quote(std::string_view value) {
  constexpr char kDigits[] = "0123456789abcdef";
  out_.push_back('"');
  for (const char c : value) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out_.push_back('\\');
      out_.push_back(c);
    } else if (c == '\n') {
      out_ += "\\n";
    } else if (byte < 0x20) {
      out_ += "\\u00";
      out_.push_back(kDigits[byte >> 4]);
      out_.push_back(kDigits[byte & 15]);
    } else {
      out_.push_back(c);
    }
  }
  out_.push_back('"');
}

}  // namespace broadsheet
