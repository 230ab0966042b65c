#include "site/xml.h"

#include <catch_amalgamated.hpp>

namespace broadsheet {
namespace {

constexpr std::string_view kDeclaration = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";

TEST_CASE("elements are nested, indented and closed") {
  XmlWriter xml;
  xml.Open("a").Attribute("x", "1").Open("b").Close().Element("c", "text").Element("d", "").Close();
  CHECK(xml.Take() == std::string(kDeclaration) + "<a x=\"1\">\n  <b/>\n  <c>text</c>\n</a>\n");
}

TEST_CASE("text keeps its spaces when an element stands in it") {
  XmlWriter xml;
  xml.Open("p").Text("one ").Open("b").Text("two").Close().Text(" three").Close();
  CHECK(xml.Take() == std::string(kDeclaration) + "<p>one <b>two</b> three</p>\n");
}

TEST_CASE("any bytes are well-formed text") {
  struct Case {
    std::string_view text;
    std::string_view expected;
  };
  const Case cases[] = {
      {"a < b & c > d \"e\"", "a &lt; b &amp; c &gt; d &quot;e&quot;"},
      {"]]>", "]]&gt;"},
      {"tab\tline\nreturn\r", "tab\tline\nreturn&#13;"},
      {std::string_view("nul\0bell\a", 9), "nul\uFFFDbell\uFFFD"},
      {"\xEF\xBF\xBE\xEF\xBF\xBFx", "\uFFFD\uFFFDx"},
      {"\xEF\xBF\xBD stays", "\uFFFD stays"},
      {"日本語 🙂", "日本語 🙂"},
      {"broken \xFF\xC3", "broken \uFFFD\uFFFD"},
  };
  for (const Case& c : cases) {
    XmlWriter text;
    CHECK(text.Open("t").Text(c.text).Close().Take() ==
          std::string(kDeclaration) + "<t>" + std::string(c.expected) + "</t>\n");
    XmlWriter attribute;
    CHECK(attribute.Open("t").Attribute("a", c.text).Close().Take() ==
          std::string(kDeclaration) + "<t a=\"" + std::string(c.expected) + "\"/>\n");
  }
}

}  // namespace
}  // namespace broadsheet
