#pragma once

#include <string_view>

#include "base/result.h"
#include "io/file_system.h"
#include "site/output_tree.h"

namespace broadsheet {

// Puts the shell (all of its folder but index.html, which is the pages' template) and the wasm modules
// that are there into the site, under broadsheet/.
Status PutShell(FileSystem& files, std::string_view shell_folder, std::string_view modules_folder,
                OutputTree& output);

}  // namespace broadsheet
