#pragma once

#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "base/result.h"
#include "io/file_system.h"
#include "site/edition.h"
#include "site/posts_folder.h"
#include "site/progress.h"

namespace broadsheet {


struct CollectionOptions {
  std::string posts_folder = "posts";
  std::string base = "/";
  bool drafts = false;
  int jobs = 1;
};

// The writer's folder, read: its files, its settings, its posts.
struct Collection {
  PostsFolder folder;
  Edition edition;
  Diagnostics diagnostics;  // all findings, by path; paths start with the folder's own
};

// A post that cannot be read is reported (kError) and left out; the Error says why there is no
// collection at all.
Result<Collection> ReadCollection(FileSystem& files, const CollectionOptions& options, const Progress& progress);

}  // namespace broadsheet
