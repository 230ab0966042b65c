#include "markdown/code_fence.h"

#include <algorithm>
#include <new>

#include "markdown/attributes.h"
#include "markdown/text_scan.h"

namespace broadsheet {
namespace {

constexpr int kMostLines = 1000000;

int ReadNumber(std::string_view& text) {
  int number = 0;
  while (!text.empty() && IsDigit(text.front())) {
    number = std::min(number * 10 + (text.front() - '0'), kMostLines);
    text.remove_prefix(1);
  }
  return number;
}

// `{2,4-6}` at the start of `text`: bytes read, 0 when it is not that.
size_t ReadMarkedLines(std::string_view text, CodeFence& fence) {
  const size_t end = text.find('}');
  if (text.empty() || text[0] != '{' || end == std::string_view::npos || end < 2) return 0;
  std::string_view list = text.substr(1, end - 1);
  if (list.find_first_not_of("0123456789,- ") != std::string_view::npos) return 0;
  while (!list.empty()) {
    if (!IsDigit(list.front())) {
      list.remove_prefix(1);
      continue;
    }
    const int first = ReadNumber(list);
    int last = first;
    if (list.size() > 1 && list[0] == '-' && IsDigit(list[1])) {
      list.remove_prefix(1);
      last = ReadNumber(list);
    }
    fence.Mark(first, last);
  }
  return end + 1;
}

void ReadOption(std::string_view key, std::string_view value, CodeFence& fence) {
  if (key == "title" || key == "file" || key == "filename") {
    fence.title = value;
  } else if (key == "linenos" || key == "numbers" || key == "line-numbers" ||
             key == "showLineNumbers") {
    fence.numbered = value != "false";
    if (!value.empty() && IsDigit(value.front())) fence.first_line = ReadNumber(value);
  }
}

// `key`, `key=value` or `key="value"`: bytes read, at least one.
size_t ReadWord(std::string_view text, CodeFence& fence) {
  size_t end = 0;
  while (end < text.size() && !IsSpace(text[end]) && text[end] != '=' && text[end] != '{') ++end;
  const std::string_view key = text.substr(0, end);
  if (end == text.size() || text[end] != '=') {
    ReadOption(key, "", fence);
    return std::max<size_t>(end, 1);
  }
  size_t begin = end + 1;
  if (begin < text.size() && (text[begin] == '"' || text[begin] == '\'')) {
    end = std::min(text.find(text[begin], begin + 1), text.size());
    ReadOption(key, text.substr(begin + 1, end - begin - 1), fence);
    return std::min(end + 1, text.size());
  }
  end = begin;
  while (end < text.size() && !IsSpace(text[end])) ++end;
  ReadOption(key, text.substr(begin, end - begin), fence);
  return end;
}

}  // namespace

bool CodeFence::IsMarked(int line) const {
  return std::any_of(marked.begin(), marked.begin() + mark_count,
                     [line](const std::pair<int, int>& range) {
                       return range.first <= line && line <= range.second;
                     });
}

CodeFence* ParseCodeFence(std::string_view info, Arena& arena) {
  CodeFence& fence = *new (arena.Allocate(sizeof(CodeFence))) CodeFence();
  size_t size = 0;
  while (size < info.size() && !IsSpace(info[size]) && info[size] != '{' && info[size] != ',')
    ++size;
  fence.language = info.substr(0, size);
  if (fence.language == "diff" || StartsWith(fence.language, "diff-")) {
    fence.diff = true;
    if (fence.language.size() > 5) fence.language.remove_prefix(5);
  }
  std::string_view rest = info.substr(size);
  while (!rest.empty()) {
    size_t read = 1;
    if (rest.front() == '{') {
      read = ReadMarkedLines(rest, fence);
      if (read == 0) read = ParseAttributes(rest, arena, fence);
      if (read == 0) read = 1;
    } else if (!IsSpace(rest.front())) {
      read = ReadWord(rest, fence);
    }
    rest.remove_prefix(read);
  }
  if (fence.language.empty()) {
    fence.language = fence.classes.substr(0, fence.classes.find(' '));
    fence.classes.remove_prefix(std::min(fence.language.size() + 1, fence.classes.size()));
  }
  return &fence;
}

}  // namespace broadsheet
