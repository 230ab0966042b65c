#include "site/site_index.h"

#include <atomic>
#include <unordered_map>
#include <utility>

#include "base/bytes.h"
#include "base/hash.h"
#include "base/parallel.h"
#include "index/analyzed_post.h"
#include "index/packed_post.h"
#include "index/traits.h"
#include "site/manuscript.h"
#include "site/page_source.h"
#include "site/relations.h"
#include "site/sourced_record.h"

namespace broadsheet {
namespace {

constexpr size_t kChangedShare = 16;  // of the posts: when more have changed, all are read
constexpr std::string_view kStatistics = "statistics";
constexpr std::string_view kKinship = "kinship";

std::string IndexPath(const std::string& name) { return "broadsheet/index/" + name; }

std::string RecordOf(const RecordArchive& records, std::string_view name, uint64_t source) {
  const std::string record = records.Find(std::string(name));
  return std::string(MadeOf(record, source));
}

// What is needed of a manuscript when the edition is made and its words are read.
void Shrink(EditionPost& entry) {
  auto manuscript = std::make_shared<Manuscript>();
  manuscript->hash = entry.manuscript->hash;
  manuscript->has_text = false;
  entry.manuscript = std::move(manuscript);
}

}  // namespace

std::string SiteIndex::MemoryFile(std::string_view name) const {
  const std::string& folder = settings_.memory_folder;
  return folder.empty() ? std::string() : JoinPath(folder, name);
}

ParallelFor SiteIndex::InParallel() const {
  return [jobs = settings_.jobs](size_t count, const std::function<void(size_t)>& task) {
    RunParallel(jobs, count, task);
  };
}

bool SiteIndex::Recall(Edition& edition, const std::vector<uint64_t>& sources, bool quick) {
  record_.source = SourceOfAll(sources);
  if (!records_.exists() || !ReadIndexRecord(records_.Find("index"), old_)) return false;
  if (old_.source != record_.source && !quick) return false;
  for (const std::string& name : old_.files) {
    if (!output_.Keep(IndexPath(name), Hash64(name))) return false;
  }
  RelateByWords(edition, RelatedIn(old_, edition));
  is_old_ = old_.source != record_.source;
  record_ = std::move(old_);
  return true;
}

SiteKinship::Member SiteIndex::MemberAt(const Edition& edition, size_t index) const {
  return {edition.posts[index].post.path, sources_[index]};
}

SiteIndex::SharedPost SiteIndex::Analyze(const Edition& edition, size_t index) {
  const EditionPost& entry = edition.posts[index];
  const std::string& path = entry.post.path;
  if (auto post = UnpackPost(RecordOf(*words_, path, sources_[index]))) return post;
  EditionPost own;
  own.post = entry.post;
  own.manuscript = entry.manuscript;
  if (!own.manuscript->has_text) {
    const Result<std::string> file = files_.Read(JoinPath(settings_.posts_folder, path));
    Result<Manuscript> manuscript =
        file.ok() ? ReadManuscript(edition.config, path, *file) : Result<Manuscript>(file.error());
    if (manuscript.ok()) own.manuscript = std::make_shared<Manuscript>(std::move(*manuscript));
  }
  auto post = AnalyzePost(MakeIndexDocument(edition.config, own));
  if (words_->exists()) words_->Put(path, WithSource(sources_[index], PackPost(*post)));
  return post;
}

void SiteIndex::SetTraits(const Edition& edition, size_t index, const AnalyzedPost* post) {
  const SiteKinship::Member member = MemberAt(edition, index);
  if (!kinship_->TraitsOf(member).empty()) return;
  const SharedPost own = post == nullptr ? Analyze(edition, index) : nullptr;
  kinship_->SetTraits(member, index, TraitsOf(post == nullptr ? *own : *post));
}

// A post goes into the builder as soon as it is read, so that all are never in memory in two ways.
void SiteIndex::AnalyzeAll(const Edition& edition,
                           const std::function<void(size_t, const AnalyzedPost&)>& visit) {
  builder_.emplace();
  RunWithProgress(settings_.jobs, "reading words", edition.posts.size(), progress_, [&](size_t i) {
    const SharedPost post = Analyze(edition, i);
    visit(i, *post);
    const std::lock_guard<std::mutex> lock(builder_mutex_);
    builder_->Add(post);
  });
}

bool SiteIndex::ReadChanges(const Edition& edition) {
  const size_t count = edition.posts.size();
  if (old_.posts.size() != count) return false;
  std::unordered_map<std::string_view, uint64_t> then;
  for (const IndexRecord::IndexedPost& post : old_.posts) then[post.path] = post.source;
  std::vector<std::pair<size_t, uint64_t>> changed;  // its place, its source then
  for (size_t i = 0; i < count; ++i) {
    const auto old = then.find(edition.posts[i].post.path);
    if (old == then.end()) return false;
    if (old->second != sources_[i]) changed.emplace_back(i, old->second);
  }
  if (changed.empty() || changed.size() > count / kChangedShare) return false;
  for (const std::string& name : old_.files) {
    Result<std::string> bytes = files_.Read(JoinPath(settings_.out_folder, IndexPath(name)));
    if (!bytes.ok() || !output_.WasPut(IndexPath(name), *bytes)) return false;
    old_files_.push_back({name, std::move(*bytes)});
  }
  changes_.resize(changed.size());
  RunParallel(settings_.jobs, changed.size(), [&](size_t i) {
    const auto& [place, source] = changed[i];
    const std::string& path = edition.posts[place].post.path;
    changes_[i].before = UnpackPost(RecordOf(*words_, path, source));
    changes_[i].after = Analyze(edition, place);
    SetTraits(edition, place, changes_[i].after.get());
  });
  for (const PostChange& change : changes_) {
    if (change.before == nullptr) return false;
  }
  return true;
}

void SiteIndex::ReadWords(Edition& edition, const std::vector<uint64_t>& sources) {
  sources_ = sources;
  words_.emplace(files_, MemoryFile("words"), settings_.identity);
  summaries_.emplace(files_, MemoryFile("summaries"), settings_.identity);
  kinship_.emplace(files_, MemoryFile("traits"), settings_.identity);
  kinship_->SetSize(edition.posts.size());
  if (!ReadChanges(edition)) {
    changes_.clear();
    AnalyzeAll(edition, [&](size_t i, const AnalyzedPost& post) {
      Shrink(edition.posts[i]);
      SetTraits(edition, i, &post);
    });
    return;
  }
  RunParallel(settings_.jobs, edition.posts.size(),
              [&](size_t i) { SetTraits(edition, i, nullptr); });
}

std::vector<IndexFile> SiteIndex::MakeFiles(const Edition& edition) {
  if (!changes_.empty()) {
    const std::string statistics = RecordOf(*summaries_, kStatistics, old_.source);
    if (auto update = UpdateIndex(old_files_, statistics, changes_, InParallel())) {
      summaries_->Put(std::string(kStatistics), WithSource(record_.source, update->statistics));
      return std::move(update->files);
    }
    AnalyzeAll(edition, [](size_t, const AnalyzedPost&) {});
  }
  std::string statistics;
  std::vector<IndexFile> files =
      builder_->Finish(InParallel(), words_->exists() ? &statistics : nullptr);
  summaries_->Put(std::string(kStatistics), WithSource(record_.source, statistics));
  return files;
}

Status SiteIndex::Write(const Edition& edition) {
  for (const IndexFile& file : MakeFiles(edition)) {
    const std::string path = IndexPath(file.name);
    record_.files.push_back(file.name);
    if (output_.Has(path) || output_.Keep(path, Hash64(file.name))) continue;
    if (Status status = output_.Put(path, file.bytes, Hash64(file.name)); !status.ok())
      return status;
  }
  return {};
}

void SiteIndex::Relate(Edition& edition) {
  std::vector<SiteKinship::Member> posts;
  for (size_t i = 0; i < edition.posts.size(); ++i) posts.push_back(MemberAt(edition, i));
  const std::string old = RecordOf(*summaries_, kKinship, old_.source);
  RelateByWords(edition, kinship_->Relate(posts, old_, old, InParallel()));
  summaries_->Put(std::string(kKinship), WithSource(record_.source, kinship_->Take()));
}

void SiteIndex::Note(const Edition& edition, const std::vector<uint64_t>& sources) {
  if (!records_.exists()) return;
  for (size_t i = 0; i < edition.posts.size(); ++i) {
    const EditionPost& entry = edition.posts[i];
    record_.posts.push_back({entry.post.path, sources[i], entry.related});
    words_->Keep(entry.post.path);
  }
  records_.Put("index", WriteIndexRecord(record_));
}

void SiteIndex::Save() {
  if (words_) (void)words_->Save();
  if (summaries_) (void)summaries_->Save();
  if (kinship_) (void)kinship_->Save();
}

}  // namespace broadsheet
