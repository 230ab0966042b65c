#include "markdown/definition_list.h"

#include "markdown/parse.h"
#include "markdown/text_scan.h"
#include "syntax_extension.h"

namespace broadsheet {
namespace {

constexpr int kWidestMarker = 4;

// Each line of the paragraph's text becomes a term.
void TermsFromParagraph(cmark_node* paragraph) {
  std::string_view text = TrimRight(Content(*paragraph));
  int line_number = paragraph->start_line;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    cmark_node* const term = NewNode(kDefinitionTerm);
    term->extension = DefinitionListSyntax();
    term->start_line = line_number++;
    term->content = paragraph->content;
    SetContent(term, Trim(line));
    AppendNode(paragraph, term);
  }
}

cmark_node* ListFromParagraph(cmark_node* paragraph) {
  TermsFromParagraph(paragraph);
  cmark_strbuf_init(ArenaScope::memory(), &paragraph->content, 0);
  paragraph->type = kDefinitionList;
  paragraph->extension = DefinitionListSyntax();
  return paragraph;
}

// The list that a definition on this line belongs to; null when nothing before it can hold one.
cmark_node* ListFor(cmark_node* parent) {
  if (parent->type == kDefinitionList) return parent;
  if (parent->type == CMARK_NODE_PARAGRAPH) {
    return Content(*parent).empty() || Content(*parent).front() == '[' ? nullptr
                                                                       : ListFromParagraph(parent);
  }
  // One blank line may part the terms from their definition.
  cmark_node* const last = parent->last_child;
  if (last == nullptr || last->type != CMARK_NODE_PARAGRAPH) return nullptr;
  const std::string_view text = TrimRight(Content(*last));
  if (text.empty() || text.find('\n') != std::string_view::npos) return nullptr;
  last->flags |= CMARK_NODE__OPEN;
  return ListFromParagraph(last);
}

cmark_node* Open(cmark_syntax_extension*, int indented, cmark_parser* parser, cmark_node* parent,
                 unsigned char* input, int size) {
  const int at = parser->first_nonspace;
  if (indented != 0 || at + 1 >= size || input[at] != ':') return nullptr;
  if (parser->depth >= CMARK_MAX_NESTING) return nullptr;
  if (!IsBlank(static_cast<char>(input[at + 1]))) return nullptr;
  const std::string_view rest(reinterpret_cast<char*>(input) + at + 1,
                              static_cast<size_t>(size - at - 1));
  if (Trim(rest).empty()) return nullptr;
  cmark_node* const list = ListFor(parent);
  if (list == nullptr) return nullptr;

  char* const line = reinterpret_cast<char*>(input);
  const int indent = parser->indent;
  cmark_parser_advance_offset(parser, line, at + 1 - parser->offset, 0);
  const int column = parser->column;
  while (parser->column - column < kWidestMarker && parser->offset < size &&
         IsBlank(static_cast<char>(input[parser->offset]))) {
    cmark_parser_advance_offset(parser, line, 1, 1);
  }
  cmark_node* const definition =
      cmark_parser_add_child(parser, list, static_cast<cmark_node_type>(kDefinition), at + 1);
  definition->extension = DefinitionListSyntax();
  definition->as.list.padding = indent + 1 + (parser->column - column);
  if (definition->as.list.padding > kWidestMarker) definition->as.list.padding = kWidestMarker;
  return definition;
}

int Continues(cmark_syntax_extension*, cmark_parser* parser, unsigned char* input, int,
              cmark_node* container) {
  if (container->type == kDefinitionList) return 1;
  if (container->type != kDefinition) return 0;
  char* const line = reinterpret_cast<char*>(input);
  if (parser->blank) {
    cmark_parser_advance_offset(parser, line, parser->first_nonspace - parser->offset, 0);
    return container->first_child != nullptr;
  }
  const int needed = container->as.list.padding < 2 ? 2 : container->as.list.padding;
  if (parser->indent < needed) return 0;
  cmark_parser_advance_offset(parser, line, needed, 1);
  return 1;
}

int CanContain(cmark_syntax_extension*, cmark_node* node, cmark_node_type child) {
  if (node->type == kDefinitionTerm) return CMARK_NODE_TYPE_INLINE_P(child);
  if (node->type == kDefinition) {
    return CMARK_NODE_TYPE_BLOCK_P(child) && child != CMARK_NODE_ITEM;
  }
  return node->type == kDefinitionList && (child == static_cast<cmark_node_type>(kDefinition) ||
                                           child == static_cast<cmark_node_type>(kDefinitionTerm));
}

int ContainsInlines(cmark_syntax_extension*, cmark_node* node) {
  return node->type == kDefinitionTerm;
}

// A definition that is one paragraph is written without <p>.
void SettleTightness(cmark_node* list) {
  for (cmark_node* node = list->first_child; node != nullptr; node = node->next) {
    if (node->type == kDefinition) node->as.list.tight = node->first_child == node->last_child;
  }
}

}  // namespace

void JoinDefinitionLists(cmark_node* list) {
  while (list->next != nullptr && list->next->type == kDefinitionList) {
    cmark_node* const next = list->next;
    MoveNodes(next->first_child, nullptr, list);
    RemoveNode(next);
  }
  SettleTightness(list);
}

cmark_syntax_extension* DefinitionListSyntax() {
  static cmark_syntax_extension syntax = [] {
    cmark_syntax_extension list = {};
    list.try_opening_block = Open;
    list.last_block_matches = Continues;
    list.can_contain_func = CanContain;
    list.contains_inlines_func = ContainsInlines;
    return list;
  }();
  return &syntax;
}

}  // namespace broadsheet
