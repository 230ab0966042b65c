#include "site/language_folders.h"

#include <algorithm>
#include <map>
#include <utility>

#include "base/ascii.h"
#include "post/language_tag.h"
#include "post/post_path.h"
#include "site/language_name.h"

namespace broadsheet {
namespace {

// As it is usually written: "pt-BR" for "pt-br", "zh-Hant" for "zh-hant".
std::string UsualTag(std::string_view tag) {
  std::string out(tag);
  size_t begin = 0;
  while (begin < out.size()) {
    const size_t end = std::min(out.find('-', begin), out.size());
    const size_t size = end - begin;
    for (size_t i = begin; i < end; ++i) {
      const bool is_upper = begin > 0 && (size == 2 || (size == 4 && i == begin));
      const char c = out[i];
      if (IsAsciiLetter(c)) out[i] = static_cast<char>(is_upper ? c & ~0x20 : c | 0x20);
    }
    begin = end + 1;
  }
  return out;
}

bool IsLanguageFolder(std::string_view name) {
  return IsLanguageTag(name) && LanguageName(UsualTag(name)) != UsualTag(name);
}

// Calls `take(parent, name, rest)` for each folder of the path that is named like a language:
// "posts/", "fr" and "a.md" of "posts/fr/a.md".
template <typename Take>
void ForEachCandidate(std::string_view path, const Take& take) {
  for (size_t begin = 0, slash = path.find('/'); slash != std::string_view::npos;
       begin = slash + 1, slash = path.find('/', begin)) {
    const std::string_view name = path.substr(begin, slash - begin);
    if (IsLanguageFolder(name)) take(path.substr(0, begin), name, path.substr(slash + 1));
  }
}

}  // namespace

LanguageFolders::LanguageFolders(const std::vector<Text>& texts) {
  // For each parent, the candidates in it and the paths and keys below them.
  std::map<std::string_view, std::map<std::string_view, std::set<std::string>>> parents;
  for (const Text& text : texts) {
    ForEachCandidate(text.path,
                     [&](std::string_view parent, std::string_view name, std::string_view rest) {
                       parents[parent][name].emplace(rest);
                       if (!text.translation_key.empty())
                         parents[parent][name].insert("key " + std::string(text.translation_key));
                     });
  }
  if (parents.empty()) return;
  std::set<std::string_view> all;
  for (const Text& text : texts) all.insert(text.path);
  for (const auto& [parent, candidates] : parents) {
    std::map<std::string_view, int> homes;  // in how many candidates there is a path or key
    for (const auto& [name, rests] : candidates) {
      for (const std::string& rest : rests) ++homes[rest];
    }
    for (const auto& [name, rests] : candidates) {
      for (const std::string& rest : rests) {
        // Every folder may have an index.md of its own.
        const bool says_nothing = ReadPostName(rest).stem == "index" || rest == "README.md";
        const bool is_beside = !says_nothing && all.count(std::string(parent) + rest) > 0;
        if (homes[rest] < 2 && !is_beside) continue;
        folders_.insert(std::string(parent) + std::string(name) + "/");
        break;
      }
    }
  }
}

LanguageFolders::Place LanguageFolders::Find(std::string_view path) const {
  Place place{"", std::string(path)};
  if (folders_.empty()) return place;
  ForEachCandidate(path,
                   [&](std::string_view parent, std::string_view name, std::string_view rest) {
                     const std::string folder = std::string(parent) + std::string(name) + "/";
                     if (!place.language.empty() || folders_.count(folder) == 0) return;
                     place = {UsualTag(name), std::string(parent) + std::string(rest)};
                   });
  return place;
}

}  // namespace broadsheet
