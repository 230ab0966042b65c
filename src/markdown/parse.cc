#include "markdown/parse.h"

#include <algorithm>

#include "markdown/block_pass.h"
#include "markdown/definition_list.h"
#include "markdown/inline_syntax.h"
#include "markdown/math.h"
#include "markdown/normalise.h"
#include "markdown/table.h"

namespace broadsheet {

namespace {

void Feed(cmark_parser* parser, std::string_view text, size_t piece_bytes) {
  if (piece_bytes == 0) {
    auto* const bytes = reinterpret_cast<unsigned char*>(const_cast<char*>(text.data()));
    return cmark_parser_feed_whole(parser, bytes, text.size());
  }
  for (; !text.empty(); text.remove_prefix(std::min(piece_bytes, text.size()))) {
    cmark_parser_feed(parser, text.data(), std::min(piece_bytes, text.size()));
  }
}

}  // namespace

cmark_node* ParseTree(std::string_view markdown, ParseContext& context, size_t piece_bytes) {
  int options = CMARK_OPT_DEFAULT;
  if (context.gfm()) options |= CMARK_OPT_FOOTNOTES;
  if (context.post() && context.options.smart_punctuation) options |= CMARK_OPT_SMART;
  cmark_parser* const parser = cmark_parser_new_with_mem(options, ArenaScope::memory());
  parser->inline_chars = InlineCharacters(context.options);
  parser->context = &context;
  if (context.gfm()) {
    parser->before_inlines = RunBlockPass;
    cmark_parser_attach_syntax_extension(parser, TableSyntax());
    cmark_parser_attach_syntax_extension(parser, InlineSyntax());
  }
  if (context.post()) {
    cmark_parser_attach_syntax_extension(parser, DefinitionListSyntax());
    cmark_parser_attach_syntax_extension(parser, MathSyntax());
  }
  const std::string_view text = context.text = NormaliseText(markdown, context.arena);
  context.has_at_sign = HasByte(text, '@');
  Feed(parser, text, piece_bytes);
  context.nesting_cut = parser->nesting_cut;
  return cmark_parser_finish(parser);
}

}  // namespace broadsheet
