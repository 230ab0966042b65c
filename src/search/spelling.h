#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/vector.h"
#include "index/reader.h"
#include "text/query_word.h"

namespace broadsheet {

// What may have been meant instead of a word.
struct Suggestion {
  std::string form;       // a word of the posts
  std::string meant;      // it, or as much of it as was typed
  uint32_t distance = 0;  // typos between
  double odds = 0;        // against those of the others
};

// One typo is mended in words of four letters or more, two in words of eight or more. One of three counts as
// one, since it may be another form.
uint32_t TyposAllowed(const QueryTerm& term);

// Whether `form` is one typo from `term`.
bool IsLike(const QueryTerm& term, const std::string& form);

// Has wanted up to `most_chunks` of lists where forms one typo from `term` are likely to stand: those that
// begin like it, and if there are many, where it would with two of its first letters swapped.
void PrefetchLike(IndexReader& reader, const QueryTerm& term, size_t most_chunks);

// Adds the forms of one index within so many typos of `term`, one or two; false if bytes are wanted. A
// form is found through its beginning, or, past a typo there, through what follows its first characters.
bool FindSuggestions(IndexReader& reader, const QueryTerm& term, uint32_t typos,
                     Vector<Suggestion>& found);

// The likeliest few of those with fewest typos, the best first.
Vector<Suggestion> BestSuggestions(Vector<Suggestion> found);

}  // namespace broadsheet
