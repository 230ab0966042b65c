#include "site/records.h"

#include <utility>

#include "base/bytes.h"

namespace broadsheet {
namespace {

constexpr std::string_view kMagic = "broadsheet records 1\n";
constexpr size_t kNewShare = 8;  // of all: when the new ones are more, all are written

std::string ReadOrNothing(FileSystem& files, const std::string& path) {
  Result<std::string> bytes = files.Read(path);
  return bytes.ok() ? std::move(*bytes) : std::string();
}

void Append(ByteWriter& out, std::string_view name, std::string_view bytes) {
  out.Counted(name);
  out.Counted(bytes);
}

}  // namespace

Records::Records(FileSystem& files, std::string_view file, std::string_view identity)
    : files_(files), file_(file), identity_(identity) {
  if (!exists()) return;
  old_bytes_ = ReadOrNothing(files_, file_);
  Load(old_bytes_, false);
  if (records_.empty()) return;
  new_bytes_ = ReadOrNothing(files_, file_ + ".new");
  Load(new_bytes_, true);
}

void Records::Load(std::string_view bytes, bool is_new) {
  ByteReader reader(bytes);
  if (reader.Raw(kMagic.size()) != kMagic || reader.Counted() != identity_) return;
  while (reader.ok() && !reader.AtEnd()) {
    std::string name(reader.Counted());
    const std::string_view record = reader.Counted();
    if (!reader.ok()) break;
    Record& kept = records_[std::move(name)];
    kept.bytes = record;
    kept.is_new = is_new;
  }
}

std::string_view Records::Find(const std::string& name) const {
  const auto found = records_.find(name);
  if (found == records_.end()) return {};
  found->second.used = true;
  return found->second.bytes;
}

void Records::Put(const std::string& name, std::string bytes) {
  if (!exists()) return;
  const std::lock_guard<std::mutex> lock(mutex_);
  put_[name] = std::move(bytes);
}

std::string Records::Pack(bool all) const {
  ByteWriter out;
  out.Raw(kMagic);
  out.Counted(identity_);
  for (const auto& [name, record] : records_) {
    const bool wanted = all ? record.used.load() : record.is_new;
    if (wanted && put_.count(name) == 0) Append(out, name, record.bytes);
  }
  for (const auto& [name, bytes] : put_) Append(out, name, bytes);
  return out.Take();
}

Status Records::Save() {
  if (!exists() || put_.empty()) return {};
  const std::string some = Pack(false);
  if (!records_.empty() && some.size() < old_bytes_.size() / kNewShare) {
    return files_.Write(file_ + ".new", some);
  }
  // The new ones first: they would cover the others.
  if (Status status = files_.Remove(file_ + ".new"); !status.ok()) return status;
  return files_.Write(file_, Pack(true));
}

}  // namespace broadsheet
