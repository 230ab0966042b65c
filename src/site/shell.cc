#include "site/shell.h"

#include <string>
#include <vector>

#include "site/shell_text.h"

namespace broadsheet {
namespace {

constexpr std::string_view kModules[] = {"read.wasm", "search.wasm", "explain.wasm",
                                         "publish.wasm"};

Status PutFile(FileSystem& files, const std::string& from, const std::string& to,
               OutputTree& output) {
  const Result<std::string> bytes = files.Read(from);
  if (!bytes.ok()) return bytes.error();
  return output.Put(to, StripShellText(to, *bytes));
}

}  // namespace

Status PutShell(FileSystem& files, std::string_view shell_folder, std::string_view modules_folder,
                OutputTree& output, Diagnostics& diagnostics) {
  const Result<std::vector<FileInfo>> listed = files.List(shell_folder);
  if (!listed.ok()) return listed.error();
  for (const FileInfo& info : *listed) {
    if (info.path == "index.html") continue;
    Status status =
        PutFile(files, JoinPath(shell_folder, info.path), "broadsheet/" + info.path, output);
    if (!status.ok()) return status;
  }
  std::string missing;
  for (const std::string_view name : kModules) {
    const std::string path = JoinPath(modules_folder, name);
    if (!files.Exists(path)) {
      missing += (missing.empty() ? "" : ", ") + std::string(name);
      continue;
    }
    Status status = PutFile(files, path, "broadsheet/wasm/" + std::string(name), output);
    if (!status.ok()) return status;
  }
  if (!missing.empty()) {
    diagnostics.push_back({Severity::kWarning, std::string(modules_folder), 0,
                           missing + (missing.find(',') == missing.npos ? " is" : " are") +
                               " not there, so the site cannot be searched; make the modules with "
                               "./build-wasm.sh or name their folder with --modules"});
  }
  return {};
}

}  // namespace broadsheet
