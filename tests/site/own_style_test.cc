#include "site/own_style.h"

#include <catch_amalgamated.hpp>

namespace broadsheet {
namespace {

TEST_CASE("colours and fonts are told from what would break a style sheet") {
  for (const std::string_view text : {"#811", "#8a1f17", "#ABCDEF"}) CHECK(IsColour(text));
  for (const std::string_view text : {"", "red", "#12", "#12345", "#12345g", "8a1f17"}) {
    CHECK_FALSE(IsColour(text));
  }
  for (const std::string_view text : {"serif", "\"Iowan Old Style\", Georgia, serif"}) {
    CHECK(IsFontList(text));
  }
  for (const std::string_view text : {"", "a;b", "a}", "url(x)", "\"a", "a\nb", "a/*"}) {
    CHECK_FALSE(IsFontList(text));
  }
}

TEST_CASE("contrast is that of WCAG") {
  CHECK(Contrast("#000", "#ffffff") == Catch::Approx(21.0));
  CHECK(Contrast("#777777", "#fff") == Catch::Approx(4.48).margin(0.01));
}

TEST_CASE("one accent serves on light and on dark paper") {
  CHECK(OwnStyleCss({}).empty());
  const std::string css = OwnStyleCss({"#00008b", "", "Georgia, serif", "", ""});
  CHECK(css.find(":root {\n--accent: #00008b;\n--serif: Georgia, serif;\n}") == 0);
  const size_t at = css.find("data-theme=\"dark\"] {\n--accent: ");
  REQUIRE(at != std::string::npos);
  CHECK(Contrast(css.substr(at + 31, 7), "#17181b") >= 4.5);
  CHECK(OwnStyleCss({"#00008b", "#abc", "", "", ""}).find("--accent: #abc;") != std::string::npos);
  CHECK(OwnStyleCss({"", "", "", "", "monospace"}) == ":root {\n--mono: monospace;\n}\n");
}

}  // namespace
}  // namespace broadsheet
