#include "io/real_file_system.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <iterator>
#include <utility>

#include "base/parallel.h"
#include "io/real_exchange.h"

namespace broadsheet {
namespace {

constexpr uint64_t kFileLimitBytes = 1u << 30;

Error SystemError(std::string_view path) {
  const ErrorCode code = errno == ENOENT ? ErrorCode::kNotFound : ErrorCode::kIo;
  const char* reason = errno == ENOENT ? "there is no such file or folder" : std::strerror(errno);
  return {code, reason, std::string(path), 0};
}

int64_t Nanoseconds(const timespec& time) {
  return static_cast<int64_t>(time.tv_sec) * 1000000000 + time.tv_nsec;
}

FileInfo InfoOf(std::string path, const struct stat& info) {
  return {std::move(path), static_cast<uint64_t>(info.st_size), Nanoseconds(info.st_mtim),
          Nanoseconds(info.st_ctim)};
}

// Closes the descriptor that it holds.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }

 private:
  int number_;
};

Status MakeFolders(const std::string& path) {
  for (size_t slash = path.find('/', 1); slash != std::string::npos;
       slash = path.find('/', slash + 1)) {
    const std::string folder = path.substr(0, slash);
    if (mkdir(folder.c_str(), 0777) != 0 && errno != EEXIST) return SystemError(folder);
  }
  return {};
}

// Opens for writing; makes the folders only when they turn out to be missing. `how` is O_TRUNC or O_APPEND.
Result<int> OpenToWrite(const std::string& path, int how) {
  const int flags = O_WRONLY | O_CREAT | how;
  int number = open(path.c_str(), flags, 0666);
  if (number < 0 && errno == ENOENT) {
    if (Status status = MakeFolders(path); !status.ok()) return status.error();
    number = open(path.c_str(), flags, 0666);
  }
  if (number < 0) return SystemError(path);
  return number;
}

Status WriteAll(const std::string& path, std::string_view bytes, int how) {
  const Result<int> opened = OpenToWrite(path, how);
  if (!opened.ok()) return opened.error();
  const Descriptor file(*opened);
  while (!bytes.empty()) {
    const ssize_t size = write(file.number(), bytes.data(), bytes.size());
    if (size < 0 && errno == EINTR) continue;
    if (size <= 0) return SystemError(path);
    bytes.remove_prefix(static_cast<size_t>(size));
  }
  return {};
}

// Up to `size` bytes: fewer where the file ends.
Result<std::string> ReadFrom(const Descriptor& file, const std::string& path, uint64_t begin,
                             size_t size) {
  std::string bytes(size, '\0');
  size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t got = pread(file.number(), bytes.data() + done, bytes.size() - done,
                              static_cast<off_t>(begin + done));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return SystemError(path);
    if (got == 0) break;
    done += static_cast<size_t>(got);
  }
  bytes.resize(done);
  return bytes;
}

std::vector<std::string> NamesIn(const std::string& folder) {
  std::vector<std::string> names;
  DIR* handle = opendir(folder.c_str());
  if (handle == nullptr) return names;
  while (const dirent* entry = readdir(handle)) names.emplace_back(entry->d_name);
  closedir(handle);
  return names;
}

// A folder still to be listed.
struct Folder {
  std::string path;                            // from the root
  std::vector<std::pair<dev_t, ino_t>> above;  // those that it is in
};

// What lies in one folder: its files, and the folders that are still to be listed.
struct Listing {
  std::vector<FileInfo> files;
  std::vector<Folder> folders;
};

// Of hidden files, those that somebody may have put there for a host.
bool IsWanted(std::string_view name) {
  return name != "." && name != ".." && name != ".git" && name != ".DS_Store";
}

// A folder that is in itself, by a link, is passed over.
void ListFolder(const std::string& root, const Folder& folder, bool hidden, Listing& out) {
  DIR* handle = opendir(JoinPath(root, folder.path).c_str());
  if (handle == nullptr) return;
  struct stat own;
  std::vector<std::pair<dev_t, ino_t>> above = folder.above;
  if (fstat(dirfd(handle), &own) == 0) {
    const std::pair<dev_t, ino_t> id = {own.st_dev, own.st_ino};
    const bool is_circle = std::find(above.begin(), above.end(), id) != above.end();
    if (is_circle) {
      closedir(handle);
      return;
    }
    above.push_back(id);
  }
  while (const dirent* entry = readdir(handle)) {
    if (entry->d_name[0] == '.' && !(hidden && IsWanted(entry->d_name))) continue;
    std::string path = JoinPath(folder.path, entry->d_name);
    if (entry->d_type == DT_DIR) {
      out.folders.push_back({std::move(path), above});
      continue;
    }
    struct stat info;
    if (fstatat(dirfd(handle), entry->d_name, &info, 0) != 0) continue;
    if (S_ISREG(info.st_mode)) out.files.push_back(InfoOf(path, info));
    if (S_ISDIR(info.st_mode)) out.folders.push_back({std::move(path), above});
  }
  closedir(handle);
}

