#include "markdown/plain_text_writer.h"

#include <algorithm>

#include "markdown/block_pass.h"
#include "markdown/html_tag.h"
#include "markdown/text_scan.h"

namespace broadsheet {
namespace {

bool IsBlock(const cmark_node* node) {
  return CMARK_NODE_TYPE_BLOCK_P(static_cast<cmark_node_type>(node->type));
}

// Whether the tag parts words, told by a letter, which costs little: a break (`<br`, as `<tr`), or the end of a paragraph,
// item, cell and the like. Those that may stand within a word, as `<b>`, have other letters.
bool PartsWords(std::string_view tag) {
  return tag.find_first_of(StartsWith(tag, "</") ? "pltdh" : "r") == 2;
}

class PlainTextWriter {
 public:
  explicit PlainTextWriter(const std::vector<Heading>* outline) : outline_(outline) {}

  void Write(const cmark_node* root, const cmark_node* end) {
    const cmark_node* node = root;
    while (node != nullptr && node != end) {
      const bool descends = Enter(node) && node->first_child != nullptr;
      if (descends) {
        node = node->first_child;
        continue;
      }
      Leave(node);
      while (node != root && node->next == nullptr) Leave(node = node->parent);
      node = node == root ? nullptr : node->next;
    }
  }

  PlainText Take() {
    if (outline_ != nullptr) CloseSection();
    return std::move(plain_);
  }

 private:
  std::string& text() { return plain_.text; }
  uint32_t position() const { return static_cast<uint32_t>(plain_.text.size()); }

  void EndLine() {
    if (!text().empty() && text().back() != '\n') text().push_back('\n');
  }

  void PutCode(std::string_view code) {
    const uint32_t begin = position();
    text() += code;
    plain_.code.push_back({begin, position()});
  }

  // Raw HTML in one line, without its tags and comments, and with its references resolved.
  bool PutHtml(const cmark_node* node) {
    std::string_view html = View(node->as.literal);
    const size_t begin = text().size();
    for (;;) {
      const size_t tag = html.find('<');
      text() += ResolveReferences(html.substr(0, tag));
      std::replace(text().begin() + begin, text().end(), '\n', ' ');
      if (tag == html.npos) return false;
      html.remove_prefix(tag);
      if (PartsWords(html)) text().push_back(' ');
      const size_t end = html.find('>', StartsWith(html, "<!--") ? html.find("-->") : 0);
      if (end == html.npos) return false;
      html.remove_prefix(end + 1);
    }
  }

  void CloseSection() {
    if (plain_.sections.empty()) plain_.sections.emplace_back();
    plain_.sections.back().range.end = position();
  }

  // The heading's own line comes before the section's range.
  void OpenSection(const cmark_node* heading) {
    EndLine();
    CloseSection();
    if ((heading->flags & kHidden) != 0) return;
    const Heading& entry = (*outline_)[next_heading_++];
    text() += entry.text;
    text().push_back('\n');
    plain_.sections.push_back({entry.level, entry.id, entry.text, {position(), position()}});
  }

  bool Enter(const cmark_node* node) {
    if (IsBlock(node)) return EnterBlock(node);
    switch (node->type) {
      case CMARK_NODE_TEXT:
        text() += View(node->as.literal);
        return false;
      case CMARK_NODE_CODE:
        PutCode(View(node->as.literal));
        return false;
      case kMath:
        text() += View(node->as.literal);
        return false;
      case CMARK_NODE_SOFTBREAK:
      case CMARK_NODE_LINEBREAK:
        text().push_back(' ');
        return false;
      case CMARK_NODE_HTML_INLINE:
        return PutHtml(node);
      case CMARK_NODE_FOOTNOTE_REFERENCE:
        return false;
      case kWikilink:
        PutWikilink(node);
        return true;
      default:
        return true;
    }
  }

  bool EnterBlock(const cmark_node* node) {
    switch (node->type) {
      case CMARK_NODE_HEADING:
        if (outline_ == nullptr) return true;
        OpenSection(node);
        return false;
      case CMARK_NODE_CODE_BLOCK:
        EndLine();
        PutCode(View(node->as.code.literal));
        return false;
      case CMARK_NODE_HTML_BLOCK:
        EndLine();
        return PutHtml(node);
      case kTableCell:
        if (node->prev != nullptr) text().push_back('\t');
        return true;
      default:
        return (node->flags & kHidden) == 0;
    }
  }

  void Leave(const cmark_node* node) {
    if (!IsBlock(node) || node->type == kTableCell) return;
    EndLine();
    if (node->type == kFigure) {
      text() += View(node->first_child->as.link.title);
      EndLine();
    }
  }

  void PutWikilink(const cmark_node* node) {
    if (node->first_child != nullptr) return;
    const std::string_view key = View(node->as.link.url);
    text() += key.substr(2, key.size() - 4);
    if (node->as.link.title.len > 0) text() += " › ";
    text() += View(node->as.link.title);
  }

  const std::vector<Heading>* outline_;
  size_t next_heading_ = 0;
  PlainText plain_;
};

std::string TextOf(const cmark_node* root, const cmark_node* end) {
  PlainTextWriter writer(nullptr);
  writer.Write(root, end);
  return std::string(Trim(writer.Take().text));
}

}  // namespace

std::string InlineText(const cmark_node* block) {
  const cmark_node* const only = block->first_child;
  if (only != nullptr && only->next == nullptr && only->type == CMARK_NODE_TEXT) {
    return std::string(Trim(View(only->as.literal)));
  }
  PlainTextWriter writer(nullptr);
  for (const cmark_node* node = only; node != nullptr; node = node->next) {
    writer.Write(node, nullptr);
  }
  std::string text = writer.Take().text;
  std::replace(text.begin(), text.end(), '\n', ' ');
  return std::string(Trim(text));
}

PlainText WritePlainText(const cmark_node* root, const std::vector<Heading>& outline) {
  PlainTextWriter writer(&outline);
  writer.Write(root, nullptr);
  return writer.Take();
}

// Whether a paragraph says nothing but what its pictures show.
bool IsOfPictures(const cmark_node* paragraph) {
  for (const cmark_node* node = paragraph->first_child; node != nullptr; node = node->next) {
    const bool is_break = node->type == CMARK_NODE_SOFTBREAK || node->type == CMARK_NODE_LINEBREAK;
    const bool is_link = node->type == CMARK_NODE_LINK;
    if (node->type != CMARK_NODE_IMAGE && !is_break && !(is_link && IsOfPictures(node)))
      return false;
  }
  return true;
}

// `<!-- more -->` among the words of a paragraph.
const cmark_node* InlineExcerptEnd(const cmark_node* paragraph) {
  for (const cmark_node* node = paragraph->first_child; node != nullptr; node = node->next) {
    if (node->type == CMARK_NODE_HTML_INLINE && IsExcerptEnd(View(node->as.literal))) return node;
  }
  return nullptr;
}

std::string ExcerptText(const cmark_node* root) {
  const cmark_node* first = nullptr;
  for (const cmark_node* node = root->first_child; node != nullptr; node = node->next) {
    if (node->type == kExcerptEnd) return TextOf(root, node);
    if (node->type != CMARK_NODE_PARAGRAPH) continue;
    if (const cmark_node* const end = InlineExcerptEnd(node)) return TextOf(root, end);
    if (first == nullptr && !IsOfPictures(node)) first = node;
  }
  return first == nullptr ? std::string() : TextOf(first, nullptr);
}

}  // namespace broadsheet
