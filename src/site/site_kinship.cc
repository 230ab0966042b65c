#include "site/site_kinship.h"

#include <unordered_map>
#include <utility>

#include "site/sourced_record.h"

namespace broadsheet {

SiteKinship::SiteKinship(FileSystem& files, std::string_view file, std::string_view identity)
    : traits_(files, file, identity) {
  traits_.ReadAll();
}

std::string_view SiteKinship::TraitsOf(const Member& post) const {
  return MadeOf(traits_.View(std::string(post.path)), post.source);
}

void SiteKinship::SetTraits(const Member& post, size_t place, std::string traits) {
  traits_.Put(std::string(post.path), WithSource(post.source, traits));
  new_traits_[place] = std::move(traits);
}

// False when all posts have to be related anew.
bool SiteKinship::Update(const std::vector<Member>& posts,
                         const std::vector<std::string_view>& traits, const IndexRecord& old,
                         std::string_view old_kinship, const ParallelFor& run) {
  if (old_kinship.empty() || !kinship_.Unpack(old_kinship)) return false;
  if (kinship_.best.size() != old.posts.size()) return false;
  std::unordered_map<std::string_view, uint32_t> places;
  places.reserve(old.posts.size());
  for (uint32_t i = 0; i < old.posts.size(); ++i) places[old.posts[i].path] = i;
  KinshipChange change;
  change.then.assign(posts.size(), kNoPost);
  change.is_changed.resize(posts.size());
  std::vector<char> is_kept(old.posts.size());
  uint32_t next = 0;
  for (size_t i = 0; i < posts.size(); ++i) {
    const auto found = places.find(posts[i].path);
    if (found == places.end()) continue;
    const uint32_t then = found->second;
    const IndexRecord::IndexedPost& before = old.posts[then];
    if (before.source == posts[i].source) {
      if (then < next) return false;
      is_kept[then] = 1;
    } else {
      const std::string_view kept = TraitsOf({before.path, before.source});
      const bool keeps_language = ReadTraits(kept).language == ReadTraits(traits[i]).language;
      if (!keeps_language || then < next) continue;
      change.is_changed[i] = 1;
    }
    change.then[i] = then;
    next = then + 1;
  }
  for (size_t then = 0; then < is_kept.size(); ++then) {
    if (is_kept[then] != 0) continue;
    const std::string_view kept = TraitsOf({old.posts[then].path, old.posts[then].source});
    if (kept.empty()) return false;
    change.gone.push_back(kept);
  }
  return UpdateKinship(traits, change, kinship_, run);
}

std::string SiteKinship::Take() {
  const Kinship kinship = std::exchange(kinship_, {});
  new_traits_ = {};
  return kinship.Pack();
}

std::vector<std::vector<uint32_t>> SiteKinship::Relate(const std::vector<Member>& posts,
                                                       const IndexRecord& old,
                                                       std::string_view old_kinship,
                                                       const ParallelFor& run) {
  std::vector<std::string_view> traits(posts.size());
  run(posts.size(), [&](size_t i) {
    traits[i] = new_traits_[i].empty() ? TraitsOf(posts[i]) : std::string_view(new_traits_[i]);
  });
  if (!Update(posts, traits, old, old_kinship, run)) kinship_ = RelateTraits(traits, run);
  return kinship_.related;
}

}  // namespace broadsheet
