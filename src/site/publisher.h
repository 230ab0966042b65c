#pragma once

#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "base/result.h"
#include "io/file_system.h"
#include "site/collection.h"
#include "site/output_tree.h"

namespace broadsheet {

struct PublishOptions {
  CollectionOptions collection;
  std::string out_folder = "dist";
  std::string shell_folder;    // with index.html, app/, core/, …
  std::string modules_folder;  // with read.wasm, search.wasm, publish.wasm
  bool live = false;           // publish shell and posts only; the reader's browser does the rest
};

struct PublishReport {
  size_t posts = 0;
  Diagnostics diagnostics;  // of the folder's files, by path
  OutputTree::Counts output;
};

// Publishes a folder of posts as a site. A post that cannot be read is reported (kError) and left out;
// the Error says why there is no site at all, and then the out folder is as it was.
Result<PublishReport> Publish(FileSystem& files, const PublishOptions& options,
                              const Progress& progress);

}  // namespace broadsheet
