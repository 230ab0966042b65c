#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

// Appends what a small letter (Unicode::Lower) looks like without accents: one to three letters. Й
// stays apart from И; ß, æ, œ, þ become two letters; Arabic letters lose hamza and madda.
void AppendFolded(char32_t small_letter, std::string& out);

// Appends a small letter as it is, but ligatures such as U+FB01 as their letters.
void AppendExact(char32_t small_letter, std::string& out);

// `text` without case, accents, widths, ligatures and apostrophes, everything else kept: how whole
// strings are compared (tags, authors). For one word it is the word's Token::folded, but for the
// cut.
std::string Fold(std::string_view text);

}  // namespace broadsheet
