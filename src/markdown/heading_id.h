#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace broadsheet {

// A heading's id in GitHub's form: lower case, punctuation but '-' and '_' dropped, each blank a '-'.
std::string HeadingSlug(std::string_view text);

// `id` itself, or "section-" + id when the page or a script could take an element of that id for
// something else: the ids of the shell's own elements and names that scripts look up on every object.
std::string SafeId(std::string_view id);

// Gives each id once: "id", "id-1", "id-2"…
class IdRegistry {
 public:
  // A free id made from `wish`, safe as SafeId makes it; taken from then on.
  std::string Take(std::string_view wish);

 private:
  std::map<std::string, int, std::less<>> taken_;  // id -> number that may be free next
};

}  // namespace broadsheet
