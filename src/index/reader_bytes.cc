#include "index/reader_bytes.h"

#include <utility>

namespace broadsheet {

void PartialFile::Feed(uint64_t begin, std::string bytes) {
  if (bytes.empty() || Find(begin, bytes.size()).data() != nullptr) return;
  Piece fed = {begin, std::move(bytes)};
  // Pieces that overlap or touch are joined, so that blocks across a border are found.
  Vector<Piece> pieces;
  for (Piece& piece : pieces_) {
    if (piece.end() < fed.begin || fed.end() < piece.begin) {
      pieces.push_back(std::move(piece));
      continue;
    }
    if (piece.begin < fed.begin) std::swap(piece, fed);
    if (piece.end() > fed.end()) fed.bytes.append(piece.bytes, fed.end() - piece.begin);
  }
  pieces.push_back(std::move(fed));
  pieces_.swap(pieces);
}

void PartialFile::GiveUp(uint64_t begin, uint64_t end) { given_up_.push_back({begin, end}); }

std::string_view PartialFile::Find(uint64_t begin, uint64_t size) const {
  for (const Piece& piece : pieces_) {
    if (piece.begin <= begin && begin <= piece.end() && size <= piece.end() - begin) {
      return std::string_view(piece.bytes).substr(begin - piece.begin, size);
    }
  }
  return {};
}

bool PartialFile::IsGivenUp(uint64_t begin, uint64_t size) const {
  for (const auto& [from, to] : given_up_) {
    if (from < begin + size && begin < to) return true;
  }
  return false;
}

}  // namespace broadsheet
