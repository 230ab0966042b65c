#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "io/file_system.h"
#include "search/searcher.h"
#include "site/site_config.h"

namespace broadsheet {

// Searches a published site in its folder, as a reader's browser does.
class SiteSearch {
 public:
  static Result<SiteSearch> Open(FileSystem& files, std::string_view folder);

  SearchAnswer Search(const SearchRequest& request);
  // One for each hit, cut from the published posts.
  Vector<Snippet> Snippets(const SearchRequest& request, const SearchAnswer& answer);

 private:
  SiteSearch(FileSystem& files, std::string_view folder) : files_(&files), folder_(folder) {}

  Result<std::string> ReadRange(const ByteRange& range);

  FileSystem* files_;
  std::string folder_;
  SiteConfig config_;
  Searcher searcher_;
  std::map<std::string, std::string> index_files_;  // those that were read
};

}  // namespace broadsheet
