#include "index/related.h"

#include <algorithm>
#include <array>
#include <bit>
#include <span>
#include <string_view>
#include <utility>

#include "base/bytes.h"

namespace broadsheet {
namespace {

constexpr size_t kMostFeatures = 24;
constexpr uint32_t kMostSharing = 2000;  // posts: what more have says little, and costs much
constexpr uint32_t kLeastScore = 400;    // about one rare word in common
constexpr uint32_t kSaturation = 12;
constexpr size_t kChunk = 256;  // posts that share working memory

// Sixteenths of log2(value), from below; `value` is positive.
uint32_t Log2Sixteenths(uint64_t value) {
  const auto exponent = static_cast<uint32_t>(std::bit_width(value)) - 1;
  return 16 * exponent +
         static_cast<uint32_t>(((value - (uint64_t{1} << exponent)) << 4) >> exponent);
}

struct Feature {
  uint32_t id = 0;  // the hash of the word, then its number
  uint32_t weight = 0;
};

// Numbers hashes from 0 in the order in which they first come.
class HashNumbers {
 public:
  uint32_t Of(uint32_t hash) {
    if ((count_ + 1) * 2 > slots_.size()) Grow();
    Slot& slot = slots_[Find(hash)];
    if (slot.number == kNone) slot = {hash, count_++};
    return slot.number;
  }

 private:
  static constexpr uint32_t kNone = 0xffffffffu;
  struct Slot {
    uint32_t hash = 0;
    uint32_t number = kNone;
  };

  size_t Find(uint32_t hash) const {
    size_t slot = hash & (slots_.size() - 1);
    while (slots_[slot].number != kNone && slots_[slot].hash != hash) {
      slot = (slot + 1) & (slots_.size() - 1);
    }
    return slot;
  }

  void Grow() {
    std::vector<Slot> old(slots_.empty() ? 1024 : slots_.size() * 2);
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.number != kNone) slots_[Find(slot.hash)] = slot;
    }
  }

  std::vector<Slot> slots_;
  uint32_t count_ = 0;
};

// What tells posts apart.
class Features {
 public:
  Features(const std::vector<std::string>& traits, const ParallelFor& run) : all_(traits.size()) {
    run(all_.size(), [&](size_t post) { Read(traits[post], all_[post]); });
    std::vector<std::vector<uint32_t>> counts(kParts);
    run(kParts, [&](size_t part) { counts[part] = Number(static_cast<uint32_t>(part)); });
    size_t most = 0;
    for (const auto& some : counts) most = std::max(most, some.size());
    rarities_.resize(most * kParts);
    for (size_t part = 0; part < kParts; ++part) {
      for (size_t i = 0; i < counts[part].size(); ++i) {
        rarities_[i * kParts + part] = Rarity(counts[part][i]);
      }
    }
  }

  size_t size() const { return all_.size(); }
  size_t id_count() const { return rarities_.size(); }
  std::string_view language(size_t post) const { return all_[post].language; }

  // The features of a post with the most weight, those first; of the same weight, by hash.
  std::vector<Feature> Best(size_t post) const {
    const std::vector<Feature>& all = all_[post].features;
    std::vector<Feature> best;  // with their places in `all` for ids
    for (uint32_t i = 0; i < all.size(); ++i) {
      const uint32_t rarity = rarities_[all[i].id];
      if (rarity == 0) continue;
      best.push_back({i, rarity * 64 * all[i].weight / (kSaturation + all[i].weight)});
    }
    const size_t most = std::min(best.size(), kMostFeatures);
    std::partial_sort(best.begin(), best.begin() + static_cast<ptrdiff_t>(most), best.end(),
                      [](const Feature& a, const Feature& b) {
                        return a.weight != b.weight ? a.weight > b.weight : a.id < b.id;
                      });
    best.resize(most);
    for (Feature& feature : best) feature.id = all[feature.id].id;
    return best;
  }

 private:
  static constexpr uint32_t kParts = 16;  // of the hashes, by their first bits
  static constexpr uint32_t kPartShift = 28;

  struct Own {
    std::string_view language;
    std::vector<Feature> features;                 // by hash
    std::array<uint32_t, kParts + 1> begins = {};  // of the parts
  };

  static void Read(std::string_view traits, Own& own) {
    ByteReader reader(traits);
    own.language = reader.Counted();
    const uint64_t count = reader.Varint();
    own.features.reserve(std::min<uint64_t>(count, traits.size()));
    uint32_t hash = 0;
    for (uint64_t i = 0; i < count && reader.ok(); ++i) {
      hash += static_cast<uint32_t>(reader.Varint());
      own.features.push_back({hash, static_cast<uint32_t>(reader.Varint())});
      ++own.begins[(hash >> kPartShift) + 1];
    }
    if (!reader.ok()) own = {};
    for (size_t part = 0; part < kParts; ++part) own.begins[part + 1] += own.begins[part];
  }

