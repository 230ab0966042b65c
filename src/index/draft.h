#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "index/analyzed_post.h"
#include "index/interner.h"
#include "index/posting.h"
#include "index/row.h"
#include "index/term_statistics.h"

namespace broadsheet {

// The forms that share stems in the posts of one language: two or more.
struct StemClass {
  uint32_t language = 0;        // index into Draft::languages()
  std::vector<uint32_t> forms;  // ranks, ascending
};

// A set of posts turned inside out: from words to posts. Add everything, Arrange once, then ask.
// Forms are named by their rank in the order of their bytes.
class Draft {
 public:
  // Of two posts with one path, the later stays.
  void Add(const AnalyzedPost& post);
  void Arrange();

  struct Post {
    PostRow row;
    uint32_t language = 0;
    uint32_t length = 0;
    std::vector<std::string> tags;
    std::vector<std::string> authors;
  };
  const std::vector<Post>& posts() const { return posts_; }            // by path
  const Vector<std::string>& languages() const { return languages_; }  // by bytes

  uint32_t form_count() const { return static_cast<uint32_t>(order_.size()); }
  std::string_view form(uint32_t rank) const { return words_[order_[rank]]; }
  uint32_t post_count(uint32_t rank) const { return post_counts_[order_[rank]]; }
  PostingList Postings(uint32_t rank) const;
  // The positions in each post of its Postings.
  Vector<FieldPositions> Positions(uint32_t rank, const PostingList& postings) const;

  const std::vector<StemClass>& classes() const { return classes_; }
  // The classes of a form, by language.
  const std::vector<uint32_t>& classes_of(uint32_t rank) const { return classes_of_[rank]; }
  // The stems of a form, by language.
  const std::vector<StemUse>& stems_of(uint32_t rank) const { return stems_of_[rank]; }
  PostingList ClassPostings(const StemClass& stem_class) const;
  Vector<FieldPositions> ClassPositions(const StemClass& stem_class) const;

 private:
  // A post's words, still by post.
  struct Forward {
    Post post;
    std::string language;
    std::string words;  // numbers; these three as varints
    std::string stems;  // (place among the words, number of the stem)
    std::string counts;
    std::string positions;
  };
  // The stem that a word has, and in how many posts.
  struct WordStem {
    uint32_t stem = 0;
    uint32_t post_count = 0;
  };

  // Whether the number is that of this stem: most words have the one that they had before.
  bool IsStem(uint32_t number, std::string_view language, std::string_view stem) const;
  void SortPosts();
  void NumberLanguages();
  void Invert();
  void InvertPost(uint32_t number, const Forward& forward);
  void AddStem(uint32_t word, uint32_t stem);
  // Sorted; (stem, word).
  std::vector<std::pair<std::pair<uint32_t, uint32_t>, uint32_t>> CountStems();
  void RankForms();
  void JoinForms();

  Interner words_;
  Interner stems_;                     // language, NUL, stem
  std::vector<uint32_t> last_stems_;   // by word: the number of its stem where it was met last
  std::vector<WordStem> first_stems_;  // by word: the stem that was met first
  std::vector<std::pair<uint32_t, uint32_t>> other_stems_;  // (stem, word), once for each post
  std::vector<Forward> forwards_;
  std::vector<Post> posts_;
  Vector<std::string> languages_;
  std::vector<std::string> counts_;     // by word: gap to the post, mask and counts
  std::vector<std::string> positions_;  // by word
  std::vector<uint32_t> last_posts_;    // by word, one past
  std::vector<uint32_t> post_counts_;   // by word
  std::vector<uint32_t> order_;         // rank → word
  std::vector<uint32_t> ranks_;         // word → rank
  std::vector<StemClass> classes_;
  std::vector<std::vector<uint32_t>> classes_of_;
  std::vector<std::vector<StemUse>> stems_of_;
};

}  // namespace broadsheet
