#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/vector.h"

namespace broadsheet {

// The bytes of one file that have come so far.
class PartialFile {
 public:
  void Feed(uint64_t begin, std::string bytes);
  void GiveUp(uint64_t begin, uint64_t end);

  // Bytes [begin, begin + size), or a null view if some have not come. Valid until the next Feed.
  std::string_view Find(uint64_t begin, uint64_t size) const;
  bool IsGivenUp(uint64_t begin, uint64_t size) const;

 private:
  struct Piece {
    uint64_t begin;
    std::string bytes;

    uint64_t end() const { return begin + bytes.size(); }
  };

  Vector<Piece> pieces_;  // none touches another
  Vector<std::pair<uint64_t, uint64_t>> given_up_;
};

}  // namespace broadsheet
