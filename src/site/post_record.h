#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "io/file_system.h"
#include "site/image_size.h"
#include "site/manuscript.h"
#include "site/records.h"

namespace broadsheet {

// What a former run has read, which need not be read again as long as the files are the same.
class PostRecords {
 public:
  // `safe_until_ns`: a file that changed later may change once more without its time telling.
  PostRecords(Records& records, int64_t safe_until_ns)
      : records_(records), safe_until_ns_(safe_until_ns) {}

  // Null unless the file at `info` is that of the record; its text is left out. Any thread.
  std::shared_ptr<const Manuscript> Find(const FileInfo& info) const;
  // The same for a file whose bytes were read.
  std::shared_ptr<const Manuscript> Find(const FileInfo& info, uint64_t hash);
  void Put(const FileInfo& info, const Manuscript& manuscript);

  // False unless the picture at `info` is that of the record.
  bool FindPicture(const FileInfo& info, std::optional<ImageSize>& size) const;
  void PutPicture(const FileInfo& info, const std::optional<ImageSize>& size);

  // A number for the bytes of a file that was not read; 0 when its time says nothing yet.
  uint64_t SourceOf(const FileInfo& info) const;

 private:
  bool IsSafe(const FileInfo& info) const;

  Records& records_;
  int64_t safe_until_ns_;
};

}  // namespace broadsheet
