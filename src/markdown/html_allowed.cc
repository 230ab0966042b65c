#include "markdown/html_allowed.h"

#include <array>
#include <cstdint>

#include "markdown/text_scan.h"

namespace broadsheet {
namespace {

// Sorted, each name with a mark behind it: blank, `/` when it is void, or a capital: its row of kPlaces.
constexpr std::string_view kElements =
    "a abbr address article aside audio b bdi bdo blockquote br/captionCcite code colFcolgroupC"
    "data ddBdel details dfn div dl dtBem figcaption figure h1 h2 h3 h4 h5 h6 hgroup hr/i img/"
    "ins kbd liAmark ol p picture pre q rp rt ruby s samp section small source/span strong sub "
    "summary sup table tbodyCtdEtfootCthEtheadCtime trDtrack/u ul var video wbr/";

// Sorted: name, kind (an AttributeKind) and elements, all with a blank behind; * = any. Each `;` becomes
// the size of the item behind it.
constexpr char kAttributeText[] =
    ";abbr t th ;align t div h1 h2 h3 h4 h5 h6 img p table td th tr ;alt t img ;aria-hidden t *"
    ";aria-label t *;cite l blockquote del ins q ;class t *;colspan t td th ;controls f audio "
    "video "
    ";datetime t del ins time ;default f track ;dir t *;height t img source video ;href l a "
    ";hreflang t a ;id i *;kind t track ;label t track ;lang t *;loop f audio video ;media t "
    "source "
    ";muted f audio video ;name i a ;open f details ;playsinline f video ;poster p video "
    ";preload t audio video ;reversed f ol ;rowspan t td th ;scope t th ;sizes t img source "
    ";span t col colgroup ;src p img ;src m audio source track video ;srclang t track "
    ";srcset s img source ;start t ol ;title t *;type t ol source ;value t data li "
    ";width t img source td th video ";
using AttributeList = std::array<char, sizeof(kAttributeText) - 1>;

constexpr AttributeList PackAttributes() {
  AttributeList packed = {};
  size_t begin = 0;
  for (size_t i = 0; i < packed.size(); ++i) {
    packed[i] = kAttributeText[i];
    if (packed[i] == ';') begin = i;
    packed[begin] = static_cast<char>(i - begin);
  }
  return packed;
}
constexpr AttributeList kAttributes = PackAttributes();

constexpr bool IsMark(char c) { return c < 'a' && !IsDigit(c); }

// Where the items begin that begin with each letter; those of the last end where the list does.
using Index = std::array<uint16_t, 27>;

constexpr Index MakeElementIndex() {
  Index index = {};
  size_t at = 0;
  for (size_t letter = 0; letter < index.size(); ++letter) {
    index[letter] = static_cast<uint16_t>(at);
    while (at < kElements.size() && kElements[at] == static_cast<char>('a' + letter)) {
      while (!IsMark(kElements[at])) ++at;
      ++at;
    }
  }
  return index;
}

constexpr Index MakeAttributeIndex() {
  Index index = {};
  size_t at = 0;
  for (size_t letter = 0; letter < index.size(); ++letter) {
    index[letter] = static_cast<uint16_t>(at);
    while (at < kAttributes.size() && kAttributes[at + 1] == static_cast<char>('a' + letter)) {
      at += 1u + static_cast<uint8_t>(kAttributes[at]);
    }
  }
  return index;
}
constexpr Index kElementIndex = MakeElementIndex();
constexpr Index kAttributeIndex = MakeAttributeIndex();
static_assert(kElementIndex.back() == kElements.size(), "not sorted");
static_assert(kAttributeIndex.back() == kAttributes.size(), "not sorted");

// The part of a list where the items stand that begin as `name` does.
struct Items {
  Items(std::string_view name, const char* list, const Index& index) {
    if (name.empty() || !IsAlpha(name[0])) return;
    const auto letter = static_cast<size_t>(ToLower(name[0]) - 'a');
    next = list + index[letter];
    end = list + index[letter + 1];
  }
  const char* next = nullptr;
  const char* end = nullptr;
};

constexpr ElementPlace kPlaces[] = {
    {" ol ul ", " li "},
    {" dl ", " dd dt "},
    {" table ", " caption colgroup tbody td tfoot th thead tr "},
    {" table tbody tfoot thead ", " caption colgroup td th tr "},
    {" table tbody tfoot thead tr ", " td th "},
    {" colgroup table ", ""},
};

}  // namespace

bool Lists(std::string_view names, std::string_view name) {
  // Some begin alike: look for the whole one.
  for (size_t at = names.find(name); at != std::string_view::npos; at = names.find(name, at + 1)) {
    if (names[at - 1] == ' ' && names[at + name.size()] == ' ') return true;
  }
  return false;
}

AllowedElement FindAllowedElement(std::string_view name) {
  for (Items items(name, kElements.data(), kElementIndex); items.next != items.end;) {
    const char* const item = items.next;
    while (!IsMark(*items.next)) ++items.next;
    const char mark = *items.next++;
    const std::string_view spelled(item, static_cast<size_t>(items.next - item - 1));
    if (!EqualsIgnoringCase(name, spelled)) continue;
    return {spelled, mark == '/' || mark == 'F', mark >= 'A' ? &kPlaces[mark - 'A'] : nullptr};
  }
  return {};
}

AllowedAttribute FindAllowedAttribute(std::string_view element, std::string_view attribute) {
  for (Items items(attribute, kAttributes.data(), kAttributeIndex); items.next != items.end;) {
    const std::string_view item(items.next + 1, static_cast<uint8_t>(*items.next));
    items.next = item.data() + item.size();
    const std::string_view name = item.substr(0, attribute.size());
    if (name.size() + 2 >= item.size() || item[name.size()] != ' ') continue;
    if (!EqualsIgnoringCase(attribute, name)) continue;
    const std::string_view elements = item.substr(name.size() + 2);
    if (elements == " *" || Lists(elements, element)) {
      return {static_cast<AttributeKind>(item[name.size() + 1]), name};
    }
  }
  return {};
}

}  // namespace broadsheet
