#pragma once

#include <string_view>

#include "base/diagnostic.h"
#include "base/result.h"
#include "io/file_system.h"
#include "site/output_tree.h"

namespace broadsheet {

// Puts the shell (all of its folder but index.html, which is the pages' template) and the wasm modules
// into the site, under broadsheet/. Modules that are not there are reported: without them the site can be
// read, but not searched.
Status PutShell(FileSystem& files, std::string_view shell_folder, std::string_view modules_folder,
                OutputTree& output, Diagnostics& diagnostics);

}  // namespace broadsheet
