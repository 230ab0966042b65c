#include "site/own_style.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/ascii.h"

namespace broadsheet {
namespace {

using Rgb = std::array<double, 3>;  // 0 to 255

Rgb Read(std::string_view colour) {
  const bool is_short = colour.size() == 4;
  Rgb out{};
  for (size_t i = 0; i < 3; ++i) {
    const int high = HexValue(colour[is_short ? 1 + i : 1 + 2 * i]);
    out[i] = high * 16 + (is_short ? high : HexValue(colour[2 + 2 * i]));
  }
  return out;
}

std::string Write(const Rgb& colour) {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string out = "#";
  for (const double part : colour) {
    const int value = static_cast<int>(std::lround(part));
    out += {kDigits[value / 16], kDigits[value % 16]};
  }
  return out;
}

double Luminance(const Rgb& colour) {
  constexpr double kWeights[] = {0.2126, 0.7152, 0.0722};
  double sum = 0;
  for (size_t i = 0; i < 3; ++i) {
    const double part = colour[i] / 255;
    sum += kWeights[i] * (part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4));
  }
  return sum;
}

// The colour with as much white as makes it readable on dark paper.
std::string Lightened(std::string_view colour) {
  Rgb light = Read(colour);
  for (int step = 0; step < 20 && Contrast(Write(light), kDarkPaper) < kReadableContrast; ++step) {
    for (double& part : light) part += (255 - part) * 0.1;
  }
  return Write(light);
}

void Append(std::string& css, std::string_view property, std::string_view value) {
  if (!value.empty()) css += std::string(property) + ": " + std::string(value) + ";\n";
}

}  // namespace

bool IsColour(std::string_view text) {
  return (text.size() == 4 || text.size() == 7) && text.front() == '#' &&
         std::all_of(text.begin() + 1, text.end(), [](char c) { return HexValue(c) >= 0; });
}

bool IsFontList(std::string_view text) {
  const auto fits = [](char c) {
    const bool is_word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    return is_word || c == ' ' || c == '-' || c == ',' || c == '"' || c == '_';
  };
  const bool is_closed = std::count(text.begin(), text.end(), '"') % 2 == 0;
  return !text.empty() && is_closed && std::all_of(text.begin(), text.end(), fits);
}

double Contrast(std::string_view colour, std::string_view other) {
  const double a = Luminance(Read(colour)) + 0.05;
  const double b = Luminance(Read(other)) + 0.05;
  return std::max(a, b) / std::min(a, b);
}

std::string OwnStyleCss(const OwnStyle& style) {
  std::string css;
  Append(css, "--accent", style.accent);
  Append(css, "--serif", style.text_font);
  Append(css, "--sans", style.interface_font);
  Append(css, "--mono", style.code_font);
  if (!css.empty()) css = ":root {\n" + css + "}\n";
  const std::string dark = !style.accent_dark.empty() || style.accent.empty()
                               ? style.accent_dark
                               : Lightened(style.accent);
  if (dark.empty()) return css;
  const std::string rule = " {\n--accent: " + dark + ";\n}\n";
  css += "@media (prefers-color-scheme: dark) {\n:root:not([data-theme=\"light\"])" + rule + "}\n";
  return css + ":root[data-theme=\"dark\"]" + rule +
         "@media print {\n:root:root {\n--accent: #000;\n}\n}\n";
}

}  // namespace broadsheet
