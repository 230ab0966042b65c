#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/result.h"
#include "post/date.h"

namespace broadsheet {

// A post: what its front matter and its file name say, in the form that catalogue, pages, index and
// feeds share. Nothing here needs the Markdown to be parsed; `site` fills what does (marked +).
struct Post {
  std::string path;   // as in posts/index.json: relative to the posts folder, '/' between folders
  std::string slug;   // the post lives at posts/<slug>/; may hold '/', each segment from Slugify
  std::string title;  // + from the first heading, else from the file name, when not written
  std::optional<Date> date;
  std::optional<Date> updated;
  std::vector<std::string> tags;        // as written, without doubles (by Slugify)
  std::vector<std::string> categories;
  std::vector<std::string> authors;
  std::string summary;   // + from the excerpt when not written
  std::string language;  // BCP 47; "" = the site's
  std::vector<std::string> aliases;  // old addresses, relative to the site
  bool draft = false;
  std::optional<bool> smart_punctuation;
  int word_count = 0;       // +
  int reading_minutes = 0;  // +

  size_t body_offset = 0;  // where the Markdown starts in the file, in bytes
  int body_line = 1;       // and its line, 1-based
};

// Reads front matter (YAML ---, TOML +++, JSON {) and the file name of one post file. Odd but usable
// input (an unknown date form, a wrong type) is reported to `diagnostics` and gone around; an Error means
// that the front matter itself cannot be read. The Markdown after it is not looked at. Linear.
Result<Post> ParsePost(std::string_view path, std::string_view file, Diagnostics& diagnostics);

}  // namespace broadsheet
