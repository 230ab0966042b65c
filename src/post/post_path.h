#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "post/date.h"

namespace broadsheet {

// What a post's file name says: `2026-11-22-name.md`, `name.de.md`, `2026-11-22-name/index.md`.
struct PostName {
  std::string_view stem;  // "name": without folders, date, language and ending
  std::optional<Date> date;
  std::string_view language;  // "" or "de", "pt-BR"
};

// Views into `path`.
PostName ReadPostName(std::string_view path);

// Whether one of the folders of `path` is called so.
bool IsInFolder(std::string_view path, std::string_view name);

}  // namespace broadsheet
