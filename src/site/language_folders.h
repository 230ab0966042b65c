#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

// Folders that hold the posts of one language each, as Hugo and Eleventy have them: "fr/" and "posts/pt-br/".
// A folder that is named like a language is one where at least one post in it has the same path, or the same
// key of translations, as one of another such folder beside it, or the same path as one beside the folder itself.
class LanguageFolders {
 public:
  struct Text {
    std::string_view path;
    std::string_view translation_key;  // "" = none
  };
  explicit LanguageFolders(const std::vector<Text>& texts);

  struct Place {
    std::string language;  // of the folder, "pt-BR"; "" = the path is in none
    std::string path;      // without the folder: "posts/a.md" for "posts/pt-br/a.md"
  };
  Place Find(std::string_view path) const;

 private:
  std::set<std::string, std::less<>> folders_;  // with a slash at their ends
};

}  // namespace broadsheet
