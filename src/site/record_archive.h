#pragma once

#include <atomic>
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/result.h"
#include "io/file_system.h"

namespace broadsheet {

// Bytes by name that one run leaves to the next, for what is too large to be held in memory as Records is:
// a record is read when it is asked for and written soon after it was put. `<file>` holds the records, one
// after the other and those of former runs among them; `<file>.table` says where each lies.
class RecordArchive {
 public:
  // Reads the table of what runs of the same `identity` have left at `file`; "" leaves and finds nothing.
  RecordArchive(FileSystem& files, std::string_view file, std::string_view identity);

  // "" when there is none. Any thread.
  std::string Find(const std::string& name) const;
  // The same without a copy; the view lives as long as this object. "" before ReadAll.
  std::string_view View(const std::string& name) const;
  // Reads all records at once, for View.
  void ReadAll();
  // Says that the record is wanted, without reading it. Any thread.
  void Keep(const std::string& name) const;
  // Any thread; seen by the next run only.
  void Put(const std::string& name, std::string_view bytes);
  bool exists() const { return !file_.empty(); }

  // Leaves what was put, found and kept to the next run. A run that is killed before leaves what it found.
  Status Save();

 private:
  struct Place {
    uint64_t begin = 0;
    uint64_t size_bytes = 0;
    mutable std::atomic<bool> used = false;
  };
  struct NewPlace {
    uint64_t begin = 0;
    uint64_t size_bytes = 0;
  };

  std::string TableFile() const { return file_ + ".table"; }
  bool ReadTable(std::string_view bytes);
  const Place* Use(const std::string& name) const;
  void Start();
  void Flush();
  Status WriteTable();
  // Writes the file anew without what nobody wants.
  Status Compact();

  FileSystem& files_;
  std::string file_;
  std::string identity_;
  std::unordered_map<std::string, Place> old_;
  std::string all_;  // the file, after ReadAll
  std::mutex mutex_;
  bool is_started_ = false;  // something was put
  std::unordered_map<std::string, NewPlace> put_;
  std::string buffer_;  // what stands at the end of the file next
  uint64_t end_ = 0;    // of the file, with the buffer
  Status status_;       // of writing
};

}  // namespace broadsheet
