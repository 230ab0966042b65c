#include "markdown/inline_syntax.h"

#include <array>

#include "markdown/inline_cursor.h"
#include "markdown/inline_rules.h"
#include "syntax_extension.h"

namespace broadsheet {
namespace {

using CharacterTable = std::array<unsigned char, CMARK_CHAR_LOW_BITS + 16>;

constexpr void Set(CharacterTable& table, std::string_view characters, int kind) {
  for (const char c : characters) {
    auto& entry = table[static_cast<unsigned char>(c)];
    entry = static_cast<unsigned char>(entry | kind);
    if ((kind & CMARK_CHAR_SPECIAL) == 0) continue;
    auto& high_bits = table[CMARK_CHAR_LOW_BITS + (c & 15)];
    high_bits = static_cast<unsigned char>(high_bits | 1 << (c >> 4));
  }
}

constexpr CharacterTable MakeTable(Dialect dialect, bool smart) {
  constexpr int kOffered = CMARK_CHAR_SPECIAL | CMARK_CHAR_EXTENSION;
  CharacterTable table = {};
  Set(table, "\r\n\\`&_*[]<!", CMARK_CHAR_SPECIAL);
  if (smart) Set(table, "\"'.-", CMARK_CHAR_SPECIAL);
  if (dialect == Dialect::kCommonMark) return table;
  Set(table, "~", kOffered | CMARK_CHAR_SKIP);
  Set(table, ":", kOffered | CMARK_CHAR_IF_FOLLOWED);
  Set(table, "/", CMARK_CHAR_FOLLOWER);
  Set(table, "w", kOffered | CMARK_CHAR_IF_DOUBLED);
  if (dialect == Dialect::kGfm) return table;
  Set(table, "$^{", kOffered);
  Set(table, "=", kOffered | CMARK_CHAR_IF_DOUBLED);
  Set(table, "[", CMARK_CHAR_EXTENSION);
  Set(table, "abcdefghijklmnopqrstuvwxyz0123456789+-", CMARK_CHAR_FOLLOWER);
  return table;
}

constexpr CharacterTable kCommonMarkTable = MakeTable(Dialect::kCommonMark, false);
constexpr CharacterTable kGfmTable = MakeTable(Dialect::kGfm, false);
constexpr CharacterTable kPostTable = MakeTable(Dialect::kPost, false);
constexpr CharacterTable kSmartPostTable = MakeTable(Dialect::kPost, true);

cmark_node* Match(cmark_syntax_extension*, cmark_parser* parser, cmark_node* parent,
                  unsigned char character, cmark_inline_parser* inlines) {
  InlineCursor cursor{ContextOf(parser), inlines, parser, parent};
  const bool post = cursor.context.post();
  switch (character) {
    case 'w':
      return MatchWww(cursor);
    case ':': {
      cmark_node* const link = MatchUrl(cursor);
      return link == nullptr && post ? MatchEmoji(cursor) : link;
    }
    case '~': {
      cmark_node* const subscript = post ? MatchScript(cursor, '~', kSubscript) : nullptr;
      return subscript == nullptr ? MatchDelimiters(cursor, '~', post ? 2 : 1) : subscript;
    }
    case '=':
      return MatchDelimiters(cursor, '=', 2);
    case '^':
      return MatchScript(cursor, '^', kSuperscript);
    case '$':
      return MatchMath(cursor);
    case '{':
      return MatchAttributes(cursor);
    case '[':
      return MatchWikilink(cursor);
    default:
      return nullptr;
  }
}

// Turns what stands between two equal runs of `~` or `=` into a node.
delimiter* JoinDelimiters(cmark_syntax_extension*, cmark_parser*, cmark_inline_parser* inlines,
                          delimiter* opener, delimiter* closer) {
  delimiter* const next = closer->next;
  cmark_node* const node = opener->inl_text;
  cmark_node* const end = closer->inl_text;
  if (node->as.literal.len == end->as.literal.len) {
    node->type = opener->delim_char == '=' ? kMark : kStrikethrough;
    MoveNodes(node->next, end, node);
    RemoveNode(end);
  }
  for (delimiter* between = closer; between != opener;) {
    delimiter* const previous = between->previous;
    cmark_inline_parser_remove_delimiter(inlines, between);
    between = previous;
  }
  cmark_inline_parser_remove_delimiter(inlines, opener);
  return next;
}

// Only the characters of delimiter runs need to be listed here.
cmark_llist equals_delimiter = {nullptr, reinterpret_cast<void*>('=')};
cmark_llist delimiters = {&equals_delimiter, reinterpret_cast<void*>('~')};

}  // namespace

const unsigned char* InlineCharacters(const MarkdownOptions& options) {
  switch (options.dialect) {
    case Dialect::kCommonMark:
      return kCommonMarkTable.data();
    case Dialect::kGfm:
      return kGfmTable.data();
    case Dialect::kPost:
      break;
  }
  return (options.smart_punctuation ? kSmartPostTable : kPostTable).data();
}

cmark_syntax_extension* InlineSyntax() {
  static cmark_syntax_extension syntax = [] {
    cmark_syntax_extension inlines = {};
    inlines.match_inline = Match;
    inlines.insert_inline_from_delim = JoinDelimiters;
    inlines.special_inline_chars = &delimiters;
    return inlines;
  }();
  return &syntax;
}

}  // namespace broadsheet
