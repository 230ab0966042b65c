#include "site/output_tree.h"

#include <algorithm>
#include <mutex>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/hash.h"
#include "site/output_memory.h"

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
    OutputFile file;
    bool is_changed = false;
  };

  State(FileSystem& file_system, std::string_view out, std::string_view memory_folder)
      : files(&file_system), folder(out), memory(file_system, memory_folder) {}

  FileSystem* files;
  std::string folder;
  OutputMemory memory;
  std::string next;
  bool in_place = false;
  bool finished = false;
  // `next` is the spare site, which is whole but for these paths.
  bool has_spare = false;
  std::vector<std::string> differences;
  OutputFiles old_files;  // hash 0 = not known
  mutable std::mutex mutex;
  std::unordered_map<std::string, NewFile> new_files;
  std::unordered_set<std::string> new_folders;

  std::string Old(std::string_view path) const { return JoinPath(folder, path); }
  std::string Next(std::string_view path) const { return JoinPath(next, path); }

  // Takes what is remembered of the files that are as they were then. True when all are.
  bool Recall(const std::vector<FileInfo>& present) {
    const OutputFiles remembered = memory.LoadFiles();
    size_t recalled = 0;
    for (const FileInfo& info : present) {
      OutputFile& file = old_files[info.path];
      file = {info.size_bytes, info.modified_ns, 0, 0};
      const auto known = remembered.find(info.path);
      if (known == remembered.end() || known->second.size_bytes != info.size_bytes ||
          known->second.modified_ns != info.modified_ns) {
        continue;
      }
      file = known->second;
      ++recalled;
    }
    return recalled == present.size() && recalled == remembered.size();
  }

  bool Claim(const std::string& path, const OutputFile& file) {
    const std::lock_guard<std::mutex> lock(mutex);
    for (size_t slash = path.rfind('/'); slash != path.npos && slash > 0;
         slash = path.rfind('/', slash - 1)) {
      if (!new_folders.insert(path.substr(0, slash)).second) break;
    }
    return new_files.emplace(path, NewFile{file, false}).second;
  }

  bool IsUnchanged(const std::string& path, std::string_view bytes, uint64_t hash) {
    const auto old = old_files.find(path);
    if (old == old_files.end() || old->second.size_bytes != bytes.size()) return false;
    if (old->second.hash != 0) return old->second.hash == hash;
    const Result<std::string> present = files->Read(Old(path));
    return present.ok() && *present == bytes;
  }

  Status TakeOver(const std::string& path) {
    return in_place || has_spare ? Status() : files->Link(Old(path), Next(path));
  }

  Status WriteNew(const std::string& path, std::string_view bytes) {
    {
      const std::lock_guard<std::mutex> lock(mutex);
      new_files[path].is_changed = true;
    }
    Status status = files->Write(Next(path), bytes);
    if (status.ok() || !has_spare) return status;
    ClearWay(path);
    return files->Write(Next(path), bytes);
  }

  // In the spare site a file may stand where a folder has to be, or a folder where the file has to be.
  void ClearWay(const std::string& path) {
    for (size_t slash = path.find('/'); slash != std::string::npos;
         slash = path.find('/', slash + 1)) {
      const std::string folder_path = Next(path.substr(0, slash));
      if (files->Stat(folder_path).ok()) (void)files->Remove(folder_path);
    }
    (void)files->Remove(Next(path));
  }

  std::vector<std::string> LeftOver() const {
    std::vector<std::string> paths;
    for (const auto& [path, file] : old_files) {
      if (new_files.count(path) == 0) paths.push_back(path);
    }
    return paths;
  }

  // With the folders that have nothing else.
  Status RemoveFrom(const std::string& root, std::string path) {
    // A folder may have taken the file's place by now.
    if (!files->Stat(JoinPath(root, path)).ok()) return {};
    Status status = files->Remove(JoinPath(root, path));
    for (size_t slash = path.rfind('/'); status.ok() && slash != std::string::npos;
         slash = path.rfind('/')) {
      path.resize(slash);
      if (!files->RemoveIfEmpty(JoinPath(root, path))) break;
    }
    return status;
  }

  // Makes the spare site the new one, but for the files that were written already.
  Status CompleteSpare() {
    for (const std::string& path : differences) {
      if (new_files.count(path) > 0) continue;
      if (Status status = RemoveFrom(next, path); !status.ok()) return status;
    }
    for (const std::string& path : LeftOver()) {
      if (Status status = RemoveFrom(next, path); !status.ok()) return status;
    }
    for (const std::string& path : differences) {
      const auto wanted = new_files.find(path);
      if (wanted == new_files.end() || wanted->second.is_changed) continue;
      if (Status status = files->Remove(Next(path)); !status.ok()) return status;
      if (Status status = files->Link(Old(path), Next(path)); !status.ok()) return status;
    }
    return {};
  }

  Status SwapFolders() {
    if (has_spare) {
      if (Status status = CompleteSpare(); !status.ok()) return status;
    }
    if (!files->Exists(folder)) return files->Rename(next, folder);
    Status exchanged = files->Exchange(next, folder);
    if (!exchanged.ok() && exchanged.error().code != ErrorCode::kUnsupported) return exchanged;
    if (!exchanged.ok()) return MoveInFiles();
    if (!memory.exists()) return files->Remove(next);
    if (has_spare) return {};
    if (Status status = files->Remove(memory.spare()); !status.ok()) return status;
    has_spare = files->Rename(next, memory.spare()).ok();
    return has_spare ? Status() : files->Remove(next);
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
      if (Status status = RemoveFrom(folder, path); !status.ok()) return status;
    }
    has_spare = false;
    return files->Remove(next);
  }

  // Forgetting is no failure: the site is there.
  void Remember() {
    if (!memory.exists()) return;
    std::vector<std::string> changed = LeftOver();
    const std::unordered_set<std::string> linked(differences.begin(), differences.end());
    OutputFiles site;
    site.reserve(new_files.size());
    for (auto& [path, file] : new_files) {
      if (file.is_changed) changed.push_back(path);
      if (file.is_changed || file.file.modified_ns == 0 || linked.count(path) > 0) {
        const Result<FileInfo> info = files->Stat(Old(path));
        if (!info.ok()) continue;
        file.file.modified_ns = info->modified_ns;
      }
      site.emplace(path, file.file);
    }
    (void)memory.Save(site, has_spare ? &changed : nullptr);
  }
};

