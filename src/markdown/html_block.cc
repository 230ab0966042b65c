#include "markdown/body_writer.h"
#include "markdown/heading_id.h"
#include "markdown/text_scan.h"

namespace broadsheet {

bool IsTight(const cmark_node* paragraph) {
  const cmark_node* const parent = paragraph->parent;
  if (parent == nullptr) return false;
  if (parent->type == kDefinition) return parent->as.list.tight;
  return parent->parent != nullptr && parent->parent->type == CMARK_NODE_LIST &&
         parent->parent->as.list.tight;
}

void BodyWriter::PutAttributes(const cmark_node* node) {
  const Attributes* const attributes = FindAttributes(node);
  if (attributes == nullptr) return;
  if (!attributes->id.empty()) sink_.Attribute("id", SafeId(attributes->id));
  if (!attributes->classes.empty()) sink_.Attribute("class", attributes->classes);
  for (const auto* pair = attributes->pairs; pair != nullptr; pair = pair->next) {
    sink_.Attribute(pair->key, pair->value);
  }
}

void BodyWriter::OpenTag(std::string_view tag, const cmark_node* node) {
  sink_.Put('<');
  sink_.Put(tag);
  if (node->user_data != nullptr) PutAttributes(node);
  sink_.Put('>');
}

void BodyWriter::OpenBlock(std::string_view tag, const cmark_node* node, bool end_line) {
  sink_.EndLine();
  OpenTag(tag, node);
  if (end_line) sink_.Put('\n');
}

void BodyWriter::CloseBlock(std::string_view tag) {
  sink_.Put("</");
  sink_.Put(tag);
  sink_.Put(">\n");
}

bool BodyWriter::EnterBlock(const cmark_node* node) {
  if ((node->flags & kHidden) != 0) return false;
  switch (node->type) {
    case CMARK_NODE_PARAGRAPH:
      EnterParagraph(node);
      return true;
    case CMARK_NODE_BLOCK_QUOTE:
      OpenBlock("blockquote", node, true);
      return true;
    case CMARK_NODE_LIST:
      EnterList(node);
      return true;
    case CMARK_NODE_ITEM:
      EnterItem(node);
      return true;
    case CMARK_NODE_HEADING:
      EnterHeading(node);
      return true;
    case CMARK_NODE_CODE_BLOCK:
      PutCodeBlock(node);
      return false;
    case CMARK_NODE_HTML_BLOCK:
      PutRawBlock(node);
      return false;
    case CMARK_NODE_THEMATIC_BREAK:
      sink_.EndLine();
      sink_.Put("<hr />\n");
      return false;
    case CMARK_NODE_FOOTNOTE_DEFINITION:
      EnterFootnote(node);
      return true;
    case kTable:
      EnterTable(node);
      return true;
    case kTableRow:
      EnterRow(node);
      return true;
    case kTableCell:
      OpenCell(node->parent, static_cast<size_t>(node->as.cell_index), node);
      return true;
    case kFigure:
      PutFigure(node);
      return false;
    case kAlert:
      EnterAlert(node);
      return true;
    case kAlertTitle:
      sink_.Put((node->parent->flags & kFoldable) != 0 ? "<summary class=\"alert-title\">"
                                                       : "<p class=\"alert-title\">");
      return true;
    case kDefinitionList:
      OpenBlock("dl", node, true);
      return true;
    case kDefinitionTerm:
      OpenBlock("dt", node, false);
      return true;
    case kDefinition:
      OpenBlock("dd", node, false);
      return true;
    default:
      return true;
  }
}

void BodyWriter::LeaveBlock(const cmark_node* node) {
  if ((node->flags & kHidden) != 0) return;
  switch (node->type) {
    case CMARK_NODE_DOCUMENT:
      sink_.EndLine();
      if (footnote_count_ > 0) sink_.Put("</ol>\n</section>\n");
      break;
    case CMARK_NODE_PARAGRAPH:
      LeaveParagraph(node);
      break;
    case CMARK_NODE_BLOCK_QUOTE:
      sink_.EndLine();
      CloseBlock("blockquote");
      break;
    case CMARK_NODE_LIST:
      CloseBlock(node->as.list.list_type == CMARK_BULLET_LIST ? "ul" : "ol");
      break;
    case CMARK_NODE_ITEM:
      CloseBlock("li");
      break;
    case CMARK_NODE_HEADING: {
      raw_.LeaveHeading();
      const char tag[] = {'h', static_cast<char>('0' + node->as.heading.level)};
      CloseBlock({tag, 2});
      break;
    }
    case CMARK_NODE_FOOTNOTE_DEFINITION:
      LeaveFootnote(node);
      break;
    case kTable:
      LeaveTable(node);
      break;
    case kTableRow:
      LeaveRow(node);
      break;
    case kTableCell:
      CloseBlock(node->parent->prev == nullptr ? "th" : "td");
      break;
    case kAlert:
      sink_.EndLine();
      CloseBlock((node->flags & kFoldable) != 0 ? "details" : "div");
      break;
    case kAlertTitle:
      CloseBlock((node->parent->flags & kFoldable) != 0 ? "summary" : "p");
      break;
    case kDefinitionList:
      CloseBlock("dl");
      break;
    case kDefinitionTerm:
      CloseBlock("dt");
      break;
    case kDefinition:
      CloseBlock("dd");
      break;
    default:
      break;
  }
}

void BodyWriter::EnterParagraph(const cmark_node* node) {
  if (!IsTight(node)) OpenBlock("p", node, false);
  const cmark_node* const item = node->parent;
  if (item == nullptr || (item->flags & kTask) == 0 || node->prev != nullptr) return;
  if (post()) sink_.Put("<label>");
  sink_.Put((item->flags & kTaskDone) != 0 ? "<input checked=\"\" disabled=\"\" type=\"checkbox\"> "
                                           : "<input disabled=\"\" type=\"checkbox\"> ");
}

void BodyWriter::LeaveParagraph(const cmark_node* node) {
  const cmark_node* const parent = node->parent;
  if (parent != nullptr && node->prev == nullptr && post() && (parent->flags & kTask) != 0) {
    sink_.Put("</label>");
  }
  if (IsTight(node)) return;
  if (parent != nullptr && parent->type == CMARK_NODE_FOOTNOTE_DEFINITION &&
      node->next == nullptr) {
    sink_.Put(' ');
    PutBackReferences(parent);
  }
  sink_.Put("</p>\n");
}

void BodyWriter::EnterList(const cmark_node* node) {
  const bool bullets = node->as.list.list_type == CMARK_BULLET_LIST;
  sink_.EndLine();
  sink_.Put(bullets ? "<ul" : "<ol");
  if (!bullets && node->as.list.start != 1) {
    sink_.Put(" start=\"");
    sink_.PutNumber(node->as.list.start);
    sink_.Put('"');
  }
  if (node->user_data != nullptr) PutAttributes(node);
  sink_.Put(">\n");
}

void BodyWriter::EnterItem(const cmark_node* node) {
  sink_.EndLine();
  sink_.Put(post() && (node->flags & kTask) != 0 ? "<li class=\"task\">" : "<li>");
}

void BodyWriter::EnterHeading(const cmark_node* node) {
  const char tag[] = {'h', static_cast<char>('0' + node->as.heading.level)};
  OpenBlock({tag, 2}, node, false);
  raw_.EnterHeading();
}

void BodyWriter::PutFigure(const cmark_node* node) {
  const cmark_node* const image = node->first_child;
  OpenBlock("figure", node, true);
  PutImage(image, false);
  sink_.Put("\n<figcaption>");
  sink_.Escape(View(image->as.link.title));
  sink_.Put("</figcaption>\n</figure>\n");
}

void BodyWriter::EnterAlert(const cmark_node* node) {
  const bool foldable = (node->flags & kFoldable) != 0;
  sink_.EndLine();
  sink_.Put(foldable ? "<details class=\"alert " : "<div class=\"alert ");
  sink_.Put(View(node->as.literal));
  sink_.Put(foldable ? "\"" : "\" role=\"note\"");
  if (foldable && (node->flags & kFolded) == 0) sink_.Put(" open=\"\"");
  sink_.Put(">\n");
}

void BodyWriter::PutRawBlock(const cmark_node* node) {
  sink_.EndLine();
  raw_.PutBlock(View(node->as.literal));
  sink_.EndLine();
}

}  // namespace broadsheet
