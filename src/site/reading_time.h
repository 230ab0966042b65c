#pragma once

#include <string_view>

namespace broadsheet {

// How long a text is. Chinese and Japanese are written without spaces, so each of their characters
// counts as a word but takes less than half a word's time.
struct TextLength {
  int words = 0;
  int minutes = 0;  // at 230 words or 500 characters a minute, rounded up; 0 only for no words
};

TextLength MeasureText(std::string_view text);

}  // namespace broadsheet
