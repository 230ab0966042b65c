#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "index/builder.h"
#include "index/index_update.h"
#include "io/file_system.h"
#include "site/edition.h"
#include "site/index_record.h"
#include "site/output_tree.h"
#include "site/progress.h"
#include "site/record_archive.h"
#include "site/records.h"
#include "site/site_kinship.h"

namespace broadsheet {

// The search index of a site, and which of its posts are related: all that comes of the posts' words. It
// is taken over from the run before, brought up to date, or made anew; the bytes are the same.
class SiteIndex {
 public:
  struct Settings {
    std::string posts_folder;
    std::string out_folder;
    std::string memory_folder;  // "" keeps nothing
    std::string identity;       // of what is kept
    int jobs = 1;
  };

  // All must outlive it.
  SiteIndex(FileSystem& files, const Settings& settings, Records& records, OutputTree& output,
            const Progress& progress)
      : files_(files),
        settings_(settings),
        records_(records),
        output_(output),
        progress_(progress) {}

  // Takes over the index of the run before if it was made of the same posts, as `sources` tells (each
  // PostSource, in the edition's order), or, if `quick`, of any; and relates the posts as then.
  bool Recall(Edition& edition, const std::vector<uint64_t>& sources, bool quick);
  bool is_old() const { return is_old_; }  // made of other posts

  // What follows is for when nothing was recalled. First the words are read: of the changed posts if that
  // may do, else of all. Of the manuscripts little but their hashes may be left.
  void ReadWords(Edition& edition, const std::vector<uint64_t>& sources);
  // These two may run at the same time, and while others read the edition's posts but for `related`.
  Status Write(const Edition& edition);
  void Relate(Edition& edition);

  // Leaves to the next run what it asks for.
  void Note(const Edition& edition, const std::vector<uint64_t>& sources);
  void Save();

  const std::string& root_name() const { return record_.files.front(); }

 private:
  using SharedPost = std::shared_ptr<const AnalyzedPost>;

  std::string MemoryFile(std::string_view name) const;
  ParallelFor InParallel() const;
  SiteKinship::Member MemberAt(const Edition& edition, size_t index) const;
  SharedPost Analyze(const Edition& edition, size_t index);
  // Sets the traits of the post if they are not known.
  void SetTraits(const Edition& edition, size_t index, const AnalyzedPost* post);
  // Puts all posts into `builder_`; `visit` is called with each and its place, from any thread.
  void AnalyzeAll(const Edition& edition,
                  const std::function<void(size_t, const AnalyzedPost&)>& visit);
  // Makes `changes_` and `old_files_` if some posts have changed, a few, and none came or went.
  bool ReadChanges(const Edition& edition);
  std::vector<IndexFile> MakeFiles(const Edition& edition);

  FileSystem& files_;
  const Settings settings_;
  Records& records_;
  OutputTree& output_;
  const Progress& progress_;

  IndexRecord old_;
  IndexRecord record_;
  bool is_old_ = false;
  // Large, so read only when they are wanted.
  std::optional<RecordArchive> words_;      // by path
  std::optional<RecordArchive> summaries_;  // of all posts
  std::optional<SiteKinship> kinship_;
  std::vector<uint64_t> sources_;
  std::mutex builder_mutex_;
  std::optional<IndexBuilder> builder_;
  std::vector<PostChange> changes_;
  std::vector<IndexFile> old_files_;
};

}  // namespace broadsheet
