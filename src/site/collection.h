#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/result.h"
#include "io/file_system.h"
#include "site/edition.h"
#include "site/picture_sizes.h"
#include "site/post_record.h"
#include "site/posts_folder.h"
#include "site/progress.h"

namespace broadsheet {

struct CollectionOptions {
  std::string posts_folder = "posts";
  std::string base = "/";
  bool drafts = false;
  int64_t now = INT64_MAX;  // Unix seconds: later posts are scheduled, expired ones left out
  int jobs = 1;
  PostRecords* known = nullptr;  // what former runs have read; may be null
  TakePicture take_picture;      // told each picture that is read for its size; may be empty
};

// The writer's folder, read: its files, its settings, its posts.
struct Collection {
  PostsFolder folder;
  Edition edition;
  // Not in the edition before their time: the readers' browsers publish them by the clock.
  std::vector<std::shared_ptr<const Manuscript>> scheduled;
  Diagnostics diagnostics;  // all findings, by path; paths start with the folder's own
};

// A post that cannot be read is reported (kError) and left out; the Error says why there is no
// collection at all.
Result<Collection> ReadCollection(FileSystem& files, const CollectionOptions& options,
                                  const Progress& progress);

}  // namespace broadsheet
