#pragma once

#include <map>
#include <mutex>
#include <string>

#include "io/file_system.h"

namespace broadsheet {

// Files in memory, for tests. Modification times count writes. One call at a time: others wait.
class MemoryFileSystem : public FileSystem {
 public:
  Result<std::vector<FileInfo>> List(std::string_view folder, bool hidden = false) override;
  Result<FileInfo> Stat(std::string_view path) override;
  Result<std::string> Read(std::string_view path) override;
  Result<std::string> ReadPart(std::string_view path, uint64_t begin, uint64_t size) override;
  Status Write(std::string_view path, std::string_view bytes) override;
  Status Append(std::string_view path, std::string_view bytes) override;
  // Write, as if it had been done then.
  void WriteAt(std::string_view path, std::string_view bytes, int64_t modified_ns);
  Status Link(std::string_view from, std::string_view to) override;
  Status Remove(std::string_view path) override;
  bool RemoveIfEmpty(std::string_view folder) override;
  Status Rename(std::string_view from, std::string_view to) override;
  Status Exchange(std::string_view a, std::string_view b) override;
  bool Exists(std::string_view path) override;

 private:
  struct File {
    std::string bytes;
    int64_t modified_ns = 0;
  };

  using Lock = std::lock_guard<std::recursive_mutex>;  // some calls are made of others

  std::recursive_mutex mutex_;
  std::map<std::string, File, std::less<>> files_;
  int64_t clock_ = 0;
};

}  // namespace broadsheet
