#include "view/html.h"

#include <catch_amalgamated.hpp>

namespace broadsheet {
namespace {

std::string TextOf(std::string_view text) { return HtmlWriter().Text(text).Take(); }
std::string AttributeOf(std::string_view value) {
  return HtmlWriter().Attribute("a", value).Take();
}

TEST_CASE("text cannot become markup") {
  CHECK(TextOf("plain, 日本語") == "plain, 日本語");
  CHECK(TextOf("<script>&amp;\"") == "&lt;script&gt;&amp;amp;&quot;");
  CHECK(TextOf(std::string_view("a\0b", 3)) ==
        "a\xEF\xBF\xBD"
        "b");
  CHECK(TextOf("") == "");
}

TEST_CASE("values cannot end their attribute") {
  CHECK(AttributeOf("x") == " a=\"x\"");
  CHECK(AttributeOf("\" onload=\"x") == " a=\"&quot; onload=&quot;x\"");
  CHECK(HtmlWriter().OptionalAttribute("a", "").Take() == "");
}

}  // namespace
}  // namespace broadsheet
