#include "markdown/html.h"

#include "markdown/body_writer.h"

namespace broadsheet {
namespace {

// Raw HTML is no element of ours: what it opens stays open behind it.
bool IsRawHtml(const cmark_node* node) {
  return node->type == CMARK_NODE_HTML_INLINE || node->type == CMARK_NODE_HTML_BLOCK;
}

}  // namespace

void BodyWriter::Write(const cmark_node* root) {
  const cmark_node* node = root;
  while (true) {
    if (Enter(node) && node->first_child != nullptr) {
      node = node->first_child;
      continue;
    }
    while (true) {
      Leave(node);
      if (node == root) return;
      if (node->next != nullptr) break;
      node = node->parent;
    }
    node = node->next;
  }
}

bool BodyWriter::Enter(const cmark_node* node) {
  if (node->type == CMARK_NODE_TEXT) {
    sink_.Escape(View(node->as.literal));
    return false;
  }
  const bool is_block = CMARK_NODE_TYPE_BLOCK_P(static_cast<cmark_node_type>(node->type));
  if (!IsRawHtml(node)) {
    if (is_block) raw_.LeaveTable();
    raw_.EnterElement();
  }
  return is_block ? EnterBlock(node) : EnterInline(node);
}

void BodyWriter::Leave(const cmark_node* node) {
  if (node->type == CMARK_NODE_TEXT) return;
  if (!IsRawHtml(node)) raw_.LeaveElement();
  if (CMARK_NODE_TYPE_BLOCK_P(static_cast<cmark_node_type>(node->type))) {
    LeaveBlock(node);
  } else {
    LeaveInline(node);
  }
}

bool BodyWriter::EnterInline(const cmark_node* node) {
  if (++inline_depth_ > kDeepestInline && node->first_child != nullptr) return true;
  switch (node->type) {
    case CMARK_NODE_SOFTBREAK:
      sink_.Put('\n');
      return false;
    case CMARK_NODE_LINEBREAK:
      sink_.Put("<br />\n");
      return false;
    case CMARK_NODE_CODE:
      OpenTag("code", node);
      sink_.Escape(View(node->as.literal));
      sink_.Put("</code>");
      return false;
    case CMARK_NODE_HTML_INLINE:
      raw_.PutInline(View(node->as.literal));
      return false;
    case CMARK_NODE_EMPH:
      sink_.Put("<em>");
      return true;
    case CMARK_NODE_STRONG:
      sink_.Put("<strong>");
      return true;
    case CMARK_NODE_LINK:
      EnterLink(node);
      return true;
    case CMARK_NODE_IMAGE:
      PutImage(node, true);
      return false;
    case CMARK_NODE_FOOTNOTE_REFERENCE:
      PutFootnoteReference(node);
      return false;
    case kStrikethrough:
      sink_.Put("<del>");
      return true;
    case kMark:
      sink_.Put("<mark>");
      return true;
    case kSubscript:
      sink_.Put("<sub>");
      return true;
    case kSuperscript:
      sink_.Put("<sup>");
      return true;
    case kAbbreviation:
      sink_.Put("<abbr");
      sink_.Attribute("title", View(node->as.link.title));
      sink_.Put('>');
      return true;
    case kMath:
      PutMath(View(node->as.literal), (node->flags & kDisplayMath) != 0);
      return false;
    case kWikilink:
      return EnterWikilink(node);
    default:
      return true;
  }
}

void BodyWriter::LeaveInline(const cmark_node* node) {
  if (inline_depth_-- > kDeepestInline && node->first_child != nullptr) return;
  switch (node->type) {
    case CMARK_NODE_EMPH:
      sink_.Put("</em>");
      break;
    case CMARK_NODE_STRONG:
      sink_.Put("</strong>");
      break;
    case CMARK_NODE_LINK:
      raw_.LeaveLink();
      sink_.Put("</a>");
      break;
    case kStrikethrough:
      sink_.Put("</del>");
      break;
    case kMark:
      sink_.Put("</mark>");
      break;
    case kSubscript:
      sink_.Put("</sub>");
      break;
    case kSuperscript:
      sink_.Put("</sup>");
      break;
    case kAbbreviation:
      sink_.Put("</abbr>");
      break;
    default:
      break;
  }
}

void WriteHtml(const cmark_node* root, const MarkdownOptions& options, std::string& out) {
  constexpr size_t kFirstBytes = 16 * 1024;
  HtmlSink sink(kFirstBytes);
  BodyWriter(options, sink).Write(root);
  out.append(sink.view());
}

}  // namespace broadsheet
