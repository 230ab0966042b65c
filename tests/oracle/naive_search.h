#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "index/document.h"
#include "index/posting.h"
#include "search/query.h"

namespace broadsheet {

// What an answer must hold and may hold, as paths of posts. The two differ only where a phrase ends
// in an unfinished word: there the engine may be content with posts that have all the words.
struct Bounds {
  std::set<std::string> least;
  std::set<std::string> most;
};

// The search engine without an index: it keeps each post's tokens and looks at all of them for
// every question. It shares the analyser and the reading of questions with the engine, and nothing
// else.
class NaiveSearch {
 public:
  // The posts are dealt out to so many indexes, which know of stems only in their own posts.
  explicit NaiveSearch(const std::vector<IndexDocument>& documents, size_t slots = 1);

  // The posts that have all that is asked for, typos left alone.
  Bounds Find(std::string_view question, bool finished) const;

  // Every form that some post has.
  const std::set<std::string>& forms() const { return forms_; }

 private:
  struct Post {
    const IndexDocument* document;
    std::string language;
    std::map<std::string, std::map<uint32_t, Field>> forms;  // where each form stands
  };
  using Forms = std::set<std::string>;
  using Takes = std::function<bool(const Post&)>;

  void AddTexts(Post& post);
  void AddText(Post& post, std::string_view text, uint32_t& position, Field field);
  void AddBody(Post& post);
  void JoinClasses(size_t slots);
  Forms ClassOf(const std::string& form, const std::string& language) const;

  Bounds Evaluate(const QueryNode& node) const;
  Bounds Word(const QueryNode& node) const;
  Bounds Phrase(const QueryPhrase& phrase, const QueryNode& node) const;
  std::set<std::string> Term(const QueryTerm& term, FieldMask fields) const;
  std::set<std::string> Having(const Takes& takes) const;
  static bool StandsIn(const Post& post, const QueryPhrase& phrase, const QueryNode& node);
  static bool StandsNear(const Post& post, const QueryPhrase& phrase, const QueryNode& node);

  std::vector<Post> posts_;
  std::set<std::string> forms_;
  // By language: the number of each form's class.
  std::map<std::string, std::map<std::string, uint32_t>> classes_;
};

}  // namespace broadsheet
