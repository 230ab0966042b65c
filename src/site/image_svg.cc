#include <array>
#include <cmath>

#include "site/image_formats.h"

namespace broadsheet {
namespace {

constexpr std::string_view kBlank = " \t\r\n";
// A root element comes early; what has none by here is taken for another kind of text.
constexpr size_t kProlog = 64 << 10;

// The text inside the tag of the root element, "" when that is no <svg>.
std::string_view RootTag(std::string_view text) {
  text = text.substr(0, kProlog);
  if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
  for (;;) {
    const size_t open = text.find_first_not_of(kBlank);
    if (open == std::string_view::npos || text[open] != '<') return {};
    text.remove_prefix(open);
    size_t end = std::string_view::npos;
    if (text.substr(0, 4) == "<!--") {
      end = text.find("-->", 4);
      if (end != std::string_view::npos) end += 3;
    } else if (text.substr(0, 2) == "<?") {
      end = text.find("?>");
      if (end != std::string_view::npos) end += 2;
    } else if (text.substr(0, 2) == "<!") {
      const size_t inner = text.find_first_of("[>");
      end = inner != std::string_view::npos && text[inner] == '[' ? text.find("]>", inner) : inner;
      if (end != std::string_view::npos) end += text[end] == ']' ? 2 : 1;
    } else {
      break;
    }
    if (end == std::string_view::npos) return {};
    text.remove_prefix(end);
  }
  if (text.substr(0, 4) != "<svg" || text.size() < 5 ||
      kBlank.find(text[4]) == std::string_view::npos) {
    return {};
  }
  return text.substr(4);
}

// The value of an attribute in a tag, whose end is looked for on the way.
std::string_view AttributeValue(std::string_view tag, std::string_view name) {
  size_t at = 0;
  while (at < tag.size()) {
    at = tag.find_first_not_of(kBlank, at);
    if (at == std::string_view::npos || tag[at] == '>' || tag[at] == '/') return {};
    const size_t name_end = tag.find_first_of(" \t\r\n=>", at);
    const size_t quote =
        name_end == std::string_view::npos ? name_end : tag.find_first_of("\"'>", name_end);
    if (quote == std::string_view::npos || tag[quote] == '>') return {};
    const size_t end = tag.find(tag[quote], quote + 1);
    if (end == std::string_view::npos) return {};
    if (tag.substr(at, name_end - at) == name) return tag.substr(quote + 1, end - quote - 1);
    at = end + 1;
  }
  return {};
}

// Takes a decimal number off the front of `text`; not-a-number when there is none.
double TakeNumber(std::string_view& text) {
  size_t at = std::min(text.find_first_not_of(" \t\r\n,"), text.size());
  const bool negative = at < text.size() && text[at] == '-';
  if (negative || (at < text.size() && text[at] == '+')) ++at;
  double value = 0;
  double place = 1;
  bool in_fraction = false;
  size_t digits = 0;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '.' && !in_fraction) {
      in_fraction = true;
    } else if (c >= '0' && c <= '9') {
      ++digits;
      value = value * 10 + (c - '0');
      if (in_fraction) place *= 10;
    } else {
      break;
    }
  }
  text.remove_prefix(at);
  if (digits == 0 || digits > 15) return std::nan("");
  return (negative ? -value : value) / place;
}

// A length in CSS pixels; not-a-number for shares of a page that is not known ("100%", "2em").
double Pixels(std::string_view text) {
  struct Unit {
    std::string_view name;
    double pixels;
  };
  constexpr Unit kUnits[] = {{"", 1},    {"px", 1},         {"pt", 96.0 / 72}, {"pc", 16},
                             {"in", 96}, {"cm", 96 / 2.54}, {"mm", 96 / 25.4}};
  const double number = TakeNumber(text);
  while (!text.empty() && kBlank.find(text.back()) != std::string_view::npos) text.remove_suffix(1);
  for (const Unit& unit : kUnits) {
    if (text == unit.name) return number * unit.pixels;
  }
  return std::nan("");
}

// What is not known of the two sides follows from the proportions of the view box.
std::optional<ImageSize> Rounded(double width, double height) {
  if (!(width >= 0.5) || !(height >= 0.5) || width > 1e9 || height > 1e9) return std::nullopt;
  return MakeImageSize(static_cast<uint64_t>(std::lround(width)),
                       static_cast<uint64_t>(std::lround(height)));
}

}  // namespace

std::optional<ImageSize> ReadSvgSize(std::string_view bytes) {
  const std::string_view tag = RootTag(bytes);
  if (tag.empty()) return std::nullopt;
  double width = Pixels(AttributeValue(tag, "width"));
  double height = Pixels(AttributeValue(tag, "height"));
  std::string_view view_box = AttributeValue(tag, "viewBox");
  std::array<double, 4> box;
  for (double& number : box) number = TakeNumber(view_box);
  const double proportion = box[2] > 0 && box[3] > 0 ? box[2] / box[3] : std::nan("");
  if (std::isnan(width) && std::isnan(height)) return Rounded(box[2], box[3]);
  if (std::isnan(width)) width = height * proportion;
  if (std::isnan(height)) height = width / proportion;
  return Rounded(width, height);
}

}  // namespace broadsheet
