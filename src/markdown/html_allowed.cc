#include "markdown/html_allowed.h"

#include <algorithm>
#include <array>

namespace broadsheet {
namespace {

// Sorted.
constexpr std::array<std::string_view, 73> kElements = {
    "a",     "abbr",       "address", "article", "aside", "audio",  "b",     "bdi",
    "bdo",   "blockquote", "br",      "caption", "cite",  "code",   "col",   "colgroup",
    "data",  "dd",         "del",     "details", "dfn",   "div",    "dl",    "dt",
    "em",    "figcaption", "figure",  "h1",      "h2",    "h3",     "h4",    "h5",
    "h6",    "hgroup",     "hr",      "i",       "img",   "ins",    "kbd",   "li",
    "mark",  "ol",         "p",       "picture", "pre",   "q",      "rp",    "rt",
    "ruby",  "s",          "samp",    "section", "small", "source", "span",  "strong",
    "sub",   "summary",    "sup",     "table",   "tbody", "td",     "tfoot", "th",
    "thead", "time",       "tr",      "track",   "u",     "ul",     "var",   "video",
    "wbr"};

constexpr std::array<std::string_view, 7> kVoidElements = {"br",     "col",   "hr", "img",
                                                           "source", "track", "wbr"};

struct Rule {
  std::string_view elements;  // each between blanks; "" = any
  std::string_view attribute;
  AttributeKind kind;
};

using Kind = AttributeKind;
constexpr Rule kRules[] = {
    {"", "class", Kind::kText},
    {"", "dir", Kind::kText},
    {"", "id", Kind::kId},
    {"", "lang", Kind::kText},
    {"", "title", Kind::kText},
    {"", "aria-label", Kind::kText},
    {"", "aria-hidden", Kind::kText},
    {" a ", "name", Kind::kId},
    {" a ", "href", Kind::kLink},
    {" a ", "hreflang", Kind::kText},
    {" audio source track video ", "src", Kind::kMedia},
    {" audio video ", "controls", Kind::kFlag},
    {" audio video ", "loop", Kind::kFlag},
    {" audio video ", "muted", Kind::kFlag},
    {" audio video ", "preload", Kind::kText},
    {" blockquote del ins q ", "cite", Kind::kLink},
    {" col colgroup ", "span", Kind::kText},
    {" data li ", "value", Kind::kText},
    {" del ins time ", "datetime", Kind::kText},
    {" details ", "open", Kind::kFlag},
    {" div h1 h2 h3 h4 h5 h6 img p table td th tr ", "align", Kind::kText},
    {" img source video ", "height", Kind::kText},
    {" img source video td th ", "width", Kind::kText},
    {" img ", "alt", Kind::kText},
    {" img ", "src", Kind::kImage},
    {" img source ", "sizes", Kind::kText},
    {" img source ", "srcset", Kind::kImageSet},
    {" ol ", "reversed", Kind::kFlag},
    {" ol ", "start", Kind::kText},
    {" ol ", "type", Kind::kText},
    {" source ", "media", Kind::kText},
    {" source ", "type", Kind::kText},
    {" td th ", "colspan", Kind::kText},
    {" td th ", "rowspan", Kind::kText},
    {" th ", "abbr", Kind::kText},
    {" th ", "scope", Kind::kText},
    {" track ", "default", Kind::kFlag},
    {" track ", "kind", Kind::kText},
    {" track ", "label", Kind::kText},
    {" track ", "srclang", Kind::kText},
    {" video ", "playsinline", Kind::kFlag},
    {" video ", "poster", Kind::kImage},
};

bool Lists(std::string_view elements, std::string_view element) {
  const size_t at = elements.find(element);
  if (at == std::string_view::npos) return false;
  // The names of one rule may begin alike: look for the whole one.
  for (size_t from = at; from != std::string_view::npos; from = elements.find(element, from + 1)) {
    if (elements[from - 1] == ' ' && elements[from + element.size()] == ' ') return true;
  }
  return false;
}

}  // namespace

std::string_view AllowedElement(std::string_view name) {
  const auto found = std::lower_bound(kElements.begin(), kElements.end(), name);
  return found != kElements.end() && *found == name ? *found : std::string_view();
}

bool IsVoidElement(std::string_view name) {
  return std::find(kVoidElements.begin(), kVoidElements.end(), name) != kVoidElements.end();
}

AttributeKind AllowedAttribute(std::string_view element, std::string_view attribute) {
  for (const Rule& rule : kRules) {
    if (rule.attribute == attribute && (rule.elements.empty() || Lists(rule.elements, element))) {
      return rule.kind;
    }
  }
  return AttributeKind::kForbidden;
}

}  // namespace broadsheet
