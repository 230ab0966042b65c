#include "io/memory_file_system.h"

namespace broadsheet {
namespace {

Error Absent(std::string_view path) {
  return {ErrorCode::kNotFound, "there is no such file", std::string(path), 0};
}

bool IsBelow(std::string_view path, std::string_view folder) {
  return folder.empty() || (path.size() > folder.size() &&
                            path.substr(0, folder.size()) == folder && path[folder.size()] == '/');
}

bool IsHidden(std::string_view path) {
  return path.substr(0, 1) == "." || path.find("/.") != std::string_view::npos;
}

}  // namespace

Result<std::vector<FileInfo>> MemoryFileSystem::List(std::string_view folder, bool hidden) {
  const Lock lock(mutex_);
  std::vector<FileInfo> out;
  for (const auto& [path, file] : files_) {
    if (!IsBelow(path, folder)) continue;
    std::string name = path.substr(folder.empty() ? 0 : folder.size() + 1);
    if (!hidden && IsHidden(name)) continue;
    out.push_back({std::move(name), file.bytes.size(), file.modified_ns, file.modified_ns});
  }
  if (out.empty() && !Exists(folder)) return Absent(folder);
  return out;
}

Result<FileInfo> MemoryFileSystem::Stat(std::string_view path) {
  const Lock lock(mutex_);
  const auto file = files_.find(path);
  if (file == files_.end()) return Absent(path);
  return FileInfo{"", file->second.bytes.size(), file->second.modified_ns,
                  file->second.modified_ns};
}

Result<std::string> MemoryFileSystem::Read(std::string_view path) {
  const Lock lock(mutex_);
  const auto file = files_.find(path);
  if (file == files_.end()) return Absent(path);
  return file->second.bytes;
}

Result<std::string> MemoryFileSystem::ReadPart(std::string_view path, uint64_t begin,
                                               uint64_t size) {
  const Lock lock(mutex_);
  const auto file = files_.find(path);
  if (file == files_.end()) return Absent(path);
  const std::string& bytes = file->second.bytes;
  if (begin > bytes.size() || size > bytes.size() - begin) {
    return Error{ErrorCode::kIo, "the file is shorter", std::string(path), 0};
  }
  return bytes.substr(begin, size);
}

Status MemoryFileSystem::Append(std::string_view path, std::string_view bytes) {
  const Lock lock(mutex_);
  File& file = files_[std::string(path)];
  file.bytes += bytes;
  file.modified_ns = ++clock_;
  return {};
}

Status MemoryFileSystem::Write(std::string_view path, std::string_view bytes) {
  const Lock lock(mutex_);
  files_[std::string(path)] = {std::string(bytes), ++clock_};
  return {};
}

void MemoryFileSystem::WriteAt(std::string_view path, std::string_view bytes, int64_t modified_ns) {
  const Lock lock(mutex_);
  files_[std::string(path)] = {std::string(bytes), modified_ns};
}

Status MemoryFileSystem::Link(std::string_view from, std::string_view to) {
  const Lock lock(mutex_);
  const auto file = files_.find(from);
  if (file == files_.end()) return Absent(from);
  if (files_.count(to) > 0)
    return Error{ErrorCode::kIo, "the file is there already", std::string(to), 0};
  files_[std::string(to)] = file->second;
  return {};
}

Status MemoryFileSystem::Remove(std::string_view path) {
  const Lock lock(mutex_);
  for (auto file = files_.begin(); file != files_.end();) {
    const bool gone = file->first == path || IsBelow(file->first, path);
    file = gone ? files_.erase(file) : std::next(file);
  }
  return {};
}

// Here a folder is what is in it.
bool MemoryFileSystem::RemoveIfEmpty(std::string_view folder) { return !Exists(folder); }

Status MemoryFileSystem::Rename(std::string_view from, std::string_view to) {
  const Lock lock(mutex_);
  if (!Exists(from)) return Absent(from);
  std::map<std::string, File, std::less<>> moved;
  for (auto file = files_.begin(); file != files_.end();) {
    if (file->first == from || IsBelow(file->first, from)) {
      moved[std::string(to) + file->first.substr(from.size())] = std::move(file->second);
      file = files_.erase(file);
    } else {
      ++file;
    }
  }
  moved.merge(files_);
  files_ = std::move(moved);
  return {};
}

Status MemoryFileSystem::Exchange(std::string_view a, std::string_view b) {
  const Lock lock(mutex_);
  const std::string aside = std::string(a) + "\x01";
  if (Status status = Rename(a, aside); !status.ok()) return status;
  if (Status status = Rename(b, a); !status.ok()) return status;
  return Rename(aside, b);
}

bool MemoryFileSystem::Exists(std::string_view path) {
  const Lock lock(mutex_);
  if (files_.count(path) > 0) return true;
  for (const auto& [name, file] : files_) {
    if (IsBelow(name, path)) return true;
  }
  return false;
}

}  // namespace broadsheet
