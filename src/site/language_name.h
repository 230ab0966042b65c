#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

// What a language calls itself, with its region where the tag names one: "Deutsch", "Português (BR)".
// The tag for a language without a name here.
std::string LanguageName(std::string_view tag);

}  // namespace broadsheet
