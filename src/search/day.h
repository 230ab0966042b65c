#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "search/query.h"

namespace broadsheet {

// The days of a year, a month or a day: "2024", "2024-05", "2024-05-31".
std::optional<DayRange> ParsePeriod(std::string_view text);

// The year that a day (since 1970-01-01) lies in.
int32_t YearOfDay(int32_t day);

}  // namespace broadsheet
