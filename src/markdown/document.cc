#include "markdown/document.h"

#include "markdown/arena.h"
#include "markdown/html.h"
#include "markdown/html_references.h"
#include "markdown/inline_pass.h"
#include "markdown/parse.h"
#include "markdown/plain_text_writer.h"
#include "markdown/url.h"

namespace broadsheet {

struct Document::State {
  State(size_t size_bytes, const MarkdownOptions& chosen)
      : arena(size_bytes * kArenaBytesPerByte), options(chosen) {}

  static constexpr size_t kArenaBytesPerByte = 8;

  Arena arena;
  MarkdownOptions options;
  cmark_node* root = nullptr;
  std::vector<Heading> outline;
  bool nesting_cut = false;
};

Document::Document(std::unique_ptr<State> state) : state_(std::move(state)) {}
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;
Document::~Document() = default;

Document Document::Parse(std::string_view markdown, const MarkdownOptions& options) {
  auto state = std::make_unique<State>(markdown.size(), options);
  state->options.title = state->arena.Copy(options.title);
  state->options.base_url = state->arena.Copy(options.base_url);
  const ArenaScope scope(state->arena);
  ParseContext context{state->arena, state->options};
  state->root = ParseTree(markdown, context);
  state->nesting_cut = context.nesting_cut;
  state->outline = RunInlinePass(state->root, context);
  return Document(std::move(state));
}

void Document::AppendHtml(std::string& out) const { WriteHtml(state_->root, state_->options, out); }

std::string Document::Html() const {
  std::string html;
  AppendHtml(html);
  return html;
}

std::vector<Heading> Document::Outline() const { return state_->outline; }

PlainText Document::Text() const { return WritePlainText(state_->root, state_->outline); }

std::string Document::FirstHeading() const {
  for (const cmark_node* node = state_->root->first_child; node != nullptr; node = node->next) {
    if (node->type == CMARK_NODE_PARAGRAPH || node->type == kFigure) return "";
    if (node->type == CMARK_NODE_HEADING && node->as.heading.level <= 2) return InlineText(node);
  }
  return "";
}

std::string Document::Excerpt() const { return ExcerptText(state_->root); }

std::vector<ReferenceUse> Document::RelativeReferences() const {
  using Kind = ReferenceUse::Kind;
  std::vector<ReferenceUse> uses;
  const cmark_node* const root = state_->root;
  for (const cmark_node* node = root; node != nullptr; node = NextNode(node, root)) {
    const bool is_html =
        node->type == CMARK_NODE_HTML_BLOCK || node->type == CMARK_NODE_HTML_INLINE;
    if (is_html && state_->options.html == HtmlMode::kSafe)
      AppendHtmlReferences(View(node->as.literal), node->start_line, uses);
    const bool is_link = node->type == CMARK_NODE_LINK || node->type == CMARK_NODE_IMAGE;
    if (!is_link && node->type != kWikilink) continue;
    const std::string_view url = View(node->as.link.url);
    const Kind kind = node->type == CMARK_NODE_LINK    ? Kind::kLink
                      : node->type == CMARK_NODE_IMAGE ? Kind::kImage
                                                       : Kind::kWikilink;
    const bool is_of_page = kind == Kind::kLink && url.size() > 1 && url[0] == '#';
    const bool counts = kind == Kind::kWikilink ? url != "[[]]" : is_of_page || IsSiteUrl(url);
    if (counts) uses.push_back({kind, std::string(url), node->start_line});
  }
  return uses;
}

std::vector<std::string> Document::HtmlIds() const {
  std::vector<std::string> ids;
  const cmark_node* const root = state_->root;
  for (const cmark_node* node = root; node != nullptr; node = NextNode(node, root)) {
    if (node->type == CMARK_NODE_HTML_BLOCK || node->type == CMARK_NODE_HTML_INLINE)
      AppendHtmlIds(View(node->as.literal), ids);
  }
  return ids;
}

std::vector<ForeignElement> Document::ForeignElements() const {
  std::vector<ForeignElement> elements;
  if (state_->options.html != HtmlMode::kSafe) return elements;
  const cmark_node* const root = state_->root;
  for (const cmark_node* node = root; node != nullptr; node = NextNode(node, root)) {
    if (node->type == CMARK_NODE_HTML_BLOCK || node->type == CMARK_NODE_HTML_INLINE)
      AppendForeignElements(View(node->as.literal), node->start_line, elements);
  }
  return elements;
}

Diagnostics Document::notes() const {
  if (!state_->nesting_cut) return {};
  return {{Severity::kNote, "", 0,
           "quotes and lists are nested more than 100 deep; what is deeper is shown as text"}};
}

}  // namespace broadsheet
