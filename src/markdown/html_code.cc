#include "markdown/body_writer.h"
#include "markdown/code_fence.h"
#include "markdown/text_scan.h"

namespace broadsheet {
namespace {

std::string_view FirstWord(std::string_view text) {
  size_t size = 0;
  while (size < text.size() && !IsSpace(text[size])) ++size;
  return text.substr(0, size);
}

std::string_view WithoutLineEnd(std::string_view text) {
  if (!text.empty() && text.back() == '\n') text.remove_suffix(1);
  return text;
}

}  // namespace

void BodyWriter::PutMath(std::string_view tex, bool display) {
  sink_.Put(display ? "<math class=\"tex\" display=\"block\"><mtext>"
                    : "<math class=\"tex\"><mtext>");
  sink_.Escape(tex);
  sink_.Put("</mtext></math>");
}

void BodyWriter::PutCodeBlock(const cmark_node* node) {
  const std::string_view info = View(node->as.code.info);
  const std::string_view code = View(node->as.code.literal);
  sink_.EndLine();
  if (!post()) {
    sink_.Put("<pre><code");
    if (!info.empty()) {
      sink_.Put(" class=\"language-");
      sink_.Escape(FirstWord(info));
      sink_.Put('"');
    }
    sink_.Put('>');
    sink_.Escape(code);
    sink_.Put("</code></pre>\n");
    return;
  }
  const auto& fence = FenceOf(node);
  if (node->as.code.fence_char == '$' || fence.language == "math") {
    sink_.Put("<p>");
    PutMath(Trim(code), true);
    sink_.Put("</p>\n");
  } else if (fence.language == "mermaid") {
    sink_.Put("<pre class=\"mermaid\">");
    sink_.Escape(WithoutLineEnd(code));
    sink_.Put("</pre>\n");
  } else {
    PutCodeLines(node, fence);
  }
}

void BodyWriter::PutCodeLines(const cmark_node* node, const CodeFence& fence) {
  if (!fence.title.empty()) {
    sink_.Put("<figure class=\"code\">\n<figcaption>");
    sink_.Escape(fence.title);
    sink_.Put("</figcaption>\n");
  }
  sink_.Put("<pre tabindex=\"0\"");
  PutAttributes(node);
  sink_.Put("><code");
  if (!fence.language.empty()) {
    sink_.Put(" class=\"language-");
    sink_.Escape(fence.language);
    sink_.Put('"');
  }
  sink_.Put('>');
  std::string_view code = View(node->as.code.literal);
  if (!fence.HasLines()) sink_.Escape(code);
  for (int line = 1; fence.HasLines() && !code.empty(); ++line) {
    const size_t size = std::min(code.find('\n'), code.size() - 1) + 1;
    const char first = code.front();
    sink_.Put("<span class=\"line");
    if (fence.IsMarked(line)) sink_.Put(" marked");
    if (fence.diff && first == '+') sink_.Put(" added");
    if (fence.diff && first == '-') sink_.Put(" removed");
    sink_.Put('"');
    if (fence.numbered) {
      sink_.Put(" data-line=\"");
      sink_.PutNumber(fence.first_line + line - 1);
      sink_.Put('"');
    }
    sink_.Put('>');
    sink_.Escape(code.substr(0, size));
    sink_.Put("</span>");
    code.remove_prefix(size);
  }
  sink_.Put("</code></pre>\n");
  if (!fence.title.empty()) sink_.Put("</figure>\n");
}

}  // namespace broadsheet
