#pragma once

#include <optional>
#include <string_view>

#include "post/date.h"

namespace broadsheet {

// What ParseDate reads, and the ways of e-mails, browsers and other programs: a day of the week before it,
// "20261122", "9:30 PM", "EST", "GMT+0100 (CET)" behind it.
std::optional<Date> ParseForeignDate(std::string_view text);

}  // namespace broadsheet
