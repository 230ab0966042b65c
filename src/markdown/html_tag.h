#pragma once

#include <array>
#include <string>
#include <string_view>

namespace broadsheet {

// Views of the HTML, as written: no case changed, no character reference resolved.
struct HtmlAttribute {
  std::string_view name;
  std::string_view value;
};

struct HtmlTag {
  std::string_view name;  // views the HTML
  bool is_end = false;
  size_t size = 0;             // bytes from `<` to `>`
  size_t attribute_count = 0;  // further ones are dropped
  std::array<HtmlAttribute, 32> attributes;

  const HtmlAttribute* begin() const { return attributes.data(); }
  const HtmlAttribute* end() const { return attributes.data() + attribute_count; }
};

// Reads the tag at the start of `html`, by the tokenizer of the HTML standard cut down to tags whose
// name is letters, digits and '-'. False when no whole tag stands there.
bool ReadHtmlTag(std::string_view html, HtmlTag& tag);

// `text` with HTML's character references resolved.
std::string ResolveReferences(std::string_view text);

}  // namespace broadsheet
