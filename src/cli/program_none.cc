#include "cli/program.h"

namespace broadsheet {

std::string ProgramHash() { return {}; }

}  // namespace broadsheet
