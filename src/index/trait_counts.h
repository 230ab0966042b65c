#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace broadsheet {

// Counts by the hash of a trait. A hash has a slot, which moves only when others are added.
class TraitCounts {
 public:
  // Adding one may move all slots.
  void Add(uint32_t hash, uint32_t count = 1) {
    if ((size_ + 1) * 2 > slots_.size()) Grow(slots_.size() * 2);
    Slot& slot = slots_[Find(hash)];
    if (slot.count == 0 && !slot.used) {
      slot = {hash, 0, true};
      ++size_;
    }
    slot.count += count;
  }
  // One less, if there is one; the slot stays.
  void Take(uint32_t hash) {
    if (slots_.empty()) return;
    Slot& slot = slots_[Find(hash)];
    if (slot.count > 0) --slot.count;
  }
  void Reserve(size_t size) {
    if (size * 2 > slots_.size()) Grow(std::bit_ceil(size * 2));
  }

  size_t slot_count() const { return slots_.size(); }
  // Of a hash that was not added, any that is free; there must be a slot.
  size_t SlotOf(uint32_t hash) const { return Find(hash); }
  uint32_t hash_at(size_t slot) const { return slots_[slot].hash; }
  uint32_t count_at(size_t slot) const { return slots_[slot].count; }
  uint32_t CountOf(uint32_t hash) const { return slots_.empty() ? 0 : slots_[Find(hash)].count; }

 private:
  struct Slot {
    uint32_t hash = 0;
    uint32_t count = 0;
    bool used = false;
  };

  size_t Find(uint32_t hash) const {
    // The first bits decide, so that what comes by hash goes through the slots in order.
    size_t slot = hash >> shift_;
    while (slots_[slot].used && slots_[slot].hash != hash) slot = (slot + 1) & (slots_.size() - 1);
    return slot;
  }

  void Grow(size_t slots) {
    std::vector<Slot> old(slots < 1024 ? 1024 : slots);
    old.swap(slots_);
    shift_ = 33 - static_cast<int>(std::bit_width(slots_.size()));
    for (const Slot& slot : old) {
      if (slot.used) slots_[Find(slot.hash)] = slot;
    }
  }

  std::vector<Slot> slots_;
  size_t size_ = 0;
  int shift_ = 32;
};

}  // namespace broadsheet
