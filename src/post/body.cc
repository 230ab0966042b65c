#include "post/body.h"

namespace broadsheet {
namespace {

struct Line {
  std::string_view text;  // without its end
  size_t next = 0;        // where the following line starts
};

Line LineAt(std::string_view file, size_t position) {
  size_t end = file.find('\n', position);
  const size_t next = end == std::string_view::npos ? file.size() : end + 1;
  if (end == std::string_view::npos) end = file.size();
  std::string_view text = file.substr(position, end - position);
  while (!text.empty() && (text.back() == '\r' || text.back() == ' ' || text.back() == '\t')) {
    text.remove_suffix(1);
  }
  return {text, next};
}

bool Closes(FrontMatterKind kind, std::string_view line) {
  if (kind == FrontMatterKind::kToml) return line == "+++";
  return line == "---" || line == "...";
}

// Where the object that opens at `position` ends (one past its brace), or npos.
size_t JsonObjectEnd(std::string_view file, size_t position) {
  int depth = 0;
  bool in_string = false;
  for (size_t i = position; i < file.size(); ++i) {
    const char c = file[i];
    if (in_string) {
      if (c == '\\') ++i;
      if (c == '"') in_string = false;
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{' || c == '[') {
      ++depth;
    } else if ((c == '}' || c == ']') && --depth == 0) {
      return i + 1;
    }
  }
  return std::string_view::npos;
}

int CountLines(std::string_view text) {
  int count = 0;
  for (const char c : text) count += c == '\n';
  return count;
}

// A file that opens with '{' holds JSON only if a key or the end follows: `{% raw %}` does not.
bool OpensJson(std::string_view file, size_t start) {
  if (start >= file.size() || file[start] != '{') return false;
  const size_t next = file.find_first_not_of(" \t\r\n", start + 1);
  return next != std::string_view::npos && (file[next] == '"' || file[next] == '}');
}

BodySplit SplitJson(std::string_view file, size_t start, BodySplit split) {
  const size_t end = JsonObjectEnd(file, start);
  if (end == std::string_view::npos) {
    split.unclosed = true;
    return split;
  }
  const Line rest = LineAt(file, end);
  const size_t body = rest.text.empty() ? rest.next : end;
  split.kind = FrontMatterKind::kJson;
  split.front_matter = file.substr(start, end - start);
  split.body = file.substr(body);
  split.body_line = 1 + CountLines(file.substr(0, body));
  return split;
}

}  // namespace

BodySplit SplitBody(std::string_view file) {
  const size_t start = file.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0;
  BodySplit split;
  split.body = file.substr(start);
  if (OpensJson(file, start)) return SplitJson(file, start, split);

  const Line fence = LineAt(file, start);
  FrontMatterKind kind = FrontMatterKind::kNone;
  if (fence.text == "---") kind = FrontMatterKind::kYaml;
  if (fence.text == "+++") kind = FrontMatterKind::kToml;
  if (kind == FrontMatterKind::kNone) return split;

  int line_number = 2;
  for (size_t position = fence.next; position < file.size(); ++line_number) {
    const Line line = LineAt(file, position);
    if (Closes(kind, line.text)) {
      split.kind = kind;
      split.front_matter = file.substr(fence.next, position - fence.next);
      split.front_matter_line = 2;
      split.body = file.substr(line.next);
      split.body_line = line_number + 1;
      return split;
    }
    position = line.next;
  }
  split.unclosed = true;
  return split;
}

}  // namespace broadsheet
