#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace broadsheet {

struct FileInfo {
  std::string path;  // relative to the folder that was listed, '/' between folders
  uint64_t size_bytes = 0;
  int64_t modified_ns = 0;
  int64_t changed_ns = 0;  // of its name or rights too: tells a file that took another's place

  friend bool operator==(const FileInfo&, const FileInfo&) = default;
};

// The only door to files. Paths are UTF-8 with '/'. Errors carry the path and the system's reason.
// Reading and writing different files from several threads at once is allowed.
class FileSystem {
 public:
  virtual ~FileSystem() = default;

  // All regular files below `folder`, sorted by path (bytes). Names starting with '.' are passed over, or with
  // `hidden` listed too, but for ".git" and ".DS_Store".
  virtual Result<std::vector<FileInfo>> List(std::string_view folder, bool hidden = false) = 0;
  // Of a regular file; its path is "".
  virtual Result<FileInfo> Stat(std::string_view path) = 0;
  virtual Result<std::string> Read(std::string_view path) = 0;
  // The `size` bytes from `begin` on; kIo when the file ends before them.
  virtual Result<std::string> ReadPart(std::string_view path, uint64_t begin, uint64_t size) = 0;
  // Creates folders as needed. The file is whole or absent at every moment (written beside, renamed).
  virtual Status Write(std::string_view path, std::string_view bytes) = 0;
  // Puts bytes at the end of a file, in place; makes it, and folders, as needed. A run that is killed may
  // leave some of them. Not for what others read, nor for a file with a second name.
  virtual Status Append(std::string_view path, std::string_view bytes) = 0;
  // Makes `to` a second name of the file `from` where the system can, else a copy; creates folders as
  // needed. Neither may be changed in place afterwards (Write never does). Fails when `to` is there.
  virtual Status Link(std::string_view from, std::string_view to) = 0;
  virtual Status Remove(std::string_view path) = 0;  // file or whole folder; absent is fine
  // Whether the folder was empty, and is gone.
  virtual bool RemoveIfEmpty(std::string_view folder) = 0;
  virtual Status Rename(std::string_view from, std::string_view to) = 0;
  // Gives two folders each other's name in one step; kUnsupported where the system cannot.
  virtual Status Exchange(std::string_view a, std::string_view b) = 0;
  virtual bool Exists(std::string_view path) = 0;
};

// "a/b" + "c" = "a/b/c"; an empty side adds no slash.
std::string JoinPath(std::string_view folder, std::string_view name);
// What stands behind the last slash, if there is one.
std::string_view FileName(std::string_view path);

}  // namespace broadsheet
