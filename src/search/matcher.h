#pragma once

#include "base/vector.h"
#include "index/reader.h"
#include "search/leaf.h"
#include "search/post_set.h"
#include "search/query.h"

namespace broadsheet {

// Which posts of one index a question asks for. Find everything first; then the sets are at hand.
class Matcher {
 public:
  Matcher(IndexReader& reader, const Readers& all) : reader_(reader), all_(all) {}

  // Finds the leaves below `node`; false if bytes are wanted.
  bool Find(const QueryNode& node);
  // Whether nothing but positions is missing: then the sets have the posts that may yet be found.
  bool is_guess() const { return is_guess_; }

  // The posts that have all that is asked for.
  PostSet Full(const QueryNode& node) const;
  // The posts that have one wanted word or more and pass everything else.
  PostSet Relaxed(const QueryNode& node) const;

  const Leaf& leaf(const QueryNode& node) const { return FindOf(node).leaf; }
  IndexReader& reader() const { return reader_; }

 private:
  PostSet LeafPosts(const QueryNode& node) const;

  IndexReader& reader_;
  const Readers& all_;
  // What a node without children was found to stand for.
  struct Found {
    const QueryNode* node;
    Leaf leaf;
    PostSet posts;  // of filters
  };
  const Found& FindOf(const QueryNode& node) const;

  Vector<Found> found_;
  bool is_guess_ = true;
};

// Whether a node asks for words: what Relaxed may do without.
bool WantsWords(const QueryNode& node);

}  // namespace broadsheet
