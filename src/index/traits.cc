#include "index/traits.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/hash.h"
#include "index/analyzed_post.h"
#include "index/posting.h"
#include "text/token.h"

namespace broadsheet {
namespace {

constexpr uint32_t kFieldShare[kFieldCount] = {4, 1, 8, 16, 16};

bool IsWord(std::string_view text) {
  return text.size() > 2 && std::none_of(text.begin(), text.end(), [](char c) {
           return c >= 0 && c < 'A' && c != kGramMark;
         });
}

uint32_t ReadWeight(ByteReader& reader) {
  uint32_t weight = 0;
  const FieldCounts counts = ReadFieldCounts(reader);
  for (size_t f = 0; f < kFieldCount; ++f) {
    weight += std::min<uint32_t>(counts[f], 1000) * kFieldShare[f];
  }
  return weight;
}

// By hash, the forms of one stem summed up.
void Join(std::vector<Trait>& traits) {
  std::sort(traits.begin(), traits.end(), [](const Trait& a, const Trait& b) {
    return a.hash != b.hash ? a.hash < b.hash : a.weight < b.weight;
  });
  size_t kept = 0;
  for (const Trait& trait : traits) {
    if (kept > 0 && traits[kept - 1].hash == trait.hash) {
      traits[kept - 1].weight += trait.weight;
    } else {
      traits[kept++] = trait;
    }
  }
  traits.resize(kept);
}

}  // namespace

std::string TraitsOf(const AnalyzedPost& post) {
  std::vector<std::string_view> names(post.words.size());
  for (uint32_t word = 0; word < names.size(); ++word) names[word] = post.words[word];
  for (uint32_t i = 0; i < post.stems.size(); ++i) names[post.stems[i].word] = post.stems[i].stem;
  std::vector<Trait> traits;
  ByteReader reader(post.counts);
  for (const std::string_view name : names) {
    const uint32_t weight = ReadWeight(reader);
    const uint64_t hash = Hash64(name);
    if (IsWord(name)) traits.push_back({static_cast<uint32_t>(hash ^ hash >> 32), weight});
  }
  Join(traits);
  ByteWriter out;
  out.Counted(post.language);
  out.Varint(traits.size());
  for (const Trait& trait : traits) out.U32(trait.hash);
  for (const Trait& trait : traits) out.Varint(trait.weight);
  return out.Take();
}

TraitsView ReadTraits(std::string_view traits) {
  ByteReader reader(traits);
  TraitsView view;
  view.language = reader.Counted();
  const uint64_t count = reader.Varint();
  if (count > reader.remaining() / sizeof(uint32_t)) return {};
  view.hashes = reader.Raw(static_cast<size_t>(count) * sizeof(uint32_t));
  view.weights = traits.substr(reader.position());
  if (!reader.ok()) return {};
  return view;
}

uint32_t TraitsView::hash(size_t i) const {
  const auto* bytes = reinterpret_cast<const uint8_t*>(hashes.data()) + i * sizeof(uint32_t);
  return static_cast<uint32_t>(bytes[0] | bytes[1] << 8 | bytes[2] << 16) |
         static_cast<uint32_t>(bytes[3]) << 24;
}

}  // namespace broadsheet
