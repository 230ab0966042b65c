#pragma once

#include <string>

#include "index/draft.h"
#include "index/root.h"
#include "index/string_model.h"

namespace broadsheet {

// Writes the posts file (rows, dates, labels) and sets the sizes of its blocks in `root`.
std::string WritePosts(const Draft& draft, Root& root, const StringModel& words);

}  // namespace broadsheet