OutputTree::OutputTree(std::unique_ptr<State> state) : state_(std::move(state)) {}
OutputTree::OutputTree(OutputTree&&) noexcept = default;
OutputTree::~OutputTree() {
  if (state_ != nullptr && !state_->finished) (void)state_->files->Remove(state_->next);
}

Result<OutputTree> OutputTree::Begin(FileSystem& files, std::string_view folder,
                                     std::string_view memory) {
  auto state = std::make_unique<State>(files, folder, memory);
  while (state->folder.size() > 1 && state->folder.back() == '/') state->folder.pop_back();
  state->next = state->folder + ".next";
  state->in_place = files.Exists(state->Old(".git"));
  bool as_remembered = false;
  if (files.Exists(state->folder)) {
    const Result<std::vector<FileInfo>> old = files.List(state->folder);
    if (!old.ok()) return old.error();
    if (!old->empty() && !files.Exists(state->Old(kOurs))) {
      return Error{ErrorCode::kInvalidInput,
                   "the folder holds files that Broadsheet did not make, and all would be "
                   "replaced; empty it or "
                   "name another with --out",
                   state->folder, 0};
    }
    as_remembered = state->Recall(*old);
  }
  if (Status status = files.Remove(state->next); !status.ok()) return status.error();
  if (!state->in_place && state->memory.TakeDifferences(state->differences) && as_remembered) {
    state->has_spare = true;
    state->next = state->memory.spare();
  } else {
    state->differences.clear();
  }
  return OutputTree(std::move(state));
}

Status OutputTree::Put(std::string_view path, std::string_view bytes, uint64_t source) {
  const std::string name(path);
  const uint64_t hash = state_->memory.exists() ? FastHash64(bytes) : 0;
  OutputFile file = {bytes.size(), 0, hash, source};
  const bool unchanged = state_->IsUnchanged(name, bytes, hash);
  if (unchanged) file.modified_ns = state_->old_files.at(name).modified_ns;
  if (!state_->Claim(name, file)) {
    return Error{ErrorCode::kInvalidInput,
                 "two files want this place in the site; rename one of them", name, 0};
  }
  return unchanged ? state_->TakeOver(name) : state_->WriteNew(name, bytes);
}

bool OutputTree::Keep(std::string_view path, uint64_t source) {
  const std::string name(path);
  const auto old = state_->old_files.find(name);
  if (old == state_->old_files.end() || source == 0 || old->second.source != source) return false;
  if (!state_->Claim(name, old->second)) return false;
  if (state_->TakeOver(name).ok()) return true;
  const std::lock_guard<std::mutex> lock(state_->mutex);
  state_->new_files.erase(name);
  return false;
}

bool OutputTree::HasRoomFor(std::string_view path) const {
  const std::lock_guard<std::mutex> lock(state_->mutex);
  std::string taken(path);
  if (state_->new_folders.count(taken) > 0) return false;
  for (size_t end = taken.size(); end != taken.npos; end = taken.rfind('/')) {
    taken.resize(end);
    if (state_->new_files.count(taken) > 0) return false;
  }
  return true;
}

bool OutputTree::WasPut(std::string_view path, std::string_view bytes) const {
  const auto old = state_->old_files.find(std::string(path));
  return old != state_->old_files.end() && old->second.hash != 0 &&
         old->second.hash == FastHash64(bytes);
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
    counts.bytes += file.file.size_bytes;
  }
  counts.removed = state_->LeftOver().size();
  const Status status = state_->in_place ? state_->MoveInFiles() : state_->SwapFolders();
  if (!status.ok()) return status.error();
  state_->Remember();
  state_->finished = true;
  return counts;
}

}  // namespace broadsheet
