#include "markdown/body_writer.h"

namespace broadsheet {

void BodyWriter::EnterFootnote(const cmark_node* node) {
  if (footnote_count_++ == 0) {
    raw_.CloseAll();
    sink_.EndLine();
    sink_.Put("<section class=\"footnotes\" data-footnotes>\n<ol>\n");
  }
  back_references_put_ = false;
  sink_.Put("<li id=\"fn-");
  sink_.EscapeUrl(View(node->as.literal));
  sink_.Put("\">\n");
}

void BodyWriter::LeaveFootnote(const cmark_node* node) {
  if (!back_references_put_) {
    PutBackReferences(node);
    sink_.Put('\n');
  }
  sink_.Put("</li>\n");
}

void BodyWriter::PutFootnoteReference(const cmark_node* node) {
  const std::string_view label = View(node->parent_footnote_def->as.literal);
  sink_.Put("<sup class=\"footnote-ref\"><a href=\"#fn-");
  sink_.EscapeUrl(label);
  sink_.Put("\" id=\"fnref-");
  sink_.EscapeUrl(label);
  if (node->footnote.ref_ix > 1) {
    sink_.Put('-');
    sink_.PutNumber(node->footnote.ref_ix);
  }
  sink_.Put("\" data-footnote-ref>");
  sink_.Escape(View(node->as.literal));
  sink_.Put("</a></sup>");
}

void BodyWriter::PutBackReferences(const cmark_node* definition) {
  back_references_put_ = true;
  for (int i = 1; i <= definition->footnote.def_count; ++i) {
    if (i > 1) sink_.Put(' ');
    sink_.Put("<a href=\"#fnref-");
    sink_.EscapeUrl(View(definition->as.literal));
    if (i > 1) {
      sink_.Put('-');
      sink_.PutNumber(i);
    }
    sink_.Put("\" class=\"footnote-backref\" data-footnote-backref data-footnote-backref-idx=\"");
    sink_.PutNumber(footnote_count_);
    if (i > 1) {
      sink_.Put('-');
      sink_.PutNumber(i);
    }
    sink_.Put("\" aria-label=\"Back to reference ");
    sink_.PutNumber(footnote_count_);
    if (i > 1) {
      sink_.Put('-');
      sink_.PutNumber(i);
    }
    sink_.Put("\">↩");
    if (i > 1) {
      sink_.Put("<sup class=\"footnote-ref\">");
      sink_.PutNumber(i);
      sink_.Put("</sup>");
    }
    sink_.Put("</a>");
  }
}

}  // namespace broadsheet
