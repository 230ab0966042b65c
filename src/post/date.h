#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace broadsheet {

// A point in time as posts write it. Years 0001 to 9999; without an offset it is UTC.
struct Date {
  int year = 1970;
  int month = 1;
  int day = 1;
  int hour = 0;
  int minute = 0;
  int second = 0;
  int offset_minutes = 0;  // east of UTC
  bool has_time = false;

  friend bool operator==(const Date&, const Date&) = default;

  // Seconds since 1970-01-01T00:00:00Z (proleptic Gregorian calendar).
  int64_t UnixSeconds() const;
  // "2026-11-22" or "2026-11-22T09:30:00+01:00": what went in, in its normal form.
  std::string ToString() const;
  // Always with time and offset: "2026-11-22T00:00:00Z", as feeds want it.
  std::string Rfc3339() const;
};

// RFC 3339, or its date alone, or with a space for the T, without seconds or offset, with '/' for '-';
// or English as in "November 22, 2026" and "22 Nov 2026". Nothing for any other text and for a day
// that does not exist.
std::optional<Date> ParseDate(std::string_view text);

}  // namespace broadsheet
