#include "search/ranking.h"

#include <algorithm>

namespace broadsheet {
namespace {

double Weight(const FieldCounts& counts, double length_ratio, FieldMask fields = kAllFields) {
  const double norm = 1 - Ranking::kLengthNorm + Ranking::kLengthNorm * length_ratio;
  double sum = 0;
  for (size_t f = 0; f < kFieldCount; ++f) {
    if (counts[f] == 0 || (fields >> f & 1) == 0) continue;
    const bool is_body = f == kFieldText || f == kFieldCode || f == kFieldHeading;
    sum += Ranking::kFieldWeights[f] * counts[f] / (is_body ? norm : 1.0);
  }
  return sum;
}

double Saturate(double weight) { return weight / (Ranking::kSaturation + weight); }

}  // namespace

// ln(m * 2^e) = e * ln 2 + 2 atanh((m - 1) / (m + 1)), m in [1, 2).
double Logarithm(double value) {
  if (!(value > 0)) return 0;
  int exponent = 0;
  for (; value >= 2; value /= 2) ++exponent;
  for (; value < 1; value *= 2) --exponent;
  const double t = (value - 1) / (value + 1);
  double power = t;
  double sum = 0;
  for (int i = 1; i < 28; i += 2) {
    sum += power / i;
    power *= t * t;
  }
  return exponent * 0.69314718055994530942 + 2 * sum;
}

double InverseFrequency(uint32_t with, uint32_t posts) {
  const double rest = posts > with ? posts - with : 0;
  return Logarithm(1 + (rest + 0.5) / (with + 0.5));
}

WordScore WordScorer::Score(const LeafPosting& posting, double length_ratio) const {
  const double exact = Weight(posting.exact, length_ratio);
  const double stem = std::max(exact, Weight(posting.stem, length_ratio));
  const double all = std::max(stem, Weight(posting.all, length_ratio));
  WordScore score;
  score.fit = exact + Ranking::kStemFit * (stem - exact);
  const double whole = idf_stem_ * Saturate(score.fit);
  const double begun = Ranking::kPrefixFit * idf_all_ * Saturate(all);
  score.value = share_ * posting.share * std::max(whole, begun);
  score.idf = idf();
  score.in_title =
      posting.stem[kFieldTitle] > 0 || (!HasAny(posting.stem) && posting.all[kFieldTitle] > 0);
  return score;
}

double WordScorer::Form(double idf_form, bool is_typed, const FieldCounts& counts, FieldMask fields,
                        double length_ratio) const {
  const double share = share_ * (is_typed ? Ranking::kExactShare : Ranking::kBegunShare);
  const double rarer = std::max(0.0, idf_form - (is_typed ? idf_stem_ : idf_all_));
  const double weight = Weight(counts, length_ratio, fields);
  return share * rarer * weight / (Ranking::kFormSaturation + weight);
}

}  // namespace broadsheet
