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

// Where an element that is part of another may stand. Names are each between blanks.
struct ElementPlace {
  std::string_view within;  // one of these, directly
  std::string_view closes;  // which of these end where it begins
};

// An element that authors may write in kSafe, as the allow-list spells it; all others have no name.
struct AllowedElement {
  std::string_view name = {};
  bool is_void = false;
  const ElementPlace* place = nullptr;  // null when it may stand anywhere
};
// Names are taken in any case here and below.
AllowedElement FindAllowedElement(std::string_view name);

// What may be done with an attribute of an allowed element, and the list's spelling of it.
struct AllowedAttribute {
  AttributeKind kind = AttributeKind::kForbidden;
  std::string_view name = {};
};
// `element` is spelled as the allow-list has it.
AllowedAttribute FindAllowedAttribute(std::string_view element, std::string_view attribute);

// Whether `name` is one of `names`, each of which stands between blanks.
bool Lists(std::string_view names, std::string_view name);

}  // namespace broadsheet
