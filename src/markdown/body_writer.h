#pragma once

#include <string_view>

#include "markdown/document.h"
#include "markdown/html_sink.h"
#include "markdown/link_writer.h"
#include "markdown/raw_html.h"
#include "markdown/tree.h"

namespace broadsheet {

// Writes one tree as HTML, without recursion. Split over html_*.cc by what is written.
class BodyWriter {
 public:
  BodyWriter(const MarkdownOptions& options, HtmlSink& sink)
      : options_(options), sink_(sink), raw_(options, sink), links_(options, sink) {}

  void Write(const cmark_node* root);

 private:
  bool post() const { return options_.dialect == Dialect::kPost; }

  // Writes what comes before the node's children; false when they are not to be visited.
  bool Enter(const cmark_node* node);
  // Writes what comes behind them.
  void Leave(const cmark_node* node);

  bool EnterBlock(const cmark_node* node);
  void LeaveBlock(const cmark_node* node);
  bool EnterInline(const cmark_node* node);
  void LeaveInline(const cmark_node* node);

  void OpenBlock(std::string_view tag, const cmark_node* node, bool end_line);
  void CloseBlock(std::string_view tag);
  // An element that authors may give attributes to: `<tag class="…" …>`.
  void OpenTag(std::string_view tag, const cmark_node* node);
  void PutAttributes(const cmark_node* node);

  void EnterParagraph(const cmark_node* node);
  void LeaveParagraph(const cmark_node* node);
  void EnterList(const cmark_node* node);
  void EnterItem(const cmark_node* node);
  void EnterHeading(const cmark_node* node);
  void PutFigure(const cmark_node* node);
  void EnterAlert(const cmark_node* node);
  void PutRawBlock(const cmark_node* node);

  void EnterTable(const cmark_node* node);
  void LeaveTable(const cmark_node* node);
  void EnterRow(const cmark_node* node);
  void LeaveRow(const cmark_node* node);
  void OpenCell(const cmark_node* row, size_t column, const cmark_node* cell);

  void EnterFootnote(const cmark_node* node);
  void LeaveFootnote(const cmark_node* node);
  void PutFootnoteReference(const cmark_node* node);
  void PutBackReferences(const cmark_node* definition);

  void PutCodeBlock(const cmark_node* node);
  void PutCodeLines(const cmark_node* node, const struct CodeFence& fence);
  void PutMath(std::string_view tex, bool display);

  void EnterLink(const cmark_node* node);
  void PutImage(const cmark_node* node, bool with_title);
  void PutMediaLink(const cmark_node* image);
  void PutAlternativeText(const cmark_node* image);
  bool EnterWikilink(const cmark_node* node);

  const MarkdownOptions& options_;
  HtmlSink& sink_;
  RawHtml raw_;
  LinkWriter links_;
  // Elements of inlines that nest deeper are left out; their text stays.
  static constexpr int kDeepestInline = 200;
  int inline_depth_ = 0;
  int footnote_count_ = 0;
  bool back_references_put_ = false;
};

// Whether a paragraph stands in a tight list (CommonMark 0.31.2 §5.3), so that it gets no tags.
bool IsTight(const cmark_node* paragraph);

}  // namespace broadsheet
