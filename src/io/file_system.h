#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace broadsheet {

struct FileInfo {
  std::string path;      // relative to the folder that was listed, '/' between folders
  uint64_t size_bytes = 0;
  int64_t modified_ns = 0;
};

// The only door to files. Paths are UTF-8 with '/'. Errors carry the path and the system's reason.
class FileSystem {
 public:
  virtual ~FileSystem() = default;

  // All regular files below `folder`, sorted by path (bytes); names starting with '.' are passed over.
  virtual Result<std::vector<FileInfo>> List(std::string_view folder) = 0;
  virtual Result<std::string> Read(std::string_view path) = 0;
  // Creates folders as needed. The file is whole or absent at every moment (written beside, renamed).
  virtual Status Write(std::string_view path, std::string_view bytes) = 0;
  virtual Status Copy(std::string_view from, std::string_view to) = 0;
  virtual Status Remove(std::string_view path) = 0;  // file or whole folder; absent is fine
  virtual Status Rename(std::string_view from, std::string_view to) = 0;
  virtual bool Exists(std::string_view path) = 0;
};

}  // namespace broadsheet
