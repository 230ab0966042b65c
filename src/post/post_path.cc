#include "post/post_path.h"

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

// "de" or "pt-BR": two letters, and perhaps a region of two capitals.
bool IsLanguageSuffix(std::string_view text) {
  if (text.size() != 2 && text.size() != 5) return false;
  if (!IsLower(text[0]) || !IsLower(text[1])) return false;
  return text.size() == 2 ||
         (text[2] == '-' && text[3] >= 'A' && text[3] <= 'Z' && text[4] >= 'A' && text[4] <= 'Z');
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
  if (stem.size() >= 10 && (stem.size() == 10 || stem[10] == '-' || stem[10] == '_')) {
    name.date = stem[4] == '-' ? ParseDate(stem.substr(0, 10)) : std::nullopt;
    if (name.date && stem.size() > 11) stem.remove_prefix(11);
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

}  // namespace broadsheet
