#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

// The papers of web/style/base.css.
inline constexpr std::string_view kLightPaper = "#fbfaf7";
inline constexpr std::string_view kDarkPaper = "#17181b";

// What site.json says of the site's looks: "" = as the shell has it.
struct OwnStyle {
  std::string accent;       // of links and marks, in light: "#8a1f17"
  std::string accent_dark;  // in dark; "" = `accent`, as light as dark paper needs it
  std::string text_font;    // font-family lists
  std::string interface_font;
  std::string code_font;
};

// Whether the text is a colour as `accent` takes it: "#8a1f17" or "#811".
bool IsColour(std::string_view text);

// Whether the text may stand as a font-family list: "Literata, Georgia, serif".
bool IsFontList(std::string_view text);

// What text needs against its paper, by WCAG 2.2 (1.4.3).
inline constexpr double kReadableContrast = 4.5;

// How well a colour can be told from another, by WCAG 2.2: 1 to 21. Both are colours.
double Contrast(std::string_view colour, std::string_view other);

// The style sheet; "" when nothing differs.
std::string OwnStyleCss(const OwnStyle& style);

}  // namespace broadsheet
