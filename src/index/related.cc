#include "index/related.h"

#include <algorithm>
#include <bit>
#include <span>
#include <utility>

#include "base/bytes.h"

namespace broadsheet {
namespace {

constexpr size_t kMostBest = 24;
constexpr uint32_t kMostSharing = 2000;  // posts: what more have says little, and costs much
constexpr uint32_t kLeastScore = 400;    // about one rare word in common
constexpr uint32_t kSaturation = 12;
constexpr size_t kChunk = 256;  // posts that share working memory

using BestTraits = std::vector<std::vector<Trait>>;  // of the posts, in their order

// Sixteenths of log2(value), from below; `value` is positive.
uint32_t Log2Sixteenths(uint64_t value) {
  const auto exponent = static_cast<uint32_t>(std::bit_width(value)) - 1;
  return 16 * exponent +
         static_cast<uint32_t>(((value - (uint64_t{1} << exponent)) << 4) >> exponent);
}

// Five binary digits: a post more or less rarely changes what all others are like.
uint32_t RoundCount(size_t posts) {
  const auto width = static_cast<int>(std::bit_width(posts));
  return static_cast<uint32_t>(width > 5 ? posts >> (width - 5) << (width - 5) : posts);
}

// 0 for what is in one post only, or in too many.
uint32_t Rarity(uint32_t with, uint32_t posts) {
  if (with < 2 || with > kMostSharing || with * 4 > posts + 8) return 0;
  return Log2Sixteenths(uint64_t{posts} * 16 / with) - 4 * 16;
}

TraitCounts CountTraits(const std::vector<std::string_view>& traits) {
  TraitCounts counts;
  for (const std::string_view bytes : traits) {
    const TraitsView view = ReadTraits(bytes);
    for (size_t i = 0; i < view.size(); ++i) counts.Add(view.hash(i));
  }
  return counts;
}

// What tells a post from the others.
class Chooser {
 public:
  Chooser(const TraitCounts& counts, uint32_t posts)
      : counts_(counts), rarities_(counts.slot_count()) {
    for (size_t slot = 0; slot < rarities_.size(); ++slot) {
      rarities_[slot] = Rarity(counts.count_at(slot), posts);
    }
  }

  std::vector<Trait> BestOf(std::string_view traits) const {
    const TraitsView view = ReadTraits(traits);
    ByteReader weights(view.weights);
    std::vector<Trait> best;
    for (size_t i = 0; i < view.size(); ++i) {
      const uint32_t hash = view.hash(i);
      const auto weight = static_cast<uint32_t>(weights.Varint());
      const uint32_t rarity = rarities_[counts_.SlotOf(hash)];
      if (rarity == 0) continue;
      best.push_back({hash, rarity * 64 * weight / (kSaturation + weight)});
    }
    if (!weights.ok()) return {};
    const size_t most = std::min(best.size(), kMostBest);
    std::partial_sort(best.begin(), best.begin() + static_cast<ptrdiff_t>(most), best.end(),
                      [](const Trait& a, const Trait& b) {
                        return a.weight != b.weight ? a.weight > b.weight : a.hash < b.hash;
                      });
    best.resize(most);
    best.shrink_to_fit();
    return best;
  }

 private:
  const TraitCounts& counts_;
  std::vector<uint32_t> rarities_;  // by slot
};

// Which posts have a trait among their best, and with what weight: those of all traits in one list.
class Sharers {
 public:
  struct Sharer {
    uint32_t post = 0;
    uint32_t weight = 0;
  };

  Sharers(const BestTraits& best, const TraitCounts& counts)
      : counts_(counts), ends_(counts.slot_count() + 1) {
    for (const auto& traits : best) {
      for (const Trait& trait : traits) ++ends_[counts.SlotOf(trait.hash) + 1];
    }
    for (size_t slot = 1; slot < ends_.size(); ++slot) ends_[slot] += ends_[slot - 1];
    sharers_.resize(ends_.back());
    std::vector<uint32_t> next = ends_;
    for (uint32_t post = 0; post < best.size(); ++post) {
      for (const Trait& trait : best[post]) {
        sharers_[next[counts.SlotOf(trait.hash)]++] = {post, trait.weight};
      }
    }
  }

  std::span<const Sharer> Of(uint32_t hash) const {
    const size_t slot = counts_.SlotOf(hash);
    return std::span(sharers_).subspan(ends_[slot], ends_[slot + 1] - ends_[slot]);
  }

 private:
  const TraitCounts& counts_;
  std::vector<uint32_t> ends_;
  std::vector<Sharer> sharers_;
};

struct Alike {
  uint32_t post = 0;
  uint32_t score = 0;
};

// Finds the posts that are like one; keeps its working memory from post to post.
class Comparison {
 public:
  Comparison(const std::vector<std::string_view>& traits, const BestTraits& best,
             const Sharers& sharers)
      : traits_(traits), best_(best), sharers_(sharers), scores_(best.size()) {}

