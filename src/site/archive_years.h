#pragma once

#include <string>
#include <vector>

#include "site/edition.h"
#include "view/views.h"

namespace broadsheet {

// The posts of one year; that of a date is as it was written.
struct ArchiveYear {
  TagCount term;  // named "2026", or what posts without a date are called, at "undated"
  std::vector<const Post*> posts;  // newest first
};

// The newest year first.
std::vector<ArchiveYear> ArchiveYears(const Edition& edition);

// What the year of a post is called in addresses: "2026", "undated".
std::string ArchiveSlug(const Post& post);

}  // namespace broadsheet
