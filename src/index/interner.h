#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

// Numbers strings from 0 in the order in which they first come.
class Interner {
 public:
  uint32_t Intern(std::string_view text) {
    if ((ends_.size() + 1) * 2 > slots_.size()) Grow();
    const uint32_t hash = ShortHash(text);
    size_t slot = hash & (slots_.size() - 1);
    while (slots_[slot].id != kNone) {
      if (slots_[slot].hash == hash && (*this)[slots_[slot].id] == text) return slots_[slot].id;
      slot = (slot + 1) & (slots_.size() - 1);
    }
    const uint32_t id = size();
    slots_[slot] = {hash, id};
    bytes_.append(text);
    ends_.push_back(bytes_.size());
    return id;
  }

  // Valid until the next Intern.
  std::string_view operator[](uint32_t id) const {
    const size_t begin = id == 0 ? 0 : ends_[id - 1];
    return std::string_view(bytes_).substr(begin, ends_[id] - begin);
  }

  uint32_t size() const { return static_cast<uint32_t>(ends_.size()); }

 private:
  static constexpr uint32_t kNone = 0xffffffffu;
  struct Slot {
    uint32_t hash = 0;
    uint32_t id = kNone;
  };

  // Eight bytes at a time: words are short, and there are millions.
  static uint32_t ShortHash(std::string_view text) {
    uint64_t hash = text.size();
    for (size_t at = 0; at < text.size(); at += 8) {
      uint64_t part = 0;
      std::memcpy(&part, text.data() + at, std::min<size_t>(8, text.size() - at));
      hash = (hash ^ part) * 0x9e3779b97f4a7c15u;
      hash ^= hash >> 29;
    }
    return static_cast<uint32_t>(hash ^ hash >> 32);
  }

  void Grow() {
    std::vector<Slot> old(slots_.empty() ? 64 : slots_.size() * 2);
    old.swap(slots_);
    for (const Slot& entry : old) {
      if (entry.id == kNone) continue;
      size_t slot = entry.hash & (slots_.size() - 1);
      while (slots_[slot].id != kNone) slot = (slot + 1) & (slots_.size() - 1);
      slots_[slot] = entry;
    }
  }

  std::string bytes_;
  std::vector<size_t> ends_;
  std::vector<Slot> slots_;
};

}  // namespace broadsheet
