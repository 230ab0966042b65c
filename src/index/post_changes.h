#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/vector.h"
#include "index/builder.h"
#include "index/index_update.h"
#include "index/posting.h"
#include "index/stored_index.h"
#include "index/stored_terms.h"
#include "index/term.h"
#include "index/term_statistics.h"

namespace broadsheet {

// What a term has in a post that changes; no counts where it is not in the post.
struct PostEdit {
  uint32_t post = 0;
  FieldCounts before{};
  FieldCounts after{};
  FieldPositions positions;  // after
};

struct TermEdit {
  std::vector<PostEdit> posts;    // in order
  std::optional<TermUses> whole;  // after; where more changes than these posts
  Term before;                    // without posts if it is new
  Term after;                     // without posts if it is gone

  const PostEdit* Find(uint32_t post) const { return FindPost(posts, post); }
  // What it is after the change, of what it was before it.
  PostingList Apply(const PostingList& list) const;
  TermUses Apply(const TermUses& uses) const;
};

// Forms that counted for their prefixes together, or that do so now; in these posts.
struct PrefixUnit {
  int sign = 1;  // -1: no more
  std::vector<std::string> forms;
  PostingList list;
};

struct TermChanges {
  std::map<std::string, TermEdit, std::less<>> edits;  // by key: forms and classes
  std::vector<PrefixUnit> units;
  std::vector<PrefixUnit> whole_units;  // all there are in the changed posts, after; one post each
};

// A post that changes, with its number.
struct NumberedChange {
  uint32_t post = 0;
  uint32_t language = 0;
  const PostChange* change = nullptr;
};

// In the order of the posts. Nothing if some post is not in the index, or if more than its words, row and
// date change.
std::optional<std::vector<NumberedChange>> NumberChanges(const StoredIndex& index,
                                                         const std::vector<PostChange>& changes);

// What these changes are to the terms; brings `statistics` up to date (its texts are then the changes', too).
// Nothing if they change which terms are heavy, or too many classes.
std::optional<TermChanges> EditTerms(const StoredIndex& index,
                                     const std::vector<NumberedChange>& changes,
                                     TermStatistics& statistics, const ParallelFor& run);

}  // namespace broadsheet
