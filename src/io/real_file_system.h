#pragma once

#include "io/file_system.h"

namespace broadsheet {

// The machine's files, by POSIX calls that work natively and under Node.
class RealFileSystem : public FileSystem {
 public:
  Result<std::vector<FileInfo>> List(std::string_view folder, bool hidden = false) override;
  Result<FileInfo> Stat(std::string_view path) override;
  Result<std::string> Read(std::string_view path) override;
  Result<std::string> ReadPart(std::string_view path, uint64_t begin, uint64_t size) override;
  Status Write(std::string_view path, std::string_view bytes) override;
  Status Append(std::string_view path, std::string_view bytes) override;
  Status Link(std::string_view from, std::string_view to) override;
  Status Remove(std::string_view path) override;
  bool RemoveIfEmpty(std::string_view folder) override;
  Status Rename(std::string_view from, std::string_view to) override;
  Status Exchange(std::string_view a, std::string_view b) override;
  bool Exists(std::string_view path) override;
};

}  // namespace broadsheet
