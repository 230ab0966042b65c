#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace broadsheet {

// Builds an XML 1.0 document. Any text is well-formed in it: markup is escaped, and what XML cannot
// hold at all (most control characters, ill-formed UTF-8) becomes U+FFFD. Elements that hold elements
// are indented; an element with text is left alone.
//   XmlWriter xml; xml.Open("feed").Attribute("xml:lang", "en").Element("id", "x").Close(); xml.Take();
class XmlWriter {
 public:
  XmlWriter();

  XmlWriter& Open(std::string_view name);
  // Directly after Open or another attribute.
  XmlWriter& Attribute(std::string_view name, std::string_view value);
  XmlWriter& Text(std::string_view text);
  // The innermost element that is open.
  XmlWriter& Close();
  // `<name>text</name>`; nothing when `text` is "".
  XmlWriter& Element(std::string_view name, std::string_view text);

  std::string Take() { return std::move(out_); }

 private:
  enum class Holds { kNothing, kText, kElements };
  struct Level {
    std::string name;
    Holds holds = Holds::kNothing;
  };

  void FinishTag();
  void NewLine();
  void Escape(std::string_view text);

  std::string out_;
  std::vector<Level> levels_;
  bool in_tag_ = false;
};

}  // namespace broadsheet
