#pragma once

#include <string_view>

namespace broadsheet {

enum class AttributeKind { kForbidden, kText, kFlag, kId, kLink, kImage, kMedia, kImageSet };

// The allow-list's own spelling of an element that authors may write in kSafe; "" for all others.
std::string_view AllowedElement(std::string_view name);
bool IsVoidElement(std::string_view name);

// What may be done with an attribute of an allowed element.
AttributeKind AllowedAttribute(std::string_view element, std::string_view attribute);

}  // namespace broadsheet
