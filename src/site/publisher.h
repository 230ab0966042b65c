#pragma once

#include <memory>
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
  std::string modules_folder;  // with read.wasm, search.wasm, explain.wasm, publish.wasm
  bool live = false;           // publish shell and posts only; the reader's browser does the rest
  // What is kept from run to run, so that the next need not do all again: a folder beside out_folder,
  // or "" for none. `program` tells this build of the program from any other.
  std::string memory_folder;
  std::string program;
  // Keeps the search index and the related posts of the run before, which are most of the work: for
  // who wants to see a change at once and runs again.
  bool quick = false;
};

struct PublishReport {
  size_t posts = 0;
  Diagnostics diagnostics;  // of the folder's files, by path
  OutputTree::Counts output;
  bool is_quick = false;  // the index is that of an earlier run
  // All that the run held in memory. To give it back takes time, which who exits at once need not spend.
  std::shared_ptr<void> remains;
};

// Where a site's memory belongs: "a/.dist.broadsheet" for "a/dist"; "" for a folder without a name.
std::string MemoryFolder(std::string_view out_folder);

// Publishes a folder of posts as a site. The bytes are the same with and without a memory. A post that cannot be read is reported (kError) and left out;
// the Error says why there is no site at all, and then the out folder is as it was.
Result<PublishReport> Publish(FileSystem& files, const PublishOptions& options,
                              const Progress& progress);

}  // namespace broadsheet
