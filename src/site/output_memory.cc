#include "site/output_memory.h"

#include "base/bytes.h"

namespace broadsheet {
namespace {

constexpr std::string_view kMagic = "broadsheet site 2\n";
constexpr std::string_view kEnd = "end\n";

}  // namespace

OutputFiles OutputMemory::LoadFiles() const {
  OutputFiles site;
  if (!exists()) return site;
  const Result<std::string> bytes = files_.Read(JoinPath(folder_, "files"));
  if (!bytes.ok()) return site;
  ByteReader reader(*bytes);
  if (reader.Raw(kMagic.size()) != kMagic) return site;
  const uint64_t count = reader.Varint();
  for (uint64_t i = 0; i < count && reader.ok(); ++i) {
    std::string path(reader.Counted());
    OutputFile& file = site[std::move(path)];
    file.size_bytes = reader.Varint();
    file.modified_ns = static_cast<int64_t>(reader.U64());
    file.hash = reader.U64();
    file.source = reader.U64();
  }
  if (reader.Raw(kEnd.size()) != kEnd) site.clear();
  return site;
}

bool OutputMemory::TakeDifferences(std::vector<std::string>& paths) {
  if (!exists()) return false;
  const std::string name = JoinPath(folder_, "differences");
  const Result<std::string> bytes = files_.Read(name);
  if (!bytes.ok() || !files_.Remove(name).ok()) return false;
  ByteReader reader(*bytes);
  bool whole = reader.Raw(kMagic.size()) == kMagic;
  const uint64_t count = reader.Varint();
  for (uint64_t i = 0; i < count && reader.ok(); ++i) paths.emplace_back(reader.Counted());
  whole = whole && reader.Raw(kEnd.size()) == kEnd;
  return whole && files_.Exists(spare());
}

Status OutputMemory::Save(const OutputFiles& site, const std::vector<std::string>* differences) {
  if (!exists()) return {};
  ByteWriter all;
  all.Raw(kMagic);
  all.Varint(site.size());
  for (const auto& [path, file] : site) {
    all.Counted(path);
    all.Varint(file.size_bytes);
    all.U64(static_cast<uint64_t>(file.modified_ns));
    all.U64(file.hash);
    all.U64(file.source);
  }
  all.Raw(kEnd);
  Status status = files_.Write(JoinPath(folder_, "files"), all.bytes());
  if (!status.ok() || differences == nullptr) return status;
  ByteWriter list;
  list.Raw(kMagic);
  list.Varint(differences->size());
  for (const std::string& path : *differences) list.Counted(path);
  list.Raw(kEnd);
  return files_.Write(JoinPath(folder_, "differences"), list.bytes());
}

}  // namespace broadsheet
