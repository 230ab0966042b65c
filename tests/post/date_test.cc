#include "post/date.h"

#include <catch_amalgamated.hpp>

#include "post/foreign_date.h"

namespace broadsheet {
namespace {

struct Case {
  const char* text;
  const char* expected;  // "" = not a date
  int64_t seconds;
};

TEST_CASE("dates are read in the forms that posts use") {
  const Case cases[] = {
      {"1970-01-01", "1970-01-01", 0},
      {"2000-02-29", "2000-02-29", 951782400},
      {"2026-11-22T09:30:00+01:00", "2026-11-22T09:30:00+01:00", 1795336200},
      {"2026-11-22 09:30:00 -0500", "2026-11-22T09:30:00-05:00", 1795357800},
      {"2026-11-22 9:30:00 -5", "2026-11-22T09:30:00-05:00", 1795357800},
      {"2026-11-22 09:30:00 -05:75", "", 0},
      {"2026-11-22 09:30", "2026-11-22T09:30:00Z", 1795339800},
      {"2026-11-22t09:30:00.123Z", "2026-11-22T09:30:00Z", 1795339800},
      {"2026-11-22 09:30:00 UTC", "2026-11-22T09:30:00Z", 1795339800},
      {"2026-1-2", "2026-01-02", 1767312000},
      {"2026/01/02", "2026-01-02", 1767312000},
      {"January 2, 2026", "2026-01-02", 1767312000},
      {"2 Jan. 2026", "2026-01-02", 1767312000},
      {"0001-01-01", "0001-01-01", -62135596800},
      {"2026-02-29", "", 0},
      {"1900-02-29", "", 0},
      {"2026-13-01", "", 0},
      {"2026-01-01T25:00", "", 0},
      {"2026-01-01x", "", 0},
      {"20260101", "", 0},
      {"yesterday", "", 0},
      {"Janfeb 1, 2026", "2026-01-01", 1767225600},
      {"", "", 0},
  };
  for (const Case& row : cases) {
    INFO(row.text);
    const auto date = ParseDate(row.text);
    CHECK((date ? date->ToString() : "") == row.expected);
    if (date) {
      CHECK(date->UnixSeconds() == row.seconds);
      CHECK(ParseDate(date->ToString()) == date);
      CHECK(ParseDate(date->Rfc3339())->UnixSeconds() == row.seconds);
    }
  }
}

TEST_CASE("dates as e-mails, browsers and other programs write them") {
  struct Row {
    const char* text;
    const char* expected;  // "" = no date
  };
  const Row rows[] = {
      {"2026-11-22", "2026-11-22"},
      {"20261122", "2026-11-22"},
      {"20261322", ""},
      {"Sun, 22 Nov 2026 09:30:00 +0100", "2026-11-22T09:30:00+01:00"},
      {"Sunday, November 22, 2026", "2026-11-22"},
      {"Sun Nov 22 2026 09:30:00 GMT+0100 (CET)", "2026-11-22T09:30:00+01:00"},
      {"Sun, 22 Nov 2026 09:30:00 GMT", "2026-11-22T09:30:00Z"},
      {"2026-11-22 09:30:00 EST", "2026-11-22T09:30:00-05:00"},
      {"2026-11-22 09:30 PM", "2026-11-22T21:30:00Z"},
      {"2026-11-22 12:05am", "2026-11-22T00:05:00Z"},
      {"2026-11-22 13:05 PM", ""},
      {"2026-11-22 PM", ""},
      {"01/02/2026", ""},
      {"Sun", ""},
      {"EST", ""},
      {"", ""},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    const std::optional<Date> date = ParseForeignDate(row.text);
    CHECK((date ? date->ToString() : "") == row.expected);
  }
}

}  // namespace
}  // namespace broadsheet
