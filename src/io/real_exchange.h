#pragma once

#include <string>

#include "base/result.h"

namespace broadsheet {

// FileSystem::Exchange for the system that is built for; CMake chooses the source.
Status ExchangeFolders(const std::string& a, const std::string& b);

}  // namespace broadsheet
