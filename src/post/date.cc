#include "post/date.h"

namespace broadsheet {
namespace {

constexpr bool IsLeapYear(int year) {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

constexpr int DaysInMonth(int year, int month) {
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && IsLeapYear(year) ? 29 : kDays[month - 1];
}

// Days since 1970-01-01; H. Hinnant's algorithm on years that start in March.
constexpr int64_t DaysSinceEpoch(int year, int month, int day) {
  const int64_t shifted = year - (month <= 2 ? 1 : 0);
  const int64_t era = shifted / 400;
  const int64_t year_of_era = shifted - era * 400;
  const int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year -
         719468;
}

std::string Padded(int value, size_t width) {
  const std::string digits = std::to_string(value);
  return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

// Reads digits and signs from the left of a text.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  bool Done() const { return text_.empty(); }
  bool Skip(char c) {
    if (text_.empty() || text_.front() != c) return false;
    text_.remove_prefix(1);
    return true;
  }
  void SkipSpaces() {
    while (Skip(' ')) {
    }
  }
  char Peek() const { return text_.empty() ? '\0' : text_.front(); }
  // `least` to `most` digits, or -1.
  int Number(size_t least, size_t most) {
    int value = 0;
    size_t count = 0;
    while (count < most && Peek() >= '0' && Peek() <= '9') {
      value = value * 10 + (Peek() - '0');
      text_.remove_prefix(1);
      ++count;
    }
    return count >= least ? value : -1;
  }
  // An English month by its first three letters, with the rest of its name; 0 if there is none.
  int Month();

 private:
  std::string_view text_;
};

int Scanner::Month() {
  constexpr std::string_view kNames = "janfebmaraprmayjunjulaugsepoctnovdec";
  std::string word;
  size_t size = 0;
  for (; size < text_.size() && ((text_[size] | 32) >= 'a' && (text_[size] | 32) <= 'z'); ++size) {
    if (word.size() < 3) word.push_back(static_cast<char>(text_[size] | 32));
  }
  if (word.size() < 3) return 0;
  const size_t at = kNames.find(word);
  if (at == std::string_view::npos || at % 3 != 0) return 0;
  text_.remove_prefix(size);
  Skip('.');
  return static_cast<int>(at / 3) + 1;
}

// "2026-11-22", "2026/11/22" with one or two digits for month and day.
bool ReadNumericDay(Scanner& scan, Date& date) {
  date.year = scan.Number(4, 4);
  const char separator = scan.Peek();
  if (date.year < 1 || (separator != '-' && separator != '/')) return false;
  scan.Skip(separator);
  date.month = scan.Number(1, 2);
  if (!scan.Skip(separator)) return false;
  date.day = scan.Number(1, 2);
  return true;
}

// "November 22, 2026", "22 Nov 2026".
bool ReadNamedDay(Scanner& scan, Date& date) {
  date.month = scan.Month();
  scan.SkipSpaces();
  date.day = scan.Number(1, 2);
  scan.Skip(',');
  scan.SkipSpaces();
  if (date.month == 0) date.month = scan.Month();
  scan.Skip(',');
  scan.SkipSpaces();
  date.year = scan.Number(4, 4);
  return date.month > 0 && date.year > 0;
}

bool ReadTime(Scanner& scan, Date& date) {
  date.hour = scan.Number(1, 2);
  if (!scan.Skip(':')) return false;
  date.minute = scan.Number(2, 2);
  if (scan.Skip(':')) date.second = scan.Number(2, 2);
  if (scan.Skip('.')) scan.Number(1, 9);
  if (date.second == 60) date.second = 59;  // a leap second
  date.has_time = true;
  return date.hour >= 0 && date.hour < 24 && date.minute >= 0 && date.minute < 60 &&
         date.second >= 0 && date.second < 60;
}

bool ReadOffset(Scanner& scan, Date& date) {
  scan.SkipSpaces();
  if (scan.Done() || scan.Skip('Z') || scan.Skip('z')) return true;
  if (scan.Skip('U')) return scan.Skip('T') && scan.Skip('C');
  const bool west = scan.Peek() == '-';
  if (!scan.Skip('-') && !scan.Skip('+')) return false;
  const int hours = scan.Number(1, 2);
  scan.Skip(':');
  const int minutes = scan.Done() ? 0 : scan.Number(2, 2);
  date.offset_minutes = (hours * 60 + minutes) * (west ? -1 : 1);
  return hours >= 0 && hours < 24 && minutes >= 0 && minutes < 60;
}

}  // namespace

int64_t Date::UnixSeconds() const {
  return DaysSinceEpoch(year, month, day) * 86400 + hour * 3600 + minute * 60 + second -
         offset_minutes * 60;
}

std::string Date::ToString() const {
  if (has_time) return Rfc3339();
  return Padded(year, 4) + '-' + Padded(month, 2) + '-' + Padded(day, 2);
}

std::string Date::Rfc3339() const {
  std::string out = Padded(year, 4) + '-' + Padded(month, 2) + '-' + Padded(day, 2) + 'T' +
                    Padded(hour, 2) + ':' + Padded(minute, 2) + ':' + Padded(second, 2);
  if (offset_minutes == 0) return out + 'Z';
  const int offset = offset_minutes < 0 ? -offset_minutes : offset_minutes;
  return out + (offset_minutes < 0 ? '-' : '+') + Padded(offset / 60, 2) + ':' +
         Padded(offset % 60, 2);
}

std::optional<Date> ParseDate(std::string_view text) {
  while (!text.empty() && (text.back() == ' ' || text.back() == '\r')) text.remove_suffix(1);
  Scanner scan(text);
  scan.SkipSpaces();
  Date date;
  Scanner numeric = scan;
  const bool is_numeric = ReadNumericDay(numeric, date);
  if (is_numeric) scan = numeric;
  if (!is_numeric && !ReadNamedDay(scan, date)) return std::nullopt;
  if (date.month < 1 || date.month > 12 || date.day < 1 || date.year < 1) return std::nullopt;
  if (date.day > DaysInMonth(date.year, date.month)) return std::nullopt;
  if (scan.Skip('T') || scan.Skip('t') || scan.Skip(' ')) {
    scan.SkipSpaces();
    if (!ReadTime(scan, date) || !ReadOffset(scan, date)) return std::nullopt;
  }
  if (!scan.Done()) return std::nullopt;
  return date;
}

}  // namespace broadsheet
