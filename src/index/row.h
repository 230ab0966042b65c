#pragma once

#include <cstdint>
#include <string>

#include "base/vector.h"

namespace broadsheet {

// What an answer shows of a post.
struct PostRow {
  struct Section {
    uint32_t position = 0;  // of its heading's first word, or of its text, in the body
    std::string id;
    std::string title;
  };

  std::string path;
  std::string url;
  std::string title;
  bool has_date = false;
  int64_t date = 0;          // Unix seconds
  Vector<Section> sections;  // by position; what stands before the first has no section
};

}  // namespace broadsheet
