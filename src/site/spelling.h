#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

// The one of `known` that `word` was probably meant to be: fewest edits (Damerau–Levenshtein, adjacent
// swaps count once), at most a quarter of the word's length but one always; "" when none is near. Bytes, case-blind.
std::string_view Nearest(std::string_view word, const std::vector<std::string_view>& known);

// "; did you mean 'title'?", or "" when nothing is near.
std::string DidYouMean(std::string_view word, const std::vector<std::string_view>& known);

}  // namespace broadsheet