  std::vector<uint32_t> LikestOf(size_t post) {
    for (const Trait& trait : best_[post]) {
      for (const Sharers::Sharer& sharer : sharers_.Of(trait.hash)) {
        if (sharer.post == post) continue;
        if (scores_[sharer.post] == 0) met_.push_back(sharer.post);
        scores_[sharer.post] += std::min(trait.weight, sharer.weight) / 8;
      }
    }
    std::vector<Alike> alike;
    for (const uint32_t other : met_) {
      const uint32_t score = std::exchange(scores_[other], 0);
      if (score >= kLeastScore && LanguageOf(other) == LanguageOf(post)) {
        alike.push_back({other, score});
      }
    }
    met_.clear();
    const size_t most = std::min(alike.size(), kMostRelated);
    std::partial_sort(alike.begin(), alike.begin() + static_cast<ptrdiff_t>(most), alike.end(),
                      [](const Alike& a, const Alike& b) {
                        return a.score != b.score ? a.score > b.score : a.post < b.post;
                      });
    std::vector<uint32_t> likest;
    for (size_t i = 0; i < most; ++i) likest.push_back(alike[i].post);
    return likest;
  }

 private:
  std::string_view LanguageOf(size_t post) const { return ReadTraits(traits_[post]).language; }

  const std::vector<std::string_view>& traits_;
  const BestTraits& best_;
  const Sharers& sharers_;
  std::vector<uint32_t> scores_;  // 0 but within LikestOf
  std::vector<uint32_t> met_;
};

// Sets kinship.related of those of the posts that are `wanted`.
void Compare(const std::vector<std::string_view>& traits, const std::vector<char>& wanted,
             Kinship& kinship, const ParallelFor& run) {
  const Sharers sharers(kinship.best, kinship.counts);
  run((traits.size() + kChunk - 1) / kChunk, [&](size_t chunk) {
    Comparison comparison(traits, kinship.best, sharers);
    const size_t end = std::min((chunk + 1) * kChunk, traits.size());
    for (size_t post = chunk * kChunk; post < end; ++post) {
      if (wanted[post] != 0) kinship.related[post] = comparison.LikestOf(post);
    }
  });
}

class KinshipUpdate {
 public:
  KinshipUpdate(const std::vector<std::string_view>& traits, const KinshipChange& change,
                Kinship& kinship, const ParallelFor& run)
      : traits_(traits), change_(change), kinship_(kinship), run_(run) {}

  bool Run() {
    if (kinship_.post_count != RoundCount(traits_.size()) || !KeepsOrder()) return false;
    Recount();
    MovePosts();
    ChooseAnew();
    std::vector<char> wanted(traits_.size());
    for (size_t post = 0; post < wanted.size(); ++post) {
      wanted[post] = IsChanged(post) || HasMoved(kinship_.best[post]);
    }
    const auto count = static_cast<size_t>(std::count(wanted.begin(), wanted.end(), 1));
    if (count > 0) Compare(traits_, wanted, kinship_, run_);
    return true;
  }

 private:
  bool IsChanged(size_t post) const {
    return change_.then[post] == kNoPost || change_.is_changed[post] != 0;
  }

  // Whether the posts that were there stand in the order in which they stood; ties go by it.
  bool KeepsOrder() const {
    uint32_t least = 0;
    for (const uint32_t then : change_.then) {
      if (then == kNoPost) continue;
      if (then < least || then >= kinship_.best.size()) return false;
      least = then + 1;
    }
    return true;
  }

  // Finds `rarer_`, the traits that have another rarity than before.
  void Recount() {
    std::vector<uint32_t> touched;
    const auto touch = [&](std::string_view bytes) {
      const TraitsView view = ReadTraits(bytes);
      for (size_t i = 0; i < view.size(); ++i) touched.push_back(view.hash(i));
    };
    for (const std::string_view bytes : change_.gone) touch(bytes);
    const size_t gone = touched.size();
    for (size_t post = 0; post < traits_.size(); ++post) {
      if (IsChanged(post)) touch(traits_[post]);
    }
    std::vector<std::pair<uint32_t, uint32_t>> before;
    for (const uint32_t hash : touched) before.emplace_back(hash, kinship_.counts.CountOf(hash));
    for (size_t i = 0; i < gone; ++i) kinship_.counts.Take(touched[i]);
    for (size_t i = gone; i < touched.size(); ++i) kinship_.counts.Add(touched[i]);
    filter_.assign(kFilterBits, 0);
    for (const auto& [hash, count] : before) {
      const uint32_t now = kinship_.counts.CountOf(hash);
      if (Rarity(count, kinship_.post_count) == Rarity(now, kinship_.post_count)) continue;
      rarer_.push_back(hash);
      filter_[hash >> kFilterShift] = 1;
    }
    std::sort(rarer_.begin(), rarer_.end());
  }

