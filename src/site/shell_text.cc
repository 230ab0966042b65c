#include "site/shell_text.h"

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
      AppendWithoutNotes(WithoutComment(content), out);
    } else {
      out.append(content);
    }
    out.push_back('\n');
  }
  return out;
}

}  // namespace broadsheet
