#pragma once

#include <string>

#include "cli/verb.h"

namespace broadsheet {

std::string HelpText();                  // broadsheet --help
std::string HelpText(const Verb& verb);  // broadsheet VERB --help

}  // namespace broadsheet
