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
//   word           = max(idf(stem) * S(fit), kPrefixFit * idf(all) * S(weight(all)))
//                    + min(1, kShortQuestion / words) * the most that one of the forms asked for adds:
//                      kExactShare * (idf(form) - idf(stem)) * F(weight(form)), if it is as typed,
//                      kBegunShare * (idf(form) - idf(all)) * F(weight(form)), if it goes on after that
//                      F(weight) = weight / (kFormSaturation + weight)
//                    of a word put in place of another kTypoFit * the fourth root of its odds to the likeliest
//   post           = (sum of words) * (1 + kTitleCover * share of the words' idf in the title squared)
//   of the best kRefined posts: + kProximity * kFieldProximity * min(idf, idf') / distance
//                           for neighbouring words
struct Ranking {
  static constexpr double kFieldWeights[kFieldCount] = {1.0, 0.7, 1.8, 4.0, 2.5};
  static constexpr double kSaturation = 1.6;
  static constexpr double kLengthNorm = 0.65;  // b of text, code and headings
  static constexpr double kStemFit = 0.9;
  static constexpr double kPrefixFit = 0.5;
  static constexpr double kExactShare = 2.0;
  static constexpr double kBegunShare = 0.8;
  static constexpr double kFormSaturation = 0.2;  // a form stands there or not, often or not
  // In questions of more words, forms are as grammar wants them: they count for less.
  static constexpr double kShortQuestion = 1.5;
  static constexpr double kTypoFit = 0.7;  // of the idf of a word that was put in place of another
  static constexpr double kTitleCover = 0.8;
  static constexpr double kProximity = 0.4;
  // Times this where both stand in text, code, a heading, the title, labels.
  static constexpr double kFieldProximity[kFieldCount] = {1.0, 1.0, 3.0, 2.0, 1.0};
  static constexpr double kReversed = 0.6;  // share of it for words in the other order
  static constexpr uint32_t kMaxDistance = 8;
  static constexpr size_t kRefined = 16;
  static constexpr size_t kGuessed = 30;     // rows more, until it is known which have a phrase
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
  // `share` of all that it would add otherwise.
  WordScorer(double idf_stem, double idf_all, double share)
      : idf_stem_(idf_stem), idf_all_(idf_all), share_(share) {}
  // `length_ratio`: the post's length over the average.
  WordScore Score(const LeafPosting& posting, double length_ratio) const;
  // What a form adds where it stands so often in the wanted fields.
  double Form(double idf_form, bool is_typed, const FieldCounts& counts, FieldMask fields,
              double length_ratio) const;
  double idf() const { return share_ * idf_stem_; }
  double idf_all() const { return idf_all_; }

 private:
  double idf_stem_;
  double idf_all_;
  double share_;
};

}  // namespace broadsheet
