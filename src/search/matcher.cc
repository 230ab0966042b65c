#include "search/matcher.h"

#include <algorithm>
#include <string>
#include <utility>

#include "search/term_finder.h"
#include "text/fold.h"

namespace broadsheet {
namespace {

using Kind = QueryNode::Kind;

PostSet LanguagePosts(const Root& root, const std::string& label) {
  std::string wanted = Fold(label);
  wanted.resize(std::min(wanted.find_first_of("-_"), wanted.size()));
  PostSet posts(root.post_count);
  for (uint32_t post = 0; post < root.post_count; ++post) {
    if (root.languages[root.post_languages[post]] == wanted) posts.Add(post);
  }
  return posts;
}

PostSet DatedPosts(const Vector<int32_t>& days, DayRange range, uint32_t post_count) {
  PostSet posts(post_count);
  for (uint32_t post = 0; post < post_count; ++post) {
    if (days[post] != kNoDay && days[post] >= range.first && days[post] <= range.last) {
      posts.Add(post);
    }
  }
  return posts;
}

}  // namespace

bool WantsWords(const QueryNode& node) {
  if (node.kind == Kind::kWord || node.kind == Kind::kPhrase) return true;
  if (node.kind != Kind::kAll && node.kind != Kind::kAny) return false;
  return std::any_of(node.children.begin(), node.children.end(), WantsWords);
}

bool Matcher::Find(const QueryNode& node) {
  const uint32_t post_count = reader_.root().post_count;
  switch (node.kind) {
    case Kind::kAll:
    case Kind::kAny:
    case Kind::kNot: {
      bool ready = true;
      for (const QueryNode& child : node.children) ready &= Find(child);
      return ready;
    }
    case Kind::kWord:
    case Kind::kPhrase: {
      found_.push_back({&node, Leaf(), PostSet()});
      bool is_guess = false;
      const bool ready = FindLeaf(reader_, all_, node, found_.back().leaf, is_guess);
      is_guess_ &= ready || is_guess;
      return ready;
    }
    case Kind::kTag:
    case Kind::kAuthor: {
      const char kind = node.kind == Kind::kTag ? kTagKind : kAuthorKind;
      Vector<uint32_t> posts;
      const bool ready =
          TermFinder(reader_, all_).FindLabel(LabelKey(kind, node.label), node.is_prefix, posts);
      PostSet set(post_count);
      for (uint32_t post : posts) set.Add(post);
      found_.push_back({&node, Leaf(), std::move(set)});
      is_guess_ &= ready;
      return ready;
    }
    case Kind::kLanguage:
      found_.push_back({&node, Leaf(), LanguagePosts(reader_.root(), node.label)});
      return true;
    case Kind::kDates: {
      const Vector<int32_t>* days = reader_.Days();
      if (days == nullptr) return is_guess_ = false;
      found_.push_back({&node, Leaf(), DatedPosts(*days, node.days, post_count)});
      return true;
    }
  }
  return true;
}

const Matcher::Found& Matcher::FindOf(const QueryNode& node) const {
  return *std::find_if(found_.begin(), found_.end(),
                       [&](const Found& found) { return found.node == &node; });
}

PostSet Matcher::LeafPosts(const QueryNode& node) const {
  PostSet posts(reader_.root().post_count);
  for (const LeafPosting& posting : leaf(node).postings) posts.Add(posting.post);
  return posts;
}

PostSet Matcher::Full(const QueryNode& node) const {
  const uint32_t post_count = reader_.root().post_count;
  switch (node.kind) {
    case Kind::kAll: {
      PostSet posts(post_count, true);
      for (const QueryNode& child : node.children) posts.KeepAll(Full(child));
      return posts;
    }
    case Kind::kAny: {
      PostSet posts(post_count);
      for (const QueryNode& child : node.children) posts.AddAll(Full(child));
      return posts;
    }
    case Kind::kNot: {
      PostSet posts = Full(node.children[0]);
      posts.Invert();
      return posts;
    }
    case Kind::kWord:
    case Kind::kPhrase:
      return LeafPosts(node);
    default:
      return FindOf(node).posts;
  }
}

PostSet Matcher::Relaxed(const QueryNode& node) const {
  const uint32_t post_count = reader_.root().post_count;
  if (node.kind != Kind::kAll && node.kind != Kind::kAny) return Full(node);
  PostSet words(post_count);
  PostSet filters(post_count, true);
  bool has_words = false;
  for (const QueryNode& child : node.children) {
    const bool wants_words = WantsWords(child);
    has_words |= wants_words;
    if (wants_words || node.kind == Kind::kAny) {
      words.AddAll(Relaxed(child));
    } else {
      filters.KeepAll(Full(child));
    }
  }
  if (node.kind == Kind::kAny) return words;
  if (has_words) filters.KeepAll(words);
  return filters;
}

}  // namespace broadsheet
