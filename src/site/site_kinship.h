#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "index/builder.h"
#include "index/related.h"
#include "site/index_record.h"
#include "site/record_archive.h"

namespace broadsheet {

// Which posts of a site are related: found from their traits, which are kept from run to run, as is what
// was found, so that a change costs what it changes.
class SiteKinship {
 public:
  struct Member {
    std::string_view path;
    uint64_t source = 0;
  };

  // Reads the traits that the run before has left at `file`; "" keeps nothing.
  SiteKinship(FileSystem& files, std::string_view file, std::string_view identity);

  // The traits kept of a post made of `source`; "" if none are.
  std::string_view TraitsOf(const Member& post) const;
  // From several threads, for different places.
  void SetTraits(const Member& post, size_t place, std::string traits);

  // Kinship::related of the posts, of which all have traits. `old` is what was found before, of the posts
  // of a former run in their order, if there is any.
  std::vector<std::vector<uint32_t>> Relate(const std::vector<Member>& posts,
                                            const IndexRecord& old, std::string_view old_kinship,
                                            const ParallelFor& run);
  void SetSize(size_t posts) { new_traits_.resize(posts); }
  // What Relate has found, for the next run, and lets go of it and of the traits.
  std::string Take();
  Status Save() { return traits_.Save(); }

 private:
  bool Update(const std::vector<Member>& posts, const std::vector<std::string_view>& traits,
              const IndexRecord& old, std::string_view old_kinship, const ParallelFor& run);

  RecordArchive traits_;                 // by path
  std::vector<std::string> new_traits_;  // of posts by place; "" where the kept ones are right
  Kinship kinship_;
};

}  // namespace broadsheet
