#include "index/related.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "base/bytes.h"
#include "index/analyzed_post.h"
#include "index/interner.h"
#include "index/posting.h"
#include "text/token.h"

namespace broadsheet {
namespace {

constexpr size_t kMostFeatures = 24;
constexpr uint32_t kMostSharing = 2000;  // posts: what more have says little, and costs much
constexpr uint32_t kLeastScore = 400;    // about one rare word in common
constexpr uint32_t kFieldShare[kFieldCount] = {4, 1, 8, 16, 16};
constexpr uint32_t kSaturation = 12;

// Sixteenths of log2(value), from below; `value` is positive.
uint32_t Log2Sixteenths(uint64_t value) {
  uint32_t exponent = 0;
  while (value >> exponent > 1) ++exponent;
  return 16 * exponent +
         static_cast<uint32_t>(((value - (uint64_t{1} << exponent)) << 4) >> exponent);
}

struct Feature {
  uint32_t id = 0;
  uint32_t weight = 0;
};

// What tells posts apart: their words, by stem where they have one.
class Features {
 public:
  explicit Features(const std::vector<std::shared_ptr<const AnalyzedPost>>& posts) {
    for (const auto& post : posts) Add(*post);
  }

  size_t id_count() const { return post_counts_.size(); }

  // The features of a post with the most weight, by id.
  std::vector<Feature> Best(size_t post) const {
    std::vector<Feature> best;
    for (const Feature& feature : all_[post]) {
      const uint32_t with = post_counts_[feature.id];
      if (with < 2 || with > kMostSharing || with * 4 > all_.size() + 8) continue;
      const uint32_t rarity = Log2Sixteenths(all_.size() * 16 / with) - 4 * 16;
      best.push_back({feature.id, rarity * 64 * feature.weight / (kSaturation + feature.weight)});
    }
    std::sort(best.begin(), best.end(), [](const Feature& a, const Feature& b) {
      return a.weight != b.weight ? a.weight > b.weight : a.id < b.id;
    });
    best.resize(std::min(best.size(), kMostFeatures));
    return best;
  }

 private:
  static bool IsWord(std::string_view text) {
    return text.size() > 2 && std::none_of(text.begin(), text.end(), [](char c) {
             return c >= 0 && c < 'A' && c != kGramMark;
           });
  }

  void Add(const AnalyzedPost& post) {
    std::vector<std::string_view> names(post.words.size());
    for (uint32_t word = 0; word < names.size(); ++word) names[word] = post.words[word];
    for (const auto& [word, stem] : post.stems) names[word] = stem;
    std::vector<Feature>& own = all_.emplace_back();
    ByteReader reader(post.counts);
    for (const std::string_view name : names) {
      const uint32_t weight = ReadWeight(reader);
      if (IsWord(name)) own.push_back({ids_.Intern(name), weight});
    }
    Join(own);
    post_counts_.resize(ids_.size());
    for (const Feature& feature : own) ++post_counts_[feature.id];
  }

  static uint32_t ReadWeight(ByteReader& reader) {
    uint32_t weight = 0;
    const FieldCounts counts = ReadFieldCounts(reader);
    for (size_t f = 0; f < kFieldCount; ++f) {
      weight += std::min<uint32_t>(counts[f], 1000) * kFieldShare[f];
    }
    return weight;
  }

  // Sums up the forms of one stem.
  static void Join(std::vector<Feature>& features) {
    std::sort(features.begin(), features.end(),
              [](const Feature& a, const Feature& b) { return a.id < b.id; });
    size_t kept = 0;
    for (const Feature& feature : features) {
      if (kept > 0 && features[kept - 1].id == feature.id) {
        features[kept - 1].weight += feature.weight;
      } else {
        features[kept++] = feature;
      }
    }
    features.resize(kept);
    features.shrink_to_fit();
  }

  Interner ids_;
  std::vector<uint32_t> post_counts_;
  std::vector<std::vector<Feature>> all_;
};

struct Sharer {
  uint32_t post = 0;
  uint32_t weight = 0;
};

std::vector<RelatedPost> Likest(const std::vector<std::shared_ptr<const AnalyzedPost>>& posts,
                                size_t post, const std::vector<Feature>& features,
                                const std::vector<std::vector<Sharer>>& sharers) {
  std::vector<RelatedPost> pairs;
  for (const Feature& feature : features) {
    for (const Sharer& sharer : sharers[feature.id]) {
      if (sharer.post == post || posts[sharer.post]->language != posts[post]->language) continue;
      pairs.push_back({sharer.post, std::min(feature.weight, sharer.weight) / 8});
    }
  }
  std::sort(pairs.begin(), pairs.end(),
            [](const RelatedPost& a, const RelatedPost& b) { return a.post < b.post; });
  std::vector<RelatedPost> sums;
  for (const RelatedPost& pair : pairs) {
    if (!sums.empty() && sums.back().post == pair.post) {
      sums.back().score += pair.score;
    } else {
      sums.push_back(pair);
    }
  }
  const size_t most = std::min(sums.size(), kMostRelated);
  std::partial_sort(sums.begin(), sums.begin() + static_cast<ptrdiff_t>(most), sums.end(),
                    [](const RelatedPost& a, const RelatedPost& b) {
                      return a.score != b.score ? a.score > b.score : a.post < b.post;
                    });
  sums.resize(most);
  while (!sums.empty() && sums.back().score < kLeastScore) sums.pop_back();
  return sums;
}

}  // namespace

std::vector<std::vector<RelatedPost>> FindRelated(
    const std::vector<std::shared_ptr<const AnalyzedPost>>& posts, const ParallelFor& run) {
  const Features features(posts);
  std::vector<std::vector<Feature>> best(posts.size());
  run(posts.size(), [&](size_t post) { best[post] = features.Best(post); });
  std::vector<std::vector<Sharer>> sharers(features.id_count());
  for (uint32_t post = 0; post < posts.size(); ++post) {
    for (const Feature& feature : best[post]) sharers[feature.id].push_back({post, feature.weight});
  }
  std::vector<std::vector<RelatedPost>> related(posts.size());
  run(posts.size(), [&](size_t post) { related[post] = Likest(posts, post, best[post], sharers); });
  return related;
}

}  // namespace broadsheet
