#include "site/shell_text.h"

#include <algorithm>

namespace broadsheet {
namespace {

std::string_view Trim(std::string_view line) {
  const size_t begin = line.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return {};
  return line.substr(begin, line.find_last_not_of(" \t\r") - begin + 1);
}

// A line of a script without the comment at its end. Behind `//` within a text its end quote follows, so
// a comment with quotes in it stays.
std::string_view WithoutComment(std::string_view line) {
  const size_t at = line.rfind(" // ");
  if (at == std::string_view::npos || at == 0 ||
      line.find_first_of("'\"`/", at + 3) != std::string_view::npos) {
    return line;
  }
  const bool after_code = std::string_view(";,{(").find(line[at - 1]) != std::string_view::npos;
  return after_code ? line.substr(0, at) : line;
}

// What stands between code and is only for tools: `/** @type {X} */`.
void AppendWithoutNotes(std::string_view line, std::string& out) {
  for (size_t at = line.find("/** @"); at != std::string_view::npos; at = line.find("/** @")) {
    const size_t close = line.find("*/", at);
    if (close == std::string_view::npos) break;
    out.append(line.substr(0, at));
    line.remove_prefix(close + 2);
    if (!line.empty() && line.front() == ' ') line.remove_prefix(1);
  }
  out.append(line);
}

constexpr std::string_view kTight = "(){}[];,=?:&|<>";

// Where the quoted text that begins at `at` ends. A text in backquotes may hold others, and what begins
// with a slash may be a pattern: these end with the last of their kind in the line.
size_t EndOfQuoted(std::string_view line, size_t at) {
  const char quote = line[at];
  if (quote == '`' || quote == '/') return line.find_last_of("`/") + 1;
  for (++at; at < line.size() && line[at] != quote; ++at) at += line[at] == '\\' ? 1 : 0;
  return std::min(at + 1, line.size());
}

// Appends a line of a script without the spaces beside signs that need none.
void AppendTight(std::string_view line, std::string& out) {
  for (size_t at = 0; at < line.size();) {
    const size_t end = std::string_view("'\"`/").find(line[at]) == std::string_view::npos
                           ? at + 1
                           : EndOfQuoted(line, at);
    const bool is_needless =
        line[at] == ' ' &&
        ((at > 0 && kTight.find(line[at - 1]) != std::string_view::npos) ||
         (end < line.size() && kTight.find(line[end]) != std::string_view::npos));
    if (!is_needless) out.append(line.substr(at, end - at));
    at = end;
  }
}

// Whether the line break that ends `out` says nothing, so that `next` may follow in the same line.
bool IsOpenEnd(std::string_view out, std::string_view next) {
  if (out.size() < 2) return false;
  out.remove_suffix(1);
  const bool has_comment = out.substr(out.rfind('\n') + 1).find("// ") != std::string_view::npos;
  const bool is_open = std::string_view("({,;").find(out.back()) != std::string_view::npos;
  return !has_comment && (is_open || (!next.empty() && next.front() == '}'));
}

}  // namespace

std::string StripShellText(std::string_view path, std::string_view text) {
  const bool is_script = path.ends_with(".js");
  if (!is_script && !path.ends_with(".css")) return std::string(text);
  std::string out;
  bool in_block = false;
  for (size_t start = 0; start < text.size();) {
    size_t end = text.find('\n', start);
    if (end == std::string_view::npos) end = text.size();
    const std::string_view content = Trim(text.substr(start, end - start));
    start = end + 1;
    if (content.substr(0, 2) == "/*" && !in_block) {
      const size_t close = content.find("*/", 2);
      // What follows a comment in its line is code: the line stays.
      in_block = close == std::string_view::npos;
      if (in_block || close + 2 == content.size()) continue;
    } else if (in_block) {
      in_block = !content.ends_with("*/");
      continue;
    }
    if (content.empty() || (is_script && content.substr(0, 2) == "//")) continue;
    if (is_script) {
      std::string code;
      AppendWithoutNotes(WithoutComment(content), code);
      if (IsOpenEnd(out, code)) out.pop_back();
      AppendTight(code, out);
    } else {
      out.append(content);
    }
    out.push_back('\n');
  }
  return out;
}

}  // namespace broadsheet
