#include "markdown/block_pass.h"

#include <algorithm>

#include "markdown/alert.h"
#include "markdown/attributes.h"
#include "markdown/code_fence.h"
#include "markdown/definition_list.h"
#include "markdown/math.h"
#include "markdown/text_scan.h"

namespace broadsheet {
namespace {

// `[ ] ` or `[x] ` at the start of an item's first paragraph.
void ReadTask(cmark_node* item) {
  cmark_node* const paragraph = item->first_child;
  if (paragraph == nullptr || paragraph->type != CMARK_NODE_PARAGRAPH) return;
  const std::string_view text = Content(*paragraph);
  if (text.size() < 4 || text[0] != '[' || text[2] != ']' || !IsSpace(text[3])) return;
  const bool done = text[1] == 'x' || text[1] == 'X';
  if (!done && text[1] != ' ') return;
  if (Trim(text.substr(3)).empty()) return;
  item->flags |= static_cast<uint16_t>(done ? kTask | kTaskDone : kTask);
  size_t begin = 4;
  while (begin < text.size() && IsBlank(text[begin])) ++begin;
  SetContent(paragraph, text.substr(begin));
}

// `# Heading {#id .class}`.
void ReadHeadingAttributes(cmark_node* heading, Arena& arena) {
  const std::string_view text = TrimRight(Content(*heading));
  const size_t begin = FindTrailingAttributes(text);
  if (begin == std::string_view::npos) return;
  const std::string_view attributes = text.substr(begin);
  if (ParseAttributes(attributes, arena, *AttributesOf(heading)) != attributes.size()) return;
  SetContent(heading, TrimRight(text.substr(0, begin)));
}

// `*[short]: long`, one definition a line, at the start of a paragraph. True when nothing else is left.
bool ReadAbbreviations(cmark_node* paragraph, ParseContext& context) {
  std::string_view text = Content(*paragraph);
  while (StartsWith(text, "*[")) {
    const std::string_view line = text.substr(0, text.find('\n'));
    const size_t end = line.find("]:");
    if (end == std::string_view::npos || end < 3) break;
    const std::string_view title = Trim(line.substr(end + 2));
    if (title.empty()) break;
    context.abbreviations.push_back({line.substr(2, end - 2), title});
    text = text.substr(std::min(line.size() + 1, text.size()));
  }
  if (text.size() != Content(*paragraph).size()) SetContent(paragraph, text);
  return Trim(text).empty();
}

// A last line `{…}` is the paragraph's; a paragraph that is only that is the block's before it.
bool ReadParagraphAttributes(cmark_node* paragraph, Arena& arena) {
  const std::string_view text = TrimRight(Content(*paragraph));
  if (text.empty() || text.back() != '}') return false;
  const size_t begin = text.rfind('\n') + 1;
  const std::string_view line = text.substr(begin);
  cmark_node* const target = begin > 0 ? paragraph : paragraph->prev;
  if (line.front() != '{' || target == nullptr) return false;
  Attributes read;
  if (const Attributes* const old = FindAttributes(target)) read = *old;
  if (ParseAttributes(line, arena, read) != line.size()) return false;
  *AttributesOf(target) = read;
  if (begin > 0) SetContent(paragraph, text.substr(0, begin - 1));
  return begin == 0;
}

// The place of a table of contents in kramdown, "* any\n{:toc}"; the page has one anyway.
bool IsContents(const cmark_node* list) {
  const cmark_node* const text = list->first_child->first_child;
  return text != nullptr && text->type == CMARK_NODE_PARAGRAPH &&
         TrimRight(Content(*text)).ends_with("\n{:toc}");
}

// Reads what only posts have; true when the node is to be taken out.
bool ReadPostBlock(cmark_node* node, ParseContext& context) {
  switch (node->type) {
    case CMARK_NODE_HEADING:
      ReadHeadingAttributes(node, context.arena);
      return false;
    case CMARK_NODE_PARAGRAPH:
      return ReadAbbreviations(node, context) || ReadParagraphAttributes(node, context.arena);
    case CMARK_NODE_LIST:
      return IsContents(node);
    case CMARK_NODE_BLOCK_QUOTE:
      ReadAlert(node, context.arena);
      return false;
    case CMARK_NODE_CODE_BLOCK:
      if (node->as.code.fence_char == '$') ReadMathBlock(node, context.arena);
      if (node->type != CMARK_NODE_CODE_BLOCK) return false;
      node->user_data =
          static_cast<Attributes*>(ParseCodeFence(View(node->as.code.info), context.arena));
      return false;
    case CMARK_NODE_HTML_BLOCK:
      if (IsExcerptEnd(View(node->as.literal))) node->type = kExcerptEnd;
      return false;
    case kDefinitionList:
      JoinDefinitionLists(node);
      return false;
    default:
      return false;
  }
}

}  // namespace

bool IsExcerptEnd(std::string_view html) {
  html = Trim(html);
  return StartsWith(html, "<!--") && html.size() >= 7 &&
         EqualsIgnoringCase(Trim(html.substr(4, html.size() - 7)), "more");
}

void RunBlockPass(cmark_parser* parser) {
  ParseContext& context = ContextOf(parser);
  cmark_node* const root = parser->root;
  cmark_node* next = nullptr;
  for (cmark_node* node = root; node != nullptr; node = next) {
    if (node->type == CMARK_NODE_ITEM) ReadTask(node);
    const bool drop = context.post() && ReadPostBlock(node, context);
    next = drop ? NextOutside(node, root) : NextNode(node, root);
    if (drop) RemoveNode(node);
  }
}

}  // namespace broadsheet
