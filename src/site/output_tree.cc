#include "site/output_tree.h"

#include <algorithm>
#include <mutex>
#include <unordered_map>
#include <vector>

namespace broadsheet {
namespace {

// Proof that a folder is ours: every published site has it.
constexpr std::string_view kOurs = "broadsheet";

// In-place publishing goes from what nothing refers to yet to what refers to all else.
int MoveRank(std::string_view path) {
  if (path == "broadsheet/catalog.json" || path == "posts/index.json") return 2;
  return path.substr(0, kOurs.size() + 1) == "broadsheet/" ? 0 : 1;
}

}  // namespace

struct OutputTree::State {
  struct NewFile {
    uint64_t size_bytes = 0;
    bool is_changed = false;
  };

  FileSystem* files = nullptr;
  std::string folder;
  std::string next;
  bool in_place = false;
  bool finished = false;
  std::unordered_map<std::string, uint64_t> old_sizes;
  mutable std::mutex mutex;
  std::unordered_map<std::string, NewFile> new_files;

  std::string Old(std::string_view path) const { return JoinPath(folder, path); }
  std::string Next(std::string_view path) const { return JoinPath(next, path); }

  bool Claim(std::string_view path, uint64_t size_bytes) {
    const std::lock_guard<std::mutex> lock(mutex);
    return new_files.emplace(path, NewFile{size_bytes, false}).second;
  }

  bool IsUnchanged(const std::string& path, std::string_view bytes) {
    const auto old = old_sizes.find(path);
    if (old == old_sizes.end() || old->second != bytes.size()) return false;
    const Result<std::string> present = files->Read(Old(path));
    return present.ok() && *present == bytes;
  }

  Status TakeOver(const std::string& path) {
    return in_place ? Status() : files->Link(Old(path), Next(path));
  }

  Status WriteNew(const std::string& path, std::string_view bytes) {
    {
      const std::lock_guard<std::mutex> lock(mutex);
      new_files[path].is_changed = true;
    }
    return files->Write(Next(path), bytes);
  }

  std::vector<std::string> LeftOver() const {
    std::vector<std::string> paths;
    for (const auto& [path, size] : old_sizes) {
      if (new_files.count(path) == 0) paths.push_back(path);
    }
    return paths;
  }

  Status SwapFolders() {
    if (!files->Exists(folder)) return files->Rename(next, folder);
    Status exchanged = files->Exchange(next, folder);
    if (!exchanged.ok() && exchanged.error().code != ErrorCode::kUnsupported) return exchanged;
    if (exchanged.ok()) return files->Remove(next);
    return MoveInFiles();
  }

  Status MoveInFiles() {
    std::vector<std::string> changed;
    for (const auto& [path, file] : new_files) {
      if (file.is_changed) changed.push_back(path);
    }
    std::sort(changed.begin(), changed.end(), [](const std::string& a, const std::string& b) {
      return std::pair(MoveRank(a), std::string_view(a)) <
             std::pair(MoveRank(b), std::string_view(b));
    });
    for (const std::string& path : changed) {
      const Result<std::string> bytes = files->Read(Next(path));
      if (!bytes.ok()) return bytes.error();
      if (Status status = files->Write(Old(path), *bytes); !status.ok()) return status;
    }
    for (const std::string& path : LeftOver()) {
      if (Status status = files->Remove(Old(path)); !status.ok()) return status;
    }
    return files->Remove(next);
  }
};

OutputTree::OutputTree(std::unique_ptr<State> state) : state_(std::move(state)) {}
OutputTree::OutputTree(OutputTree&&) noexcept = default;
OutputTree::~OutputTree() {
  if (state_ != nullptr && !state_->finished) (void)state_->files->Remove(state_->next);
}

Result<OutputTree> OutputTree::Begin(FileSystem& files, std::string_view folder) {
  auto state = std::make_unique<State>();
  state->files = &files;
  state->folder = folder;
  while (state->folder.size() > 1 && state->folder.back() == '/') state->folder.pop_back();
  state->next = state->folder + ".next";
  state->in_place = files.Exists(state->Old(".git"));
  if (files.Exists(state->folder)) {
    const Result<std::vector<FileInfo>> old = files.List(state->folder);
    if (!old.ok()) return old.error();
    for (const FileInfo& info : *old) state->old_sizes.emplace(info.path, info.size_bytes);
    if (!old->empty() && !files.Exists(state->Old(kOurs))) {
      return Error{ErrorCode::kInvalidInput,
                   "the folder holds files that Broadsheet did not make, and all would be "
                   "replaced; empty it or "
                   "name another with --out",
                   state->folder, 0};
    }
  }
  if (Status status = files.Remove(state->next); !status.ok()) return status.error();
  return OutputTree(std::move(state));
}

Status OutputTree::Put(std::string_view path, std::string_view bytes) {
  const std::string name(path);
  if (!state_->Claim(name, bytes.size())) {
    return Error{ErrorCode::kInvalidInput,
                 "two files want this place in the site; rename one of them", name, 0};
  }
  if (state_->IsUnchanged(name, bytes)) return state_->TakeOver(name);
  return state_->WriteNew(name, bytes);
}

bool OutputTree::Keep(std::string_view path) {
  const std::string name(path);
  const auto old = state_->old_sizes.find(name);
  if (old == state_->old_sizes.end()) return false;
  return state_->Claim(name, old->second) && state_->TakeOver(name).ok();
}

bool OutputTree::Has(std::string_view path) const {
  const std::lock_guard<std::mutex> lock(state_->mutex);
  return state_->new_files.count(std::string(path)) > 0;
}

Result<OutputTree::Counts> OutputTree::Finish() {
  Counts counts;
  for (const auto& [path, file] : state_->new_files) {
    counts.files += 1;
    counts.written += file.is_changed ? 1 : 0;
    counts.bytes += file.size_bytes;
  }
  counts.removed = state_->LeftOver().size();
  const Status status = state_->in_place ? state_->MoveInFiles() : state_->SwapFolders();
  if (!status.ok()) return status.error();
  state_->finished = true;
  return counts;
}

}  // namespace broadsheet
