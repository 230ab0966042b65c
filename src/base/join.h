#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace broadsheet {

// The parts behind one another: one call where a chain of pluses would be many.
std::string Join(std::initializer_list<std::string_view> parts);

}  // namespace broadsheet
