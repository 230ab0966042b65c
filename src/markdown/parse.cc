#include "markdown/parse.h"

#include "markdown/block_pass.h"
#include "markdown/definition_list.h"
#include "markdown/inline_syntax.h"
#include "markdown/normalise.h"
#include "markdown/table.h"

namespace broadsheet {

cmark_node* ParseTree(std::string_view markdown, ParseContext& context) {
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
  if (context.post()) cmark_parser_attach_syntax_extension(parser, DefinitionListSyntax());
  const std::string_view text = NormaliseText(markdown, context.arena);
  context.has_at_sign = HasByte(text, '@');
  cmark_parser_feed_whole(parser, reinterpret_cast<unsigned char*>(const_cast<char*>(text.data())),
                          text.size());
  if (parser->nesting_cut) {
    context.notes.push_back(
        {Severity::kNote, "", 0,
         "quotes and lists are nested more than 100 deep; what is deeper is shown "
         "as text"});
  }
  return cmark_parser_finish(parser);
}

}  // namespace broadsheet
