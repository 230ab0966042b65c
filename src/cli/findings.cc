#include "cli/findings.h"

namespace broadsheet {

size_t PrintFindings(Machine& machine, const Diagnostics& diagnostics) {
  size_t serious = 0;
  for (const Diagnostic& diagnostic : diagnostics) {
    machine.console.Err(diagnostic.ToString() + "\n");
    if (diagnostic.severity != Severity::kNote) ++serious;
  }
  return serious;
}

}  // namespace broadsheet