// Level by level, the folders of one level at the same time.
std::vector<FileInfo> ListBelow(const std::string& root, bool hidden) {
  constexpr int kDepthLimit = 64;
  std::vector<FileInfo> files;
  std::vector<Folder> folders = {{"", {}}};
  for (int depth = 0; depth <= kDepthLimit && !folders.empty(); ++depth) {
    std::vector<Listing> listings(folders.size());
    RunParallel(UsefulJobs(), folders.size(),
                [&](size_t i) { ListFolder(root, folders[i], hidden, listings[i]); });
    folders.clear();
    for (Listing& listing : listings) {
      std::move(listing.files.begin(), listing.files.end(), std::back_inserter(files));
      std::move(listing.folders.begin(), listing.folders.end(), std::back_inserter(folders));
    }
  }
  return files;
}

}  // namespace

Result<std::vector<FileInfo>> RealFileSystem::List(std::string_view folder, bool hidden) {
  const std::string root = folder.empty() ? "." : std::string(folder);
  struct stat info;
  if (stat(root.c_str(), &info) != 0) return SystemError(root);
  if (!S_ISDIR(info.st_mode)) return Error{ErrorCode::kIo, "this is not a folder", root, 0};
  std::vector<FileInfo> out = ListBelow(root, hidden);
  std::sort(out.begin(), out.end(),
            [](const FileInfo& a, const FileInfo& b) { return a.path < b.path; });
  return out;
}

Result<FileInfo> RealFileSystem::Stat(std::string_view path) {
  struct stat info;
  if (stat(std::string(path).c_str(), &info) != 0) return SystemError(path);
  if (!S_ISREG(info.st_mode)) {
    return Error{ErrorCode::kIo, "this is not a file", std::string(path), 0};
  }
  return InfoOf("", info);
}

Result<std::string> RealFileSystem::Read(std::string_view path) {
  const std::string name(path);
  const Descriptor file(open(name.c_str(), O_RDONLY));
  struct stat info;
  if (file.number() < 0 || fstat(file.number(), &info) != 0) return SystemError(path);
  if (S_ISDIR(info.st_mode)) return Error{ErrorCode::kIo, "this is a folder, not a file", name, 0};
  if (static_cast<uint64_t>(info.st_size) > kFileLimitBytes) {
    return Error{ErrorCode::kTooLarge, "the file is larger than 1 GiB", name, 0};
  }
  return ReadFrom(file, name, 0, static_cast<size_t>(info.st_size));
}

Result<std::string> RealFileSystem::ReadPart(std::string_view path, uint64_t begin, uint64_t size) {
  const std::string name(path);
  const Descriptor file(open(name.c_str(), O_RDONLY));
  if (file.number() < 0) return SystemError(path);
  if (size > kFileLimitBytes) {
    return Error{ErrorCode::kTooLarge, "the part is larger than 1 GiB", name, 0};
  }
  Result<std::string> bytes = ReadFrom(file, name, begin, static_cast<size_t>(size));
  if (bytes.ok() && bytes->size() < size) {
    return Error{ErrorCode::kIo, "the file is shorter", name, 0};
  }
  return bytes;
}

Status RealFileSystem::Append(std::string_view path, std::string_view bytes) {
  return WriteAll(std::string(path), bytes, O_APPEND);
}

Status RealFileSystem::Write(std::string_view path, std::string_view bytes) {
  const std::string name(path);
  const std::string beside = name + ".writing";
  if (Status status = WriteAll(beside, bytes, O_TRUNC); !status.ok()) return status;
  return Rename(beside, name);
}

Status RealFileSystem::Link(std::string_view from, std::string_view to) {
  const std::string source(from);
  const std::string name(to);
  if (link(source.c_str(), name.c_str()) == 0) return {};
  if (errno == EEXIST) return SystemError(to);
  if (errno == ENOENT) {
    if (Status status = MakeFolders(name); !status.ok()) return status;
    if (link(source.c_str(), name.c_str()) == 0) return {};
  }
  if (Exists(to)) return Error{ErrorCode::kIo, "the file is there already", name, 0};
  const Result<std::string> bytes = Read(from);
  if (!bytes.ok()) return bytes.error();
  return Write(to, *bytes);
}

Status RealFileSystem::Remove(std::string_view path) {
  const std::string name(path);
  struct stat info;
  if (lstat(name.c_str(), &info) != 0)
    return errno == ENOENT ? Status() : Status(SystemError(path));
  if (!S_ISDIR(info.st_mode))
    return unlink(name.c_str()) == 0 ? Status() : Status(SystemError(path));
  for (const std::string& entry : NamesIn(name)) {
    if (entry == "." || entry == "..") continue;
    if (Status status = Remove(JoinPath(name, entry)); !status.ok()) return status;
  }
  return rmdir(name.c_str()) == 0 ? Status() : Status(SystemError(path));
}

bool RealFileSystem::RemoveIfEmpty(std::string_view folder) {
  return rmdir(std::string(folder).c_str()) == 0;
}

Status RealFileSystem::Rename(std::string_view from, std::string_view to) {
  if (rename(std::string(from).c_str(), std::string(to).c_str()) != 0) return SystemError(to);
  return {};
}

Status RealFileSystem::Exchange(std::string_view a, std::string_view b) {
  return ExchangeFolders(std::string(a), std::string(b));
}

bool RealFileSystem::Exists(std::string_view path) {
  struct stat info;
  return stat(std::string(path).c_str(), &info) == 0;
}

}  // namespace broadsheet
