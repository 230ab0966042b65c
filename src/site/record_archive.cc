#include "site/record_archive.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/bytes.h"

namespace broadsheet {
namespace {

constexpr std::string_view kMagic = "broadsheet archive 1\n";
constexpr std::string_view kEnd = "end\n";
constexpr size_t kBufferBytes = 1 << 20;

}  // namespace

RecordArchive::RecordArchive(FileSystem& files, std::string_view file, std::string_view identity)
    : files_(files), file_(file), identity_(identity) {
  if (!exists()) return;
  const Result<std::string> table = files_.Read(TableFile());
  if (!table.ok() || !ReadTable(*table)) old_.clear();
}

// False unless it is a whole table of a file that has all of its records.
bool RecordArchive::ReadTable(std::string_view bytes) {
  ByteReader reader(bytes);
  if (reader.Raw(kMagic.size()) != kMagic || reader.Counted() != identity_) return false;
  const uint64_t count = reader.Varint();
  if (count > bytes.size()) return false;
  old_.reserve(count);
  uint64_t end = 0;
  for (uint64_t i = 0; i < count && reader.ok(); ++i) {
    Place& place = old_[std::string(reader.Counted())];
    place.begin = reader.Varint();
    place.size_bytes = reader.Varint();
    end = std::max(end, place.begin + place.size_bytes);
  }
  if (reader.Raw(kEnd.size()) != kEnd) return false;
  const Result<FileInfo> info = files_.Stat(file_);
  return info.ok() && info->size_bytes >= end;
}

const RecordArchive::Place* RecordArchive::Use(const std::string& name) const {
  const auto found = old_.find(name);
  if (found == old_.end()) return nullptr;
  found->second.used = true;
  return &found->second;
}

std::string RecordArchive::Find(const std::string& name) const {
  const Place* place = Use(name);
  if (place == nullptr) return {};
  Result<std::string> bytes = files_.ReadPart(file_, place->begin, place->size_bytes);
  return bytes.ok() ? std::move(*bytes) : std::string();
}

std::string_view RecordArchive::View(const std::string& name) const {
  const Place* place = Use(name);
  if (place == nullptr || place->begin > all_.size()) return {};
  return std::string_view(all_).substr(place->begin, place->size_bytes);
}

void RecordArchive::ReadAll() {
  if (old_.empty()) return;
  Result<std::string> bytes = files_.Read(file_);
  if (bytes.ok()) all_ = std::move(*bytes);
}

void RecordArchive::Keep(const std::string& name) const { (void)Use(name); }

// Without a table nothing of the file is wanted; what a killed run has left at its end is not, either.
void RecordArchive::Start() {
  is_started_ = true;
  if (old_.empty()) {
    status_ = files_.Remove(TableFile());
    if (status_.ok()) status_ = files_.Remove(file_);
    return;
  }
  const Result<FileInfo> info = files_.Stat(file_);
  if (info.ok()) {
    end_ = info->size_bytes;
  } else {
    status_ = info.error();
  }
}

void RecordArchive::Flush() {
  if (status_.ok() && !buffer_.empty()) status_ = files_.Append(file_, buffer_);
  buffer_.clear();
}

void RecordArchive::Put(const std::string& name, std::string_view bytes) {
  if (!exists()) return;
  const std::lock_guard<std::mutex> lock(mutex_);
  if (!is_started_) Start();
  put_[name] = {end_, bytes.size()};
  buffer_ += bytes;
  end_ += bytes.size();
  if (buffer_.size() >= kBufferBytes) Flush();
}

Status RecordArchive::WriteTable() {
  ByteWriter table;
  table.Raw(kMagic);
  table.Counted(identity_);
  table.Varint(put_.size());
  for (const auto& [name, place] : put_) {
    table.Counted(name);
    table.Varint(place.begin);
    table.Varint(place.size_bytes);
  }
  table.Raw(kEnd);
  return files_.Write(TableFile(), table.bytes());
}

Status RecordArchive::Compact() {
  std::vector<NewPlace*> places;
  for (auto& [name, place] : put_) places.push_back(&place);
  std::sort(places.begin(), places.end(),
            [](const NewPlace* a, const NewPlace* b) { return a->begin < b->begin; });
  const std::string beside = file_ + ".writing";
  if (Status status = files_.Remove(beside); !status.ok()) return status;
  uint64_t end = 0;
  for (size_t i = 0; i < places.size(); ++i) {
    const Result<std::string> bytes =
        files_.ReadPart(file_, places[i]->begin, places[i]->size_bytes);
    if (!bytes.ok()) return bytes.error();
    places[i]->begin = end;
    end += bytes->size();
    buffer_ += *bytes;
    if (buffer_.size() < kBufferBytes && i + 1 < places.size()) continue;
    if (Status status = files_.Append(beside, buffer_); !status.ok()) return status;
    buffer_.clear();
  }
  // The table first: it must never say where records of another file lie.
  if (Status status = files_.Remove(TableFile()); !status.ok()) return status;
  return files_.Rename(beside, file_);
}

Status RecordArchive::Save() {
  if (!is_started_) return {};
  Flush();
  if (!status_.ok()) return status_;
  for (const auto& [name, place] : old_) {
    if (place.used) put_.try_emplace(name, NewPlace{place.begin, place.size_bytes});
  }
  uint64_t wanted = 0;
  for (const auto& [name, place] : put_) wanted += place.size_bytes;
  if (wanted * 2 < end_) {
    if (Status status = Compact(); !status.ok()) return status;
  }
  return WriteTable();
}

}  // namespace broadsheet
