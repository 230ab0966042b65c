#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/vector.h"
#include "index/posting.h"
#include "text/query_word.h"

namespace broadsheet {

// Days since 1970-01-01, both ends included.
struct DayRange {
  int32_t first = INT32_MIN + 1;
  int32_t last = INT32_MAX;
};

// One part of a question, as a tree (docs/search.md).
struct QueryNode {
  enum class Kind : uint8_t {
    kAll,     // every child; without children: every post
    kAny,     // one child or more
    kNot,     // not its one child
    kWord,    // any of word.phrases
    kPhrase,  // phrase, its terms as they are written; within `distance` of each other if is_near
    kTag,     // label, as LabelKey folds it
    kAuthor,
    kLanguage,
    kDates,
  };

  Kind kind = Kind::kAll;
  Vector<QueryNode> children;
  FieldMask fields = kAllFields;  // of words and phrases: where they count
  QueryWord word;
  QueryPhrase phrase;
  bool is_near = false;
  uint32_t distance = 0;
  std::string label;       // as written
  bool is_prefix = false;  // of labels: while being typed
  // Of words that stand for one that was typed otherwise: what each phrase counts for.
  Vector<double> shares;
  DayRange days;
};

struct Query {
  QueryNode root;             // kAll
  Vector<std::string> notes;  // what was not understood
};

// Understands any text. `finished`: the last word is no prefix. Linear time; only the first
// kMaxQueryBytes are read, and kMaxQueryWords words kept.
Query ParseQuery(std::string_view text, bool finished);
inline constexpr size_t kMaxQueryBytes = 2000;
inline constexpr size_t kMaxQueryWords = 40;

// One line for tests and for those who wonder: words as they are, [a b] any of its phrases,
// "a b" phrases, (…) all, (a | b) any, -not, field:, prefixes with a star.
std::string ToString(const QueryNode& node);

// The tree's words and phrases that a post is meant to have: all but what stands under kNot.
Vector<const QueryNode*> WantedLeaves(const QueryNode& root);

}  // namespace broadsheet
