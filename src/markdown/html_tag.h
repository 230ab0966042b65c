#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

struct HtmlAttribute {
  std::string name;        // lower case
  std::string_view value;  // as written: its character references are not resolved; views the HTML
};

struct HtmlTag {
  std::string name;  // lower case
  bool is_end = false;
  std::vector<HtmlAttribute> attributes;  // the first of each name
  size_t size = 0;                        // bytes from `<` to `>`
};

// Reads the tag at the start of `html`, by the tokenizer of the HTML standard cut down to tags whose
// name is letters, digits and '-'. False when no whole tag stands there.
bool ReadHtmlTag(std::string_view html, HtmlTag& tag);

// `text` with HTML's character references resolved.
std::string ResolveReferences(std::string_view text);

}  // namespace broadsheet
