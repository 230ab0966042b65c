#pragma once

#include <string>
#include <vector>

#include "cli/verb.h"

namespace broadsheet {

// Runs `broadsheet WORDS…` and returns the exit code: 0 done, 1 failed, 2 not understood.
int RunCommand(const std::vector<std::string>& words, Machine& machine);

// docs/command.md: all of --help as one Markdown page.
std::string ManualMarkdown();

}  // namespace broadsheet
