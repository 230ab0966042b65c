#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/bytes.h"
#include "index/posting.h"
#include "index/row.h"
#include "index/word_list.h"

namespace broadsheet {

// One post taken apart: its words with their places, and what its row shows.
class AnalyzedPost {
 public:
  PostRow row;
  std::string language;              // primary subtag, lower case
  std::vector<std::string> tags;     // as written
  std::vector<std::string> authors;  // as written
  uint32_t length = 0;               // words

  WordList words;  // distinct
  // For each word in the order of `words`, without a break: a field mask, then for each field the
  // number of positions; and apart from these, the distances of the positions. All varints.
  std::string counts;
  std::string positions;
  StemList stems;  // of the words that have stems in the post's language
};

// How often a word stands in each field, read off AnalyzedPost::counts.
FieldCounts ReadFieldCounts(ByteReader& reader);
// Where it stands, read off AnalyzedPost::positions: as many as `counts` says.
FieldPositions ReadPositions(ByteReader& reader, const FieldCounts& counts);

// A word of a post: views of the post's bytes.
struct WordUse {
  std::string_view word;
  std::string_view counts;
  std::string_view positions;
};
// In the order of AnalyzedPost::words; the other has the words left out.
std::vector<WordUse> WordUses(const AnalyzedPost& post);
std::vector<WordUse> WordUses(std::string_view counts, std::string_view positions);

// What a class has in one post of what its forms have there, each given with its place in the class.
struct FormUse {
  uint16_t form = 0;
  FieldCounts counts{};
  FieldPositions positions;
};
FieldCounts JoinCounts(const std::vector<FormUse>& forms);
FieldPositions JoinPositions(const std::vector<FormUse>& forms);

}  // namespace broadsheet
