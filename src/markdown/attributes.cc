#include "markdown/attributes.h"

#include <array>
#include <new>
#include <string>

#include "markdown/inline_rules.h"
#include "markdown/text_scan.h"

namespace broadsheet {
namespace {

constexpr size_t kLongestAttributes = 1000;

constexpr std::array<std::string_view, 6> kAllowedKeys = {"dir",   "height", "lang",
                                                          "title", "width",  "start"};

bool IsAllowedKey(std::string_view key) {
  for (const std::string_view allowed : kAllowedKeys) {
    if (key == allowed) return true;
  }
  return false;
}

bool IsNameByte(char c) {
  return IsAlnum(c) || c == '-' || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

size_t NameSize(std::string_view text) {
  size_t size = 0;
  while (size < text.size() && IsNameByte(text[size])) ++size;
  return size;
}

void AddClass(std::string_view name, Arena& arena, Attributes& attributes) {
  attributes.classes = attributes.classes.empty()
                           ? arena.Copy(name)
                           : arena.Copy(std::string(attributes.classes) + " " + std::string(name));
}

void AddPair(std::string_view key, std::string_view value, Arena& arena, Attributes& attributes) {
  if (key == "id") {
    attributes.id = arena.Copy(value);
  } else if (key == "class") {
    AddClass(value, arena, attributes);
  } else if (IsAllowedKey(key)) {
    auto* const pair = new (arena.Allocate(sizeof(Attributes::Pair))) Attributes::Pair();
    *pair = {arena.Copy(key), arena.Copy(value), attributes.pairs};
    attributes.pairs = pair;
  }
}

// `=value` behind a key: bytes read, and the value; 0 when there is none.
size_t ReadValue(std::string_view text, std::string_view& value) {
  if (text.empty() || text.front() != '=') return 0;
  if (text.size() > 1 && (text[1] == '"' || text[1] == '\'')) {
    const size_t end = text.find(text[1], 2);
    if (end == std::string_view::npos) return 0;
    value = text.substr(2, end - 2);
    return end + 1;
  }
  size_t end = 1;
  while (end < text.size() && !IsSpace(text[end]) && text[end] != '}') ++end;
  value = text.substr(1, end - 1);
  return value.empty() ? 0 : end;
}

// One item; bytes read, 0 when it is none.
size_t ReadItem(std::string_view text, Arena& arena, Attributes& attributes) {
  const char first = text.front();
  if (first == '.' || first == '#') {
    const size_t size = NameSize(text.substr(1));
    if (size == 0) return 0;
    const std::string_view name = text.substr(1, size);
    if (first == '#') {
      attributes.id = arena.Copy(name);
    } else {
      AddClass(name, arena, attributes);
    }
    return size + 1;
  }
  const size_t key_size = NameSize(text);
  std::string_view value;
  const size_t value_size = key_size == 0 ? 0 : ReadValue(text.substr(key_size), value);
  if (value_size == 0) return 0;
  AddPair(text.substr(0, key_size), value, arena, attributes);
  return key_size + value_size;
}

}  // namespace

size_t ParseAttributes(std::string_view text, Arena& arena, Attributes& attributes) {
  if (text.empty() || text.front() != '{') return 0;
  text = text.substr(0, kLongestAttributes);
  text = text.substr(0, text.find('\n'));
  Attributes read = attributes;
  bool any = false;
  size_t position = StartsWith(text, "{:") ? 2 : 1;
  while (position < text.size()) {
    if (IsBlank(text[position])) {
      ++position;
    } else if (text[position] == '}') {
      if (any) attributes = read;
      return any ? position + 1 : 0;
    } else {
      const size_t size = ReadItem(text.substr(position), arena, read);
      if (size == 0) return 0;
      any = true;
      position += size;
    }
  }
  return 0;
}

size_t FindTrailingAttributes(std::string_view line) {
  if (line.empty() || line.back() != '}') return std::string_view::npos;
  const size_t begin = line.rfind('{');
  const bool escaped = begin != std::string_view::npos && begin > 0 && line[begin - 1] == '\\';
  return escaped ? std::string_view::npos : begin;
}

cmark_node* MatchAttributes(InlineCursor& cursor) {
  cmark_node* const node = cursor.parent->last_child;
  if (node == nullptr || (node->type != CMARK_NODE_IMAGE && node->type != CMARK_NODE_LINK &&
                          node->type != CMARK_NODE_CODE)) {
    return nullptr;
  }
  const size_t size = ParseAttributes(cursor.rest(), cursor.context.arena, *AttributesOf(node));
  if (size == 0) return nullptr;
  cursor.Advance(size);
  return NewText("");
}

}  // namespace broadsheet
