#include "site/post_record.h"

#include <algorithm>

#include "base/hash.h"
#include "site/coded_post.h"
#include "site/record_coder.h"

namespace broadsheet {
namespace {

void CodeManuscript(RecordCoder& coder, Manuscript& manuscript) {
  CodePost(coder, manuscript.post);
  coder.Number(manuscript.hash);
  coder.List(manuscript.references, [&](ReferenceUse& use) {
    coder.Number(use.kind);
    coder.Text(use.address);
    coder.Number(use.line);
  });
  coder.Texts(manuscript.anchors);
  coder.List(manuscript.template_tags, [&](TemplateTag& tag) {
    coder.Text(tag.kind);
    coder.Number(tag.line);
  });
  coder.List(manuscript.diagnostics, [&](Diagnostic& diagnostic) {
    coder.Number(diagnostic.severity);
    coder.Text(diagnostic.path);
    coder.Number(diagnostic.line);
    coder.Text(diagnostic.message);
  });
}

// The file that a manuscript was read from.
struct Origin {
  uint64_t size_bytes = 0;
  int64_t modified_ns = 0;
  int64_t changed_ns = 0;  // 0 = not to be trusted
  uint64_t hash = 0;

  void Code(RecordCoder& coder) {
    coder.Number(size_bytes);
    coder.Number(modified_ns);
    coder.Number(changed_ns);
    coder.Number(hash);
  }

  bool Is(const FileInfo& info) const {
    return changed_ns != 0 && changed_ns == info.changed_ns && size_bytes == info.size_bytes &&
           modified_ns == info.modified_ns;
  }
};

void CodeSize(RecordCoder& coder, std::optional<ImageSize>& size) {
  coder.Optional(size, [&](ImageSize& value) {
    coder.Number(value.width);
    coder.Number(value.height);
  });
}

std::string NameOf(const FileInfo& info) { return "post " + info.path; }

std::shared_ptr<const Manuscript> ReadRecord(RecordCoder& coder) {
  auto manuscript = std::make_shared<Manuscript>();
  CodeManuscript(coder, *manuscript);
  if (!coder.ok() || !coder.AtEnd()) return nullptr;
  manuscript->has_text = false;
  return manuscript;
}

}  // namespace

std::shared_ptr<const Manuscript> PostRecords::Find(const FileInfo& info) const {
  const std::string_view bytes = records_.Find(NameOf(info));
  if (bytes.empty()) return nullptr;
  RecordCoder coder(bytes);
  Origin origin;
  origin.Code(coder);
  return origin.Is(info) ? ReadRecord(coder) : nullptr;
}

std::shared_ptr<const Manuscript> PostRecords::Find(const FileInfo& info, uint64_t hash) {
  const std::string_view bytes = records_.Find(NameOf(info));
  if (bytes.empty()) return nullptr;
  RecordCoder coder(bytes);
  Origin origin;
  origin.Code(coder);
  if (origin.hash != hash || origin.size_bytes != info.size_bytes) return nullptr;
  auto manuscript = ReadRecord(coder);
  if (manuscript != nullptr) Put(info, *manuscript);
  return manuscript;
}

void PostRecords::Put(const FileInfo& info, const Manuscript& manuscript) {
  if (!records_.exists()) return;
  Origin origin = {info.size_bytes, info.modified_ns, IsSafe(info) ? info.changed_ns : 0,
                   manuscript.hash};
  RecordCoder coder;
  origin.Code(coder);
  Manuscript copy = manuscript;
  CodeManuscript(coder, copy);
  records_.Put(NameOf(info), coder.Take());
}

bool PostRecords::FindPicture(const FileInfo& info, std::optional<ImageSize>& size) const {
  const std::string_view bytes = records_.Find("picture " + info.path);
  if (bytes.empty()) return false;
  RecordCoder coder(bytes);
  Origin origin;
  origin.Code(coder);
  std::optional<ImageSize> known;
  CodeSize(coder, known);
  if (!origin.Is(info) || !coder.ok()) return false;
  size = known;
  return true;
}

void PostRecords::PutPicture(const FileInfo& info, const std::optional<ImageSize>& size) {
  if (!records_.exists() || !IsSafe(info)) return;
  Origin origin = {info.size_bytes, info.modified_ns, info.changed_ns, 0};
  std::optional<ImageSize> copy = size;
  RecordCoder coder;
  origin.Code(coder);
  CodeSize(coder, copy);
  records_.Put("picture " + info.path, coder.Take());
}

uint64_t PostRecords::SourceOf(const FileInfo& info) const {
  if (!IsSafe(info)) return 0;
  Origin origin = {info.size_bytes, info.modified_ns, info.changed_ns, 0};
  RecordCoder coder;
  origin.Code(coder);
  return Hash64(coder.Take());
}

bool PostRecords::IsSafe(const FileInfo& info) const {
  return std::max(info.changed_ns, info.modified_ns) < safe_until_ns_;
}

}  // namespace broadsheet
