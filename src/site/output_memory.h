#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "io/file_system.h"

namespace broadsheet {

// A file of the site as it was written.
struct OutputFile {
  uint64_t size_bytes = 0;
  int64_t modified_ns = 0;
  uint64_t hash = 0;    // of its bytes
  uint64_t source = 0;  // what it was made of; 0 = not known
};

using OutputFiles = std::unordered_map<std::string, OutputFile>;

// What OutputTree remembers from one run to the next, in a folder of its own: the files of the site, and
// in which of them the site before, which lies there too, differs. Nothing of it is needed: a run without
// it only takes longer.
class OutputMemory {
 public:
  // `folder` "" remembers nothing.
  OutputMemory(FileSystem& files, std::string_view folder) : files_(files), folder_(folder) {}

  bool exists() const { return !folder_.empty(); }
  // Where the site before lies.
  std::string spare() const { return JoinPath(folder_, "site"); }

  OutputFiles LoadFiles() const;
  // Takes the list of the paths in which the spare site differs, if it is whole, and forgets it, since
  // the spare site is about to be changed. False when there is no whole spare site.
  bool TakeDifferences(std::vector<std::string>& paths);
  // The list comes last, so that it never stands for a site that is not there.
  Status Save(const OutputFiles& site, const std::vector<std::string>* differences);

 private:
  FileSystem& files_;
  std::string folder_;
};

}  // namespace broadsheet
