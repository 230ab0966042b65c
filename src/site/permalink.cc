#include "site/permalink.h"

#include <optional>

#include "post/post_path.h"
#include "site/foreign_slug.h"

namespace broadsheet {
namespace {

std::string_view StylePattern(std::string_view pattern) {
  if (pattern == "date") return "/:categories/:year/:month/:day/:title.html";
  if (pattern == "pretty") return "/:categories/:year/:month/:day/:title/";
  if (pattern == "ordinal") return "/:categories/:year/:y_day/:title.html";
  if (pattern == "none") return "/:categories/:title.html";
  return pattern;
}

std::string Padded(int value, size_t digits) {
  std::string text = std::to_string(value);
  if (text.size() < digits) text.insert(0, digits - text.size(), '0');
  return text;
}

int DayOfYear(const Date& date) {
  Date first{date.year, 1, 1};
  Date day{date.year, date.month, date.day};
  return static_cast<int>((day.UnixSeconds() - first.UnixSeconds()) / 86400) + 1;
}

std::string Categories(const Post& post) {
  std::string out;
  for (const std::string& category : post.categories)
    out += (out.empty() ? "" : "/") + JekyllCategory(category);
  return out;
}

// The one that the post is in; a post with a folder of its own, "a/b/index.md" or "a/b/b.md", is in "a".
std::string Folder(const Post& post) {
  const size_t end = post.path.rfind('/');
  if (end == std::string::npos) return {};
  std::string folder = post.path.substr(0, end);
  const size_t slash = folder.rfind('/');
  const std::string_view own = std::string_view(folder).substr(slash + 1);
  const std::string_view name = std::string_view(post.path).substr(end + 1);
  const std::string_view stem = name.substr(0, name.find('.'));
  if (stem != "index" && stem != "README" && stem != own) return folder;
  return slash == std::string::npos ? std::string() : folder.substr(0, slash);
}

// The slug without the language that Broadsheet puts in front of it.
std::string OwnSlug(const Post& post) {
  const size_t slash = post.slug.rfind('/');
  return slash == std::string::npos ? post.slug : post.slug.substr(slash + 1);
}

// The last part of one that was written, for other generators to spell.
std::string_view WrittenSlug(const Post& post) {
  return std::string_view(post.own_slug).substr(post.own_slug.rfind('/') + 1);
}

bool NeedsDate(std::string_view name) {
  return name == "year" || name == "month" || name == "day" || name == "i_month" ||
         name == "i_day" || name == "short_year" || name == "y_day";
}

// What a placeholder stands for; nothing when it is unknown. Without a date, date parts are "".
std::optional<std::string> Value(std::string_view name, const Post& post) {
  if (NeedsDate(name)) {
    if (!post.date) return std::string();
    const Date& date = *post.date;
    if (name == "year") return Padded(date.year, 4);
    if (name == "short_year") return Padded(date.year % 100, 2);
    if (name == "month") return Padded(date.month, 2);
    if (name == "day") return Padded(date.day, 2);
    if (name == "i_month") return std::to_string(date.month);
    if (name == "i_day") return std::to_string(date.day);
    return Padded(DayOfYear(date), 3);
  }
  if (name == "categories") return Categories(post);
  if (name == "section" || name == "sections" || name == "path") return Folder(post);
  if (name == "output_ext") return std::string(".html");
  if (name == "slug") return OwnSlug(post);
  const bool has_slug = !post.own_slug.empty();
  const std::string_view stem = ReadPostName(post.path).stem;
  if (name == "title") return JekyllTitle(has_slug ? WrittenSlug(post) : stem);
  if (name == "filename") return std::string(stem);
  if (name == "contentbasename") return HugoSegment(stem);
  if (name == "slugorfilename" || name == "slugorcontentbasename") {
    return HugoSegment(has_slug ? WrittenSlug(post) : stem);
  }
  // What Hugo makes of `:title`, and of `:slug` where none is written.
  const std::string title = HugoSegment(post.title);
  if (name == "title_slug") return title;
  if (name == "slug_or_title" && has_slug) return HugoSegment(WrittenSlug(post));
  if (name == "slug_or_title") return title.empty() ? OwnSlug(post) : title;
  return std::nullopt;
}

// Calls on_text and on_name for the parts of a pattern in turn.
template <typename OnText, typename OnName>
void ForEachPart(std::string_view pattern, OnText on_text, OnName on_name) {
  while (!pattern.empty()) {
    const size_t colon = pattern.find(':');
    on_text(pattern.substr(0, colon));
    if (colon == std::string_view::npos) return;
    pattern.remove_prefix(colon + 1);
    size_t end = 0;
    while (end < pattern.size() &&
           ((pattern[end] >= 'a' && pattern[end] <= 'z') || pattern[end] == '_'))
      ++end;
    on_name(pattern.substr(0, end));
    pattern.remove_prefix(end);
  }
}

}  // namespace

std::string CheckPermalinkPattern(std::string_view pattern) {
  const Post none;
  std::string unknown;
  bool names_post = false;
  ForEachPart(
      StylePattern(pattern), [](std::string_view) {},
      [&](std::string_view name) {
        if (!Value(name, none)) unknown = name;
        names_post =
            names_post || (!NeedsDate(name) && name != "categories" && name != "output_ext");
      });
  if (!unknown.empty()) return "has ':" + unknown + "', which is not known";
  return names_post ? "" : "has no ':title' or ':slug', so posts cannot be told apart";
}

std::string ExpandPermalink(std::string_view pattern, const Post& post) {
  std::string out;
  bool complete = true;
  ForEachPart(
      StylePattern(pattern), [&](std::string_view text) { out += text; },
      [&](std::string_view name) {
        if (NeedsDate(name) && !post.date) complete = false;
        out += Value(name, post).value_or("");
      });
  if (!complete) return {};
  // An empty part leaves two slashes behind.
  std::string address;
  for (const char c : out) {
    if (c != '/' || (!address.empty() && address.back() != '/')) address.push_back(c);
  }
  return address;
}

}  // namespace broadsheet
