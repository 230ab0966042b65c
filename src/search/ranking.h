#pragma once

#include <cstdint>
#include <string>

#include "search/leaf.h"

namespace broadsheet {

// How posts are ordered: BM25F (Zaragoza et al. 2004) with the fit of a word in place of its bare count.
//
//   weight(counts) = sum over fields of kFieldWeights[f] * counts[f] / length norm
//   fit            = weight(exact) + kStemFit * (weight(stem) - weight(exact))
//   S(weight)      = weight / (kSaturation + weight)
//   word           = max(idf(stem) * S(fit) + kExactShare * (idf(exact) - idf(stem)) * S(weight(exact)),
//                        kPrefixFit * idf(all) * S(weight(all)))
//   post           = (sum of words) * (1 + kTitleCover * share of the words' idf in the title squared)
//   of the best kRefined posts: + kProximity * min(idf, idf') / distance for neighbouring words
struct Ranking {
  static constexpr double kFieldWeights[kFieldCount] = {1.0, 0.7, 1.8, 3.5, 2.5};
  static constexpr double kSaturation = 1.6;
  static constexpr double kLengthNorm = 0.7;  // b of text, code and headings
  static constexpr double kStemFit = 0.85;
  static constexpr double kExactShare = 0.6;
  static constexpr double kPrefixFit = 0.5;
  static constexpr double kTypoFit = 0.7;  // of the idf of a word that was put in place of another
  static constexpr double kTitleCover = 0.6;
  static constexpr double kProximity = 0.6;
  static constexpr double kReversed = 0.6;  // share of it for words in the other order
  static constexpr uint32_t kMaxDistance = 8;
  static constexpr size_t kRefined = 16;
  static constexpr uint32_t kFewPosts = 10;  // with fewer full hits, partial ones follow
};

// The natural logarithm, from additions and multiplications alone: the same on every machine.
double Logarithm(double value);

// ln(1 + (posts - with + 0.5) / (with + 0.5)).
double InverseFrequency(uint32_t with, uint32_t posts);

// What one word of the question adds to a post.
struct WordScore {
  double value = 0;
  double idf = 0;
  double fit = 0;
  bool in_title = false;
};
class WordScorer {
 public:
  WordScorer(double idf_exact, double idf_stem, double idf_all)
      : idf_exact_(idf_exact), idf_stem_(idf_stem), idf_all_(idf_all) {}
  // `length_ratio`: the post's length over the average.
  WordScore Score(const LeafPosting& posting, double length_ratio) const;
  double idf() const { return idf_stem_; }

 private:
  double idf_exact_;
  double idf_stem_;
  double idf_all_;
};

}  // namespace broadsheet
