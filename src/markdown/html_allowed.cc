#include "markdown/html_allowed.h"

#include <array>
#include <cstdint>

#include "markdown/text_scan.h"

namespace broadsheet {
namespace {

// Sorted, each name with a blank behind it.
constexpr std::string_view kElements =
    "a abbr address article aside audio b bdi bdo blockquote br caption cite code col colgroup "
    "data "
    "dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hgroup hr i img ins kbd "
    "li "
    "mark ol p picture pre q rp rt ruby s samp section small source span strong sub summary sup "
    "table tbody td tfoot th thead time tr track u ul var video wbr ";

// Sorted: name, kind (an AttributeKind) and elements, all with a blank behind; * = any.
constexpr std::string_view kAttributes =
    "abbr t th ;align t div h1 h2 h3 h4 h5 h6 img p table td th tr ;alt t img ;aria-hidden t *;"
    "aria-label t *;cite l blockquote del ins q ;class t *;colspan t td th ;controls f audio video "
    ";"
    "datetime t del ins time ;default f track ;dir t *;height t img source video ;href l a ;"
    "hreflang t a ;id i *;kind t track ;label t track ;lang t *;loop f audio video ;media t source "
    ";"
    "muted f audio video ;name i a ;open f details ;playsinline f video ;poster p video ;"
    "preload t audio video ;reversed f ol ;rowspan t td th ;scope t th ;sizes t img source ;"
    "span t col colgroup ;src p img ;src m audio source track video ;srclang t track ;"
    "srcset s img source ;start t ol ;title t *;type t ol source ;value t data li ;"
    "width t img source td th video ;";

// Where the items begin that begin with each letter; those of the last end where the list does.
using Index = std::array<uint16_t, 27>;

constexpr Index MakeIndex(std::string_view list, char separator) {
  Index index = {};
  size_t at = 0;
  for (size_t letter = 0; letter < index.size(); ++letter) {
    index[letter] = static_cast<uint16_t>(at);
    while (at < list.size() && list[at] == static_cast<char>('a' + letter)) {
      at = list.find(separator, at) + 1;
    }
  }
  return index;
}
constexpr Index kElementIndex = MakeIndex(kElements, ' ');
constexpr Index kAttributeIndex = MakeIndex(kAttributes, ';');
static_assert(kElementIndex.back() == kElements.size(), "not sorted");
static_assert(kAttributeIndex.back() == kAttributes.size(), "not sorted");

std::string_view ItemsLike(std::string_view name, std::string_view list, const Index& index) {
  if (name.empty() || !IsAlpha(name[0])) return {};
  const auto letter = static_cast<size_t>(ToLower(name[0]) - 'a');
  return list.substr(index[letter], index[letter + 1] - index[letter]);
}

struct Placed {
  std::string_view elements;
  ElementPlace place;
};
constexpr Placed kPlaces[] = {
    {" li ", {" ol ul ", " li "}},
    {" dd dt ", {" dl ", " dd dt "}},
    {" caption colgroup tbody tfoot thead ",
     {" table ", " caption colgroup tbody td tfoot th thead tr "}},
    {" tr ", {" table tbody tfoot thead ", " caption colgroup td th tr "}},
    {" td th ", {" table tbody tfoot thead tr ", " td th "}},
    {" col ", {" colgroup table ", ""}},
};

}  // namespace

bool Lists(std::string_view names, std::string_view name) {
  // Some begin alike: look for the whole one.
  for (size_t at = names.find(name); at != std::string_view::npos; at = names.find(name, at + 1)) {
    if (names[at - 1] == ' ' && names[at + name.size()] == ' ') return true;
  }
  return false;
}

std::string_view AllowedElement(std::string_view name) {
  std::string_view items = ItemsLike(name, kElements, kElementIndex);
  while (!items.empty()) {
    const std::string_view item = items.substr(0, items.find(' '));
    if (EqualsIgnoringCase(name, item)) return item;
    items.remove_prefix(item.size() + 1);
  }
  return {};
}

bool IsVoidElement(std::string_view name) {
  return Lists(" br col hr img source track wbr ", name);
}

const ElementPlace* PlaceOf(std::string_view element) {
  for (const Placed& placed : kPlaces) {
    if (Lists(placed.elements, element)) return &placed.place;
  }
  return nullptr;
}

AllowedAttribute FindAllowedAttribute(std::string_view element, std::string_view attribute) {
  std::string_view items = ItemsLike(attribute, kAttributes, kAttributeIndex);
  while (!items.empty()) {
    const std::string_view item = items.substr(0, items.find(';'));
    items.remove_prefix(item.size() + 1);
    const std::string_view name = item.substr(0, item.find(' '));
    if (!EqualsIgnoringCase(attribute, name)) continue;
    const std::string_view elements = item.substr(name.size() + 2);
    if (elements == " *" || Lists(elements, element)) {
      return {static_cast<AttributeKind>(item[name.size() + 1]), name};
    }
  }
  return {};
}

}  // namespace broadsheet