  // Brings what is known of the posts to their new places; what is lost with posts has moved.
  void MovePosts() {
    BestTraits best(traits_.size());
    std::vector<std::vector<uint32_t>> related(traits_.size());
    std::vector<uint32_t> now(kinship_.best.size(), kNoPost);
    for (uint32_t post = 0; post < traits_.size(); ++post) {
      if (change_.then[post] != kNoPost) now[change_.then[post]] = post;
    }
    moved_.assign(kinship_.counts.slot_count(), 0);
    for (size_t then = 0; then < now.size(); ++then) {
      if (now[then] == kNoPost) {
        for (const Trait& trait : kinship_.best[then]) SetMoved(trait);
        continue;
      }
      best[now[then]] = std::move(kinship_.best[then]);
      // Who was like a post that is no more shares a moved trait with it, and is compared anew.
      for (const uint32_t other : kinship_.related[then]) {
        if (other < now.size()) related[now[then]].push_back(now[other]);
      }
    }
    kinship_.best = std::move(best);
    kinship_.related = std::move(related);
  }

  void ChooseAnew() {
    std::vector<char> stale(traits_.size());
    run_((traits_.size() + kChunk - 1) / kChunk, [&](size_t chunk) {
      const size_t end = std::min((chunk + 1) * kChunk, traits_.size());
      for (size_t post = chunk * kChunk; post < end; ++post) {
        stale[post] = IsChanged(post) || HasRarer(traits_[post]);
      }
    });
    const Chooser chooser(kinship_.counts, kinship_.post_count);
    for (size_t post = 0; post < stale.size(); ++post) {
      if (stale[post] == 0) continue;
      const std::vector<Trait> before =
          std::exchange(kinship_.best[post], chooser.BestOf(traits_[post]));
      for (const Trait& trait : kinship_.best[post]) {
        if (!Has(before, trait)) SetMoved(trait);
      }
      for (const Trait& trait : before) {
        if (!Has(kinship_.best[post], trait)) SetMoved(trait);
      }
    }
  }

  bool HasRarer(std::string_view bytes) const {
    if (rarer_.empty()) return false;
    const TraitsView view = ReadTraits(bytes);
    for (size_t i = 0; i < view.size(); ++i) {
      const uint32_t hash = view.hash(i);
      if (filter_[hash >> kFilterShift] != 0 &&
          std::binary_search(rarer_.begin(), rarer_.end(), hash))
        return true;
    }
    return false;
  }

  static bool Has(const std::vector<Trait>& traits, const Trait& wanted) {
    return std::any_of(traits.begin(), traits.end(), [&](const Trait& trait) {
      return trait.hash == wanted.hash && trait.weight == wanted.weight;
    });
  }

  void SetMoved(const Trait& trait) { moved_[kinship_.counts.SlotOf(trait.hash)] = 1; }
  bool HasMoved(const std::vector<Trait>& traits) const {
    return std::any_of(traits.begin(), traits.end(), [&](const Trait& trait) {
      return moved_[kinship_.counts.SlotOf(trait.hash)] != 0;
    });
  }

  static constexpr int kFilterShift = 16;
  static constexpr size_t kFilterBits = size_t{1} << 16;

  const std::vector<std::string_view>& traits_;
  const KinshipChange& change_;
  Kinship& kinship_;
  const ParallelFor& run_;
  std::vector<uint32_t> rarer_;  // ascending
  std::vector<char> filter_;     // by the first bits of a hash: whether one of rarer_ begins so
  std::vector<char> moved_;      // by slot: whether a post has it among its best in another way
};

}  // namespace

Kinship RelateTraits(const std::vector<std::string_view>& traits, const ParallelFor& run) {
  Kinship kinship;
  kinship.post_count = RoundCount(traits.size());
  kinship.counts = CountTraits(traits);
  kinship.best.resize(traits.size());
  kinship.related.resize(traits.size());
  {
    const Chooser chooser(kinship.counts, kinship.post_count);
    run(traits.size(), [&](size_t post) { kinship.best[post] = chooser.BestOf(traits[post]); });
  }
  Compare(traits, std::vector<char>(traits.size(), 1), kinship, run);
  return kinship;
}

bool UpdateKinship(const std::vector<std::string_view>& traits, const KinshipChange& change,
                   Kinship& kinship, const ParallelFor& run) {
  return KinshipUpdate(traits, change, kinship, run).Run();
}

std::vector<std::vector<uint32_t>> FindRelated(
    const std::vector<std::shared_ptr<const AnalyzedPost>>& posts, const ParallelFor& run) {
  std::vector<std::string> kept(posts.size());
  run(posts.size(), [&](size_t post) { kept[post] = TraitsOf(*posts[post]); });
  return RelateTraits({kept.begin(), kept.end()}, run).related;
}

}  // namespace broadsheet
