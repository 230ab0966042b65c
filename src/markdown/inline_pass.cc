#include "markdown/inline_pass.h"

#include "markdown/abbreviation.h"
#include "markdown/autolink.h"
#include "markdown/heading_id.h"
#include "markdown/plain_text_writer.h"

namespace broadsheet {
namespace {

bool IsInline(const cmark_node* node) {
  return CMARK_NODE_TYPE_INLINE_P(static_cast<cmark_node_type>(node->type));
}

// A paragraph of one image that has a title.
bool IsFigure(const cmark_node* paragraph) {
  const cmark_node* image = paragraph->first_child;
  if (image == nullptr || image->type != CMARK_NODE_IMAGE || image->as.link.title.len == 0) {
    return false;
  }
  // Attributes leave an empty text behind.
  for (const cmark_node* rest = image->next; rest != nullptr; rest = rest->next) {
    if (rest->type != CMARK_NODE_TEXT || rest->as.literal.len > 0) return false;
  }
  return true;
}

void TakeHeading(cmark_node* node, ParseContext& context, IdRegistry& ids, bool is_first,
                 std::vector<Heading>& outline) {
  std::string text = InlineText(node);
  const bool is_title = is_first && node->as.heading.level == 1 && !context.options.title.empty() &&
                        text == context.options.title;
  if (is_title) {
    node->flags |= kHidden;
    return;
  }
  const Attributes* const attributes = FindAttributes(node);
  std::string id =
      ids.Take(attributes == nullptr || attributes->id.empty() ? HeadingSlug(text)
                                                               : std::string(attributes->id));
  AttributesOf(node)->id = context.arena.Copy(id);
  outline.push_back({node->as.heading.level, std::move(id), std::move(text)});
}

}  // namespace

std::vector<Heading> RunInlinePass(cmark_node* root, ParseContext& context) {
  std::vector<Heading> outline;
  if (context.gfm() && context.has_at_sign) LinkEmails(root, context);
  if (!context.abbreviations.empty()) MarkAbbreviations(root, context);
  IdRegistry ids;
  for (cmark_node* node = root; node != nullptr;) {
    if (node->type == CMARK_NODE_HEADING) {
      if (context.post()) TakeHeading(node, context, ids, node == root->first_child, outline);
      if (!context.post()) outline.push_back({node->as.heading.level, "", InlineText(node)});
    } else if (node->type == CMARK_NODE_PARAGRAPH && context.post() && IsFigure(node)) {
      node->type = kFigure;
    }
    const bool has_inlines = node->first_child != nullptr && IsInline(node->first_child);
    node = has_inlines ? NextOutside(node, root) : NextNode(node, root);
  }
  return outline;
}

}  // namespace broadsheet
