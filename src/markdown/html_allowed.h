#pragma once

#include <string_view>

namespace broadsheet {

enum class AttributeKind : char {
  kForbidden = 0,
  kText = 't',
  kFlag = 'f',
  kId = 'i',
  kLink = 'l',
  kImage = 'p',
  kMedia = 'm',
  kImageSet = 's'
};

// The allow-list's own spelling of an element that authors may write in kSafe; "" for all others. Names
// are taken in any case here and below.
std::string_view AllowedElement(std::string_view name);

// What may be done with an attribute of an allowed element, and the list's spelling of it.
struct AllowedAttribute {
  AttributeKind kind = AttributeKind::kForbidden;
  std::string_view name = {};
};
AllowedAttribute FindAllowedAttribute(std::string_view element, std::string_view attribute);

// The rest takes elements as the list spells them.
bool IsVoidElement(std::string_view element);

// Where an element that is part of another may stand. Names are each between blanks.
struct ElementPlace {
  std::string_view within;  // one of these, directly
  std::string_view closes;  // which of these end where it begins
};
// Null when the element may stand anywhere.
const ElementPlace* PlaceOf(std::string_view element);
bool Lists(std::string_view names, std::string_view name);

}  // namespace broadsheet
