#include <string>

#include "markdown/inline_rules.h"
#include "markdown/text_scan.h"

namespace broadsheet {
namespace {

constexpr int kLongestRun = 100;
constexpr size_t kLongestScript = 255;

// `text` without the backslashes that escape punctuation.
std::string Unescape(std::string_view text) {
  std::string plain;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size() && IsPunctuation(text[i + 1])) ++i;
    plain.push_back(text[i]);
  }
  return plain;
}

// Bytes up to the `character` that closes; 0 when there is none without blanks or brackets between.
size_t ScriptSize(std::string_view text, char character) {
  for (size_t i = 0; i < text.size() && i <= kLongestScript; ++i) {
    if (text[i] == '\\' && i + 1 < text.size()) {
      ++i;
    } else if (text[i] == character) {
      return i;
    } else if (IsSpace(text[i]) || text[i] == '[' || text[i] == ']') {
      return 0;
    }
  }
  return 0;
}

}  // namespace

cmark_node* MatchDelimiters(InlineCursor& cursor, char character, int size) {
  const std::string_view text = cursor.rest();
  int left = 0;
  int right = 0;
  int punctuation_before = 0;
  int punctuation_after = 0;
  const int run = cmark_inline_parser_scan_delimiters(
      cursor.inlines, kLongestRun, static_cast<unsigned char>(character), &left, &right,
      &punctuation_before, &punctuation_after);
  cmark_node* const node = NewText(text.substr(0, static_cast<size_t>(run)));
  if ((left != 0 || right != 0) && (run == 2 || run == size)) {
    cmark_inline_parser_push_delimiter(cursor.inlines, static_cast<unsigned char>(character), left,
                                       right, node);
  }
  return node;
}

cmark_node* MatchScript(InlineCursor& cursor, char character, uint16_t type) {
  if (cursor.previous() == character) return nullptr;
  const std::string_view text = cursor.rest().substr(1);
  const size_t size = ScriptSize(text, character);
  if (size == 0 || (size + 1 < text.size() && text[size + 1] == character)) return nullptr;
  cmark_node* const script = NewNode(type);
  AppendNode(script, NewText(cursor.context.arena.Copy(Unescape(text.substr(0, size)))));
  cursor.Advance(size + 2);
  return script;
}

}  // namespace broadsheet
