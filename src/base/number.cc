#include "base/number.h"

#include <limits>

namespace broadsheet {

void AppendNumber(int64_t number, std::string& out) {
  char digits[20];
  size_t first = sizeof(digits);
  uint64_t rest = static_cast<uint64_t>(number);
  if (number < 0) {
    rest = 0 - rest;
    out += '-';
  }
  do {
    digits[--first] = static_cast<char>('0' + rest % 10);
    rest /= 10;
  } while (rest != 0);
  out.append(digits + first, sizeof(digits) - first);
}

bool ReadNumber(std::string_view text, int64_t& number) {
  const bool is_negative = !text.empty() && text[0] == '-';
  if (is_negative) text.remove_prefix(1);
  if (text.empty()) return false;
  // A negative number may be one further from zero.
  const uint64_t most = uint64_t{std::numeric_limits<int64_t>::max()} + (is_negative ? 1 : 0);
  uint64_t value = 0;
  for (const char c : text) {
    const uint64_t digit = static_cast<uint64_t>(c) - '0';
    if (digit > 9 || value > (most - digit) / 10) return false;
    value = value * 10 + digit;
  }
  number = static_cast<int64_t>(is_negative ? 0 - value : value);
  return true;
}

}  // namespace broadsheet
