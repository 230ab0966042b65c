#include "index/reader_bytes.h"

#include <utility>

namespace broadsheet {

void PartialFile::Feed(uint64_t begin, std::string bytes) {
  if (bytes.empty() || Find(begin, bytes.size()).data() != nullptr) return;
  uint64_t end = begin + bytes.size();
  // A piece that overlaps or touches is joined, so that blocks across a border are found.
  auto piece = pieces_.upper_bound(begin);
  if (piece != pieces_.begin() &&
      std::prev(piece)->first + std::prev(piece)->second.size() >= begin) {
    --piece;
    std::string joined = std::move(piece->second);
    const uint64_t joined_begin = piece->first;
    piece = pieces_.erase(piece);
    if (joined_begin + joined.size() < end) {
      joined.append(bytes, joined_begin + joined.size() - begin);
    }
    bytes = std::move(joined);
    begin = joined_begin;
    end = begin + bytes.size();
  }
  while (piece != pieces_.end() && piece->first <= end) {
    const uint64_t piece_end = piece->first + piece->second.size();
    if (piece_end > end) {
      bytes.append(piece->second, end - piece->first);
      end = piece_end;
    }
    piece = pieces_.erase(piece);
  }
  pieces_[begin] = std::move(bytes);
}

void PartialFile::GiveUp(uint64_t begin, uint64_t end) { given_up_.emplace_back(begin, end); }

std::string_view PartialFile::Find(uint64_t begin, uint64_t size) const {
  auto piece = pieces_.upper_bound(begin);
  if (piece == pieces_.begin()) return {};
  --piece;
  const uint64_t offset = begin - piece->first;
  if (offset > piece->second.size() || size > piece->second.size() - offset) return {};
  return std::string_view(piece->second).substr(offset, size);
}

bool PartialFile::IsGivenUp(uint64_t begin, uint64_t size) const {
  for (const auto& [from, to] : given_up_) {
    if (from < begin + size && begin < to) return true;
  }
  return false;
}

}  // namespace broadsheet
