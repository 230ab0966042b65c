#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/vector.h"
#include "index/number_model.h"
#include "index/root.h"
#include "index/string_model.h"
#include "index/term.h"

namespace broadsheet {

// A form, found by what follows its first characters: a typo in these does not hide it.
struct TypoWord {
  std::string key;  // TypoKey of the form
  uint32_t post_count = 0;
};

// How many characters a dictionary passes over; a form must have more.
inline constexpr size_t kTypoHeads[kTypoDictionaries] = {3, 6};

// What follows the first characters, kClassMark, the first characters. Empty for forms that are not
// made of letters alone, or too short: they are not looked for.
std::string TypoKey(std::string_view form, size_t dictionary);
// The form that a key stands for.
std::string FormOfTypoKey(std::string_view key);

template <typename Coder>
void CodeTypoChunk(Coder& coder, StringModel& words, Vector<TypoWord>& chunk) {
  constexpr uint32_t kMostWords = 4096;
  NumberModel counts;
  NumberModel post_counts;
  const uint32_t size = counts.Code(coder, static_cast<uint32_t>(chunk.size()));
  if (size > kMostWords) return coder.Fail();
  std::string previous;
  for (uint32_t i = 0; i < size && coder.ok(); ++i) {
    if constexpr (!Coder::kWrites) chunk.emplace_back();
    words.CodeNext(coder, previous, chunk[i].key, kMaxKeyBytes);
    chunk[i].post_count = post_counts.Code(coder, chunk[i].post_count);
    previous = chunk[i].key;
  }
}

}  // namespace broadsheet
