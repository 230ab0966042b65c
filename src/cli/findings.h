#pragma once

#include "base/diagnostic.h"
#include "cli/console.h"

namespace broadsheet {

// Prints findings to standard error, a line each. Returns how many are more than notes.
size_t PrintFindings(Machine& machine, const Diagnostics& diagnostics);

}  // namespace broadsheet
