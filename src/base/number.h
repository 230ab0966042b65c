#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace broadsheet {

// Decimal integers. The standard library's own weigh more in a module than all that uses them.
void AppendNumber(int64_t number, std::string& out);

inline std::string NumberText(int64_t number) {
  std::string text;
  AppendNumber(number, text);
  return text;
}

// Reads all of `text`: digits, a minus before them or not. False, and `number` as it was, for anything
// else and for what does not fit.
bool ReadNumber(std::string_view text, int64_t& number);

}  // namespace broadsheet
