#include "search/day.h"

#include "base/number.h"

namespace broadsheet {
namespace {

// Days from 1970-01-01 in the proleptic Gregorian calendar, counting years from March so that the
// leap day comes last.
int32_t DayOf(int32_t year, int32_t month, int32_t day) {
  const int32_t from_march = (month + 9) % 12;
  const int32_t y = month <= 2 ? year - 1 : year;
  return 365 * y + y / 4 - y / 100 + y / 400 + (from_march * 306 + 5) / 10 + day - 1 - 719468;
}

bool ParseNumber(std::string_view text, size_t digits, int32_t& number) {
  int64_t value = -1;
  if (text.size() != digits || !ReadNumber(text, value) || value < 0) return false;
  number = static_cast<int32_t>(value);
  return true;
}

}  // namespace

std::optional<DayRange> ParsePeriod(std::string_view text) {
  int32_t year = 0;
  int32_t month = 0;
  int32_t day = 0;
  if (!ParseNumber(text.substr(0, 4), 4, year) || year == 0) return std::nullopt;
  if (text.size() == 4) return DayRange{DayOf(year, 1, 1), DayOf(year + 1, 1, 1) - 1};
  if (text[4] != '-' || text.size() < 7 || !ParseNumber(text.substr(5, 2), 2, month) || month < 1 ||
      month > 12) {
    return std::nullopt;
  }
  const int32_t first = DayOf(year, month, 1);
  const int32_t next = month == 12 ? DayOf(year + 1, 1, 1) : DayOf(year, month + 1, 1);
  if (text.size() == 7) return DayRange{first, next - 1};
  if (text[7] != '-' || !ParseNumber(text.substr(8), 2, day) || day < 1 || first + day > next) {
    return std::nullopt;
  }
  return DayRange{first + day - 1, first + day - 1};
}

int32_t YearOfDay(int32_t day) {
  int32_t year = 1970 + day / 366;
  while (DayOf(year + 1, 1, 1) <= day) ++year;
  while (DayOf(year, 1, 1) > day) --year;
  return year;
}

}  // namespace broadsheet