  // Gives the hashes of one part numbers in place of themselves, and counts the posts of each.
  std::vector<uint32_t> Number(uint32_t part) {
    std::vector<uint32_t> counts;
    HashNumbers numbers;
    for (Own& own : all_) {
      for (uint32_t i = own.begins[part]; i < own.begins[part + 1]; ++i) {
        const uint32_t number = numbers.Of(own.features[i].id);
        if (number == counts.size()) counts.push_back(0);
        ++counts[number];
        own.features[i].id = number * kParts + part;
      }
    }
    return counts;
  }

  // 0 for what is in one post only, or in too many.
  uint32_t Rarity(uint32_t with) const {
    if (with < 2 || with > kMostSharing || with * 4 > all_.size() + 8) return 0;
    return Log2Sixteenths(all_.size() * 16 / with) - 4 * 16;
  }

  std::vector<Own> all_;
  std::vector<uint32_t> rarities_;
};

using BestFeatures = std::vector<std::vector<Feature>>;  // of the posts, in their order

// Which posts have a feature among their best, and with what weight: those of all features in one list.
class Sharers {
 public:
  struct Sharer {
    uint32_t post = 0;
    uint32_t weight = 0;
  };

  Sharers(const BestFeatures& best, size_t id_count) : ends_(id_count + 1) {
    for (const auto& features : best) {
      for (const Feature& feature : features) ++ends_[feature.id + 1];
    }
    for (size_t id = 1; id < ends_.size(); ++id) ends_[id] += ends_[id - 1];
    sharers_.resize(ends_.back());
    std::vector<uint32_t> next = ends_;
    for (uint32_t post = 0; post < best.size(); ++post) {
      for (const Feature& feature : best[post]) {
        sharers_[next[feature.id]++] = {post, feature.weight};
      }
    }
  }

  std::span<const Sharer> Of(uint32_t id) const {
    return std::span(sharers_).subspan(ends_[id], ends_[id + 1] - ends_[id]);
  }

 private:
  std::vector<uint32_t> ends_;
  std::vector<Sharer> sharers_;
};

// Finds the posts that are like one; keeps its working memory from post to post.
class Comparison {
 public:
  Comparison(const Features& features, const BestFeatures& best, const Sharers& sharers)
      : features_(features), best_(best), sharers_(sharers), scores_(features.size()) {}

  std::vector<RelatedPost> LikestOf(size_t post) {
    for (const Feature& feature : best_[post]) {
      for (const Sharers::Sharer& sharer : sharers_.Of(feature.id)) {
        if (sharer.post == post) continue;
        if (scores_[sharer.post] == 0) met_.push_back(sharer.post);
        scores_[sharer.post] += std::min(feature.weight, sharer.weight) / 8;
      }
    }
    std::vector<RelatedPost> alike;
    for (const uint32_t other : met_) {
      const uint32_t score = std::exchange(scores_[other], 0);
      if (score >= kLeastScore && features_.language(other) == features_.language(post)) {
        alike.push_back({other, score});
      }
    }
    met_.clear();
    const size_t most = std::min(alike.size(), kMostRelated);
    std::partial_sort(alike.begin(), alike.begin() + static_cast<ptrdiff_t>(most), alike.end(),
                      [](const RelatedPost& a, const RelatedPost& b) {
                        return a.score != b.score ? a.score > b.score : a.post < b.post;
                      });
    alike.resize(most);
    return alike;
  }

 private:
  const Features& features_;
  const BestFeatures& best_;
  const Sharers& sharers_;
  std::vector<uint32_t> scores_;  // 0 but within LikestOf
  std::vector<uint32_t> met_;
};

}  // namespace

std::vector<std::vector<RelatedPost>> RelateTraits(const std::vector<std::string>& traits,
                                                   const ParallelFor& run) {
  const Features features(traits, run);
  BestFeatures best(traits.size());
  run(traits.size(), [&](size_t post) { best[post] = features.Best(post); });
  const Sharers sharers(best, features.id_count());
  std::vector<std::vector<RelatedPost>> related(traits.size());
  run((traits.size() + kChunk - 1) / kChunk, [&](size_t chunk) {
    Comparison comparison(features, best, sharers);
    const size_t end = std::min((chunk + 1) * kChunk, traits.size());
    for (size_t post = chunk * kChunk; post < end; ++post) {
      related[post] = comparison.LikestOf(post);
    }
  });
  return related;
}

std::vector<std::vector<RelatedPost>> FindRelated(
    const std::vector<std::shared_ptr<const AnalyzedPost>>& posts, const ParallelFor& run) {
  std::vector<std::string> traits(posts.size());
  run(posts.size(), [&](size_t post) { traits[post] = TraitsOf(*posts[post]); });
  return RelateTraits(traits, run);
}

}  // namespace broadsheet
