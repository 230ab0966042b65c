#include "base/bytes.h"
#include "index/related.h"

namespace broadsheet {

std::string Kinship::Pack() const {
  ByteWriter out;
  out.Varint(post_count);
  uint64_t size = 0;
  for (size_t slot = 0; slot < counts.slot_count(); ++slot) size += counts.count_at(slot) > 0;
  out.Varint(size);
  for (size_t slot = 0; slot < counts.slot_count(); ++slot) {
    if (counts.count_at(slot) == 0) continue;
    out.U32(counts.hash_at(slot));
    out.Varint(counts.count_at(slot));
  }
  out.Varint(best.size());
  for (size_t post = 0; post < best.size(); ++post) {
    out.Varint(best[post].size());
    for (const Trait& trait : best[post]) {
      out.U32(trait.hash);
      out.Varint(trait.weight);
    }
    out.Varint(related[post].size());
    for (const uint32_t other : related[post]) out.Varint(other);
  }
  return out.Take();
}

bool Kinship::Unpack(std::string_view bytes) {
  ByteReader in(bytes);
  post_count = in.Varint32();
  const uint64_t size = in.Varint();
  if (size > bytes.size()) return false;
  counts.Reserve(size + size / 8);
  for (uint64_t i = 0; i < size && in.ok(); ++i) {
    const uint32_t hash = in.U32();
    counts.Add(hash, in.Varint32());
  }
  const uint64_t posts = in.Varint();
  if (posts > bytes.size()) return false;
  best.resize(posts);
  related.resize(posts);
  for (size_t post = 0; post < posts && in.ok(); ++post) {
    best[post].resize(in.U8());
    for (Trait& trait : best[post]) {
      trait.hash = in.U32();
      trait.weight = in.Varint32();
    }
    related[post].resize(in.U8());
    for (uint32_t& other : related[post]) other = in.Varint32();
  }
  return in.ok() && in.AtEnd();
}

}  // namespace broadsheet
