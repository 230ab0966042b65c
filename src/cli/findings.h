#pragma once

#include "base/diagnostic.h"
#include "cli/console.h"

namespace broadsheet {

// Prints findings to standard error, a line each. Returns how many are more than notes.
size_t PrintFindings(Machine& machine, const Diagnostics& diagnostics);

// The same, but where many say the same of different names only the first of them and how many more there
// are; what was left out of the site (errors) is always printed.
size_t PrintFirstFindings(Machine& machine, const Diagnostics& diagnostics);

}  // namespace broadsheet
