#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

// One line of text: what a title or a summary is, whatever line breaks it was written with. Runs of blanks
// become one, none are at its ends; controls and noncharacters, which no page may hold, are left out.
std::string OneLine(std::string_view text);

}  // namespace broadsheet
