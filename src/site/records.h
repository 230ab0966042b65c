#pragma once

#include <atomic>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/result.h"
#include "io/file_system.h"

namespace broadsheet {

// Bytes by name that one run leaves to the next. They lie in two files, so that a run that changes few
// of them writes few: `<file>` holds all of a former run, `<file>.new` what has changed since.
class Records {
 public:
  // Reads what runs of the same `identity` have left at `file`; "" leaves and finds nothing.
  Records(FileSystem& files, std::string_view file, std::string_view identity);

  // "" when there is none. The view lives as long as this object. Any thread.
  std::string_view Find(const std::string& name) const;
  // Says that the record is wanted, without reading it. Any thread.
  void Keep(const std::string& name) const { (void)Find(name); }
  // Any thread; seen by the next run only.
  void Put(const std::string& name, std::string bytes);
  bool exists() const { return !file_.empty(); }

  // Leaves what was put, and what was found, to the next run.
  Status Save();

 private:
  struct Record {
    std::string_view bytes;
    bool is_new = false;  // not in `<file>`
    mutable std::atomic<bool> used = false;
  };

  void Load(std::string_view bytes, bool is_new);
  std::string Pack(bool all) const;

  FileSystem& files_;
  std::string file_;
  std::string identity_;
  std::string old_bytes_;
  std::string new_bytes_;
  std::unordered_map<std::string, Record> records_;
  std::mutex mutex_;
  std::unordered_map<std::string, std::string> put_;
};

}  // namespace broadsheet
