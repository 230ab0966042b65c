#pragma once

#include <string>

namespace broadsheet {

// A file of the published site, ready to be written.
struct PublishedFile {
  std::string path;  // under the site's folder
  std::string bytes;
};

}  // namespace broadsheet
