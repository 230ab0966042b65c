#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "index/builder.h"
#include "site/edition.h"

namespace broadsheet {

// A site in memory, for the tab: posts come one by one, and at any time all that are there can be
// published. The functions are those of Publisher, so the index has the same bytes.
class LiveSite {
 public:
  // `site_json` may be empty; odd settings are reported with the posts. Posts that are not due at `now`
  // (Unix seconds), or have expired, are left out.
  LiveSite(std::string_view site_json, std::string_view base, std::string_view link_base,
           int64_t now = INT64_MAX);

  // Takes one post file in; of two with one path the later counts. A file that is no post is reported.
  void Add(std::string_view path, std::string_view file);

  // Publishes what is there. The answer is the JSON that abi.md describes for publish_finish.
  std::string Finish();
  // The index of the last Finish.
  const std::vector<IndexFile>& files() const { return files_; }

 private:
  struct Entry {
    std::shared_ptr<const Manuscript> manuscript;  // null = a failure
    Diagnostics failure;
    std::string slug;  // that `analyzed` was made with
    std::shared_ptr<const AnalyzedPost> analyzed;
  };

  bool IsDue(const Post& post) const;
  void BuildIndex(Edition& edition);

  SiteConfig config_;
  SiteView view_;
  int64_t now_;
  Diagnostics config_diagnostics_;
  std::map<std::string, Entry, std::less<>> entries_;
  std::vector<IndexFile> files_;
};

}  // namespace broadsheet
