#include "post/post_path.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "post/post.h"

namespace broadsheet {
namespace {

std::string_view LastSegment(std::string_view path) {
  const size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

std::string_view WithoutEnding(std::string_view name) {
  const size_t dot = name.rfind('.');
  return dot == std::string_view::npos || dot == 0 ? name : name.substr(0, dot);
}

bool IsLower(char c) { return c >= 'a' && c <= 'z'; }

// Those that blogs are written in (ISO 639-1), so that "node.js.md" is in none.
constexpr std::string_view kLanguages =
    "ar be bg bn ca cs cy da de el en eo es et eu fa fi fr ga gl he hi hr hu hy id is it ja ka kk "
    "ko "
    "lt lv mk mr ms nb ne nl nn no pl pt ro ru sk sl sq sr sv sw ta te th tl tr uk ur uz vi zh ";

// "de", "pt-BR" or "zh-cn": a language, and perhaps a region.
bool IsLanguageSuffix(std::string_view text) {
  if (text.size() != 2 && !(text.size() == 5 && text[2] == '-')) return false;
  if (text.size() == 5 && !(IsAsciiLetter(text[3]) && IsAsciiLetter(text[4]))) return false;
  const size_t at = kLanguages.find(text.substr(0, 2));
  return at != std::string_view::npos && at % 3 == 0;
}

std::string TwoDigits(std::string_view number) {
  return (number.size() == 1 ? "0" : "") + std::string(number);
}

struct NameDate {
  Date date;
  size_t size;
};

// The date that a name begins with: "2026-11-02" or, as Jekyll reads it too, "2026-11-2".
std::optional<NameDate> ReadDate(std::string_view stem) {
  constexpr size_t kMonth = 5;
  if (stem.size() < 8 || stem[kMonth - 1] != '-') return std::nullopt;
  const size_t day = stem.find('-', kMonth) + 1;
  if (day == 0) return std::nullopt;
  size_t end = day;
  while (end < stem.size() && IsAsciiDigit(stem[end])) ++end;
  if (end < stem.size() && stem[end] != '-' && stem[end] != '_') return std::nullopt;
  const std::optional<Date> date = ParseDate(std::string(stem.substr(0, kMonth)) +
                                             TwoDigits(stem.substr(kMonth, day - 1 - kMonth)) +
                                             "-" + TwoDigits(stem.substr(day, end - day)));
  if (!date) return std::nullopt;
  return NameDate{*date, end};
}

}  // namespace

PostName ReadPostName(std::string_view path) {
  PostName name;
  std::string_view stem = WithoutEnding(LastSegment(path));
  if (const size_t dot = stem.rfind('.'); dot != std::string_view::npos && dot > 0) {
    if (IsLanguageSuffix(stem.substr(dot + 1))) {
      name.language = stem.substr(dot + 1);
      stem = stem.substr(0, dot);
    }
  }
  const size_t slash = path.rfind('/');
  if ((stem == "index" || stem == "README") && slash != std::string_view::npos) {
    stem = LastSegment(path.substr(0, slash));
  }
  if (const std::optional<NameDate> date = ReadDate(stem)) {
    name.date = date->date;
    if (stem.size() > date->size + 1) stem.remove_prefix(date->size + 1);
  }
  name.stem = stem;
  return name;
}

bool IsPostPath(std::string_view path) {
  for (size_t start = 0; start < path.size();) {
    size_t end = path.find('/', start);
    if (end == std::string_view::npos) end = path.size();
    const std::string_view segment = path.substr(start, end - start);
    if (segment.substr(0, 1) == "_" && segment != "_posts" && segment != "_drafts") return false;
    start = end + 1;
  }
  return true;
}

std::string TitleFromPath(std::string_view path) {
  std::string title;
  for (const char c : ToValidUtf8(ReadPostName(path).stem)) {
    title.push_back(c == '-' || c == '_' ? ' ' : c);
  }
  if (!title.empty() && IsLower(title.front()))
    title.front() = static_cast<char>(title.front() - 32);
  return title;
}

bool IsInFolder(std::string_view path, std::string_view name) {
  const std::string folder = "/" + std::string(name) + "/";
  return ("/" + std::string(path)).find(folder) != std::string::npos;
}

}  // namespace broadsheet
