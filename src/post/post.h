#pragma once

#include <cstddef>
#include <cstdint>
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
  std::string slug;   // unique in the site; may hold '/', each segment from Slugify
  std::string title;  // + from the first heading, else from the file name, when not written
  std::optional<Date> date;
  std::optional<Date> updated;
  std::optional<Date> expires;    // from then on it is in no list
  std::vector<std::string> tags;  // as written, without doubles (by Slugify)
  std::vector<std::string> categories;
  std::vector<std::string> authors;
  std::string summary;   // + from the excerpt when not written
  std::string language;  // BCP 47; "" = the site's
  std::string series;    // the name of the series that it is a part of; "" = none
  int series_order = 0;  // its place there when that is not the order of dates; 0 = not written
  int part = 0;          // + its place in the series, from 1
  int parts = 0;         // + and how many there are
  std::string cover;     // address of its picture, as written; "" = none
  std::string cover_alt;
  // Where it wants to live, relative to the site; may hold `:title` and the like.
  std::string permalink;
  std::string address;          // + where it lives, decoded: "2026/trip.html"; "" = posts/<slug>/
  std::string translation_key;  // what it shares with its translations; "" = not written
  std::vector<std::string> aliases;  // old addresses, relative to the site
  std::string own_slug;              // as it was written
  bool draft = false;
  bool pinned = false;  // stands before newer posts on the home page
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

// When a reader may see it. A date without a time is due when its day begins where days begin first
// (UTC+14), so that no writer waits for what is today already. Unix seconds; without a date: always.
int64_t DueSeconds(const Post& post);
bool IsScheduled(const Post& post, int64_t now);
bool IsExpired(const Post& post, int64_t now);

// False for Markdown files that other generators keep beside posts and that are none: `_index.md`,
// `_anything.md`, and files in folders like `_includes/` (but not `_posts/` and `_drafts/`).
bool IsPostPath(std::string_view path);

// A title made of a post's file name: "2026-11-22-how_it-works.md" -> "How it works".
std::string TitleFromPath(std::string_view path);

}  // namespace broadsheet
