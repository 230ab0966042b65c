#pragma once

#include <string_view>
#include <vector>

#include "markdown/document.h"
#include "markdown/html_sink.h"

namespace broadsheet {

// Writes the author's raw HTML after the rules of HtmlMode. In kSafe it keeps the whole well-formed:
// elements that the author opens inside one of ours are closed before ours is, and an end tag only
// counts where its start tag stands at the same level, so that nothing reaches out of its place.
class RawHtml {
 public:
  RawHtml(const MarkdownOptions& options, HtmlSink& sink) : options_(options), sink_(sink) {}

  // Must be called when one of our own elements begins, and before it ends.
  void EnterElement() { ++level_; }
  void LeaveElement() {
    if (!open_.empty()) CloseLevel();
    --level_;
  }

  // Must be called before a block of ours begins: none can stand between the cells of the author's table.
  void LeaveTable();

  // Ends all that is open, before what stands below the author's text.
  void CloseAll() {
    while (!open_.empty()) CloseLast();
  }

  // Links do not nest: between these the author's own are left out.
  void EnterLink() { ++link_level_; }
  void LeaveLink() { --link_level_; }
  bool IsInLink() const { return link_level_ > 0 || IsOpen("a"); }

  // Nor do headings.
  void EnterHeading() { in_heading_ = true; }
  void LeaveHeading() { in_heading_ = false; }

  void PutInline(std::string_view html);
  void PutBlock(std::string_view html);

 private:
  struct OpenElement {
    std::string_view name;  // of the allow-list
    int level;
  };

  void PutSafe(std::string_view html);
  void PutText(std::string_view text);
  void PutFiltered(std::string_view html);
  void PutStartTag(const struct AllowedElement& element, const struct HtmlTag& tag);
  bool PutMediaLink(std::string_view name, const struct HtmlTag& tag);
  bool MakeRoom(const struct AllowedElement& element);
  bool IsInTable() const;
  void PutEndTag(std::string_view name);
  void PutAttributes(std::string_view name, const struct HtmlTag& tag);
  void CloseLevel();
  void CloseLast();
  bool IsOpen(std::string_view name) const;

  const MarkdownOptions& options_;
  HtmlSink& sink_;
  int level_ = 0;
  int link_level_ = 0;
  bool in_heading_ = false;
  std::vector<OpenElement> open_;
};

}  // namespace broadsheet
