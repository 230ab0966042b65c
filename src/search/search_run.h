#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>

#include "base/vector.h"
#include "index/reader.h"
#include "search/answer.h"
#include "search/candidate.h"
#include "search/matcher.h"
#include "search/query.h"
#include "search/ranking.h"
#include "search/searcher.h"

namespace broadsheet {

// One question put to some indexes. Run as far as the bytes go; if more are wanted, make another run
// when they have come: nothing is kept but what the readers have decoded.
class SearchRun {
 public:
  SearchRun(const SearchRequest& request, Vector<IndexReader*> readers);

  // False if bytes are wanted.
  bool Run(SearchAnswer& answer);

 private:
  friend std::string ExplainHit(const SearchRun& run, const Candidate& candidate);

  bool Find();
  // Puts likely words in place of words that no post has; false if bytes are wanted.
  bool Correct(QueryNode& node, bool& has_corrected);
  bool IsFound(const QueryNode& leaf) const;
  static void Split(QueryNode& node);
  bool IsListed(const QueryTerm& term) const;
  bool IsUnknown(const QueryTerm& term) const;
  // Has wanted what mends words of which it is not known yet whether any post has them.
  void PrefetchSpelling(const QueryNode& node);
  void Score();
  // The idf of a form that a word stands for, in all indexes.
  double FormFrequency(size_t word, const FoundForm& form) const;
  // What a form adds to a post for being as it was typed.
  double FormScore(size_t slot, size_t word, const FoundForm& form, double idf,
                   const Posting& posting) const;
  // Adds what the best of its forms adds to each post.
  void ScoreForms(size_t slot, size_t word, Vector<double>& scores) const;
  void ScoreIndex(size_t slot);
  void AddCandidates(size_t slot, HitGroup group, const PostSet& posts,
                     const Vector<double>& scores);
  size_t Kept() const;  // candidates that may come to be shown
  bool Order();
  bool Refine();
  bool RefineOne(Candidate& candidate);
  double Proximity(const Vector<Vector<Place>>& places) const;
  void ChooseSection(const PostRow& row, const Vector<Vector<Place>>& places,
                     Candidate& candidate) const;
  bool FindAllPlaces(const Candidate& candidate, Vector<Vector<Place>>& places);
  // As SearchAnswer::forms.
  std::string FormsOf(const QueryNode& node) const;
  bool Show(SearchAnswer& answer);
  bool CountFacets(SearchAnswer& answer);
  bool CountFacets(size_t slot, SearchAnswer& answer);
  double LengthRatio(size_t slot, uint32_t post) const;

  const SearchRequest& request_;
  Vector<IndexReader*> readers_;
  Query query_;
  Vector<const QueryNode*> wanted_;
  Vector<Matcher> matchers_;
  Vector<WordScorer> scorers_;  // for each of wanted_
  Vector<PostSet> full_;        // for each index
  Vector<Candidate> candidates_;
  std::optional<Candidate> floor_;  // the last one kept
  SearchOrder order_ = SearchOrder::kRelevance;
  uint32_t post_count_ = 0;
  size_t spare_ = 0;                         // so many more are wanted than shown
  std::array<double, 256> length_ratios_{};  // to the average, by LengthCode
  Vector<Correction> corrections_;
  uint32_t full_total_ = 0;
  uint32_t partial_total_ = 0;
};

}  // namespace broadsheet
