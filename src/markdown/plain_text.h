#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace broadsheet {

// Half-open range of bytes [begin, end).
struct TextRange {
  uint32_t begin = 0;
  uint32_t end = 0;
};

// The part of a post under one heading, up to the next heading of any level. The first section of a
// document is what precedes the first heading: level 0, no id, no title.
struct TextSection {
  int level = 0;
  std::string id;
  std::string title;
  TextRange range;  // in PlainText::text; the heading's own line is not part of it
};

// What a reader sees, without markup: blocks end with '\n', their lines are joined by spaces but in code, table cells are parted by a tab, images
// stand for their alternative text, footnotes come in a section's place where they are defined.
struct PlainText {
  std::string text;
  std::vector<TextSection> sections;  // in order; ranges do not overlap
  std::vector<TextRange> code;        // code spans and blocks in `text`, in order
};

}  // namespace broadsheet
