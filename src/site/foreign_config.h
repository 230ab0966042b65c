#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace broadsheet {

// A generator that posts may come from, and where it keeps things.
struct Generator {
  std::string_view name;                       // "jekyll"
  std::vector<std::string_view> config_files;  // in a site's folder, the first that is there counts
  std::vector<std::string_view> posts_folders;  // likewise
  std::string_view static_folder;               // whose files are the site's as they are; "" = none
  std::vector<std::string_view> static_paths;   // files and folders that keep their names there
};

// jekyll, hugo, zola, eleventy.
const std::vector<Generator>& Generators();
const Generator* FindGenerator(std::string_view name);

// Another generator's settings in terms of ours.
struct ForeignConfig {
  std::string site_json;              // a site.json, indented for people
  std::vector<std::string> left_out;  // top-level keys that have no counterpart, in their order
};

// A file that says more than the settings' own: its text is the value of `key`, "params" or "languages.de".
struct ConfigPart {
  std::string key;
  std::string name;
  std::string text;
};

// What Hugo's settings call the language of the site, in small letters: "en" when they do not.
std::string HugoLanguage(std::string_view name, std::string_view text);

// Reads the settings of `generator` from the file `name` (its ending tells YAML, TOML or JSON).
// `posts_folder` is where the posts lie in its site ("content/blog"): former addresses depend on it.
Result<ForeignConfig> ReadForeignConfig(const Generator& generator, std::string_view name,
                                        std::string_view text, std::string_view posts_folder,
                                        const std::vector<ConfigPart>& parts = {});

}  // namespace broadsheet
