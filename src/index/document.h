#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace broadsheet {

// What the index takes of one post. Indexing knows neither Markdown nor front matter: `site` fills this
// from Post and PlainText. Texts are valid UTF-8.
struct IndexSection {
  int level = 0;   // 0 = before the first heading
  std::string id;  // the fragment in the post's page
  std::string title;
  uint32_t begin = 0;  // its range in IndexDocument::text, bytes
  uint32_t end = 0;
};

struct IndexCodeRange {
  uint32_t begin = 0;
  uint32_t end = 0;
};

struct IndexDocument {
  std::string path;  // "2026-trip.md": names the post; documents are kept in this order (bytes)
  std::string url;   // "posts/trip/", relative to the site
  std::string title;
  std::string language;  // BCP 47, never empty
  int64_t date = 0;      // seconds since 1970 by the post's own clock, so that days are its own
  bool has_date = false;
  std::vector<std::string> tags;
  std::vector<std::string> authors;
  // The plain text, blocks parted by line feeds; snippets are cut from the very same text later.
  std::string text;
  std::vector<IndexSection> sections;
  std::vector<IndexCodeRange> code;
};

// One file of a finished index: `name` is its path under the index folder and holds its content's hash.
struct IndexFile {
  std::string name;
  std::string bytes;
};

}  // namespace broadsheet
