#pragma once

#include <string>

namespace broadsheet {

// Tells this build of the program from any other by its bytes; "" where the system does not show them.
// CMake chooses the source.
std::string ProgramHash();

}  // namespace broadsheet
