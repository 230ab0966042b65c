// The entries of one extension, doing nothing: extension_sizes.mjs links them in place of its files.
#include <string>

#include "markdown/abbreviation.h"
#include "markdown/alert.h"
#include "markdown/attributes.h"
#include "markdown/autolink.h"
#include "markdown/body_writer.h"
#include "markdown/code_fence.h"
#include "markdown/definition_list.h"
#include "markdown/heading_id.h"
#include "markdown/inline_cursor.h"
#include "markdown/inline_rules.h"
#include "markdown/math.h"
#include "markdown/table.h"
#include "syntax_extension.h"

namespace broadsheet {

#if defined(TABLE) || defined(DEFINITION_LIST) || defined(MATH)
static cmark_syntax_extension nothing;
#endif

#if defined(EMOJI)
cmark_node* MatchEmoji(InlineCursor&) { return nullptr; }
#elif defined(MATH)
cmark_node* MatchMath(InlineCursor&) { return nullptr; }
cmark_syntax_extension* MathSyntax() { return &nothing; }
void ReadMathBlock(cmark_node*, Arena&) {}
#elif defined(WIKILINK)
cmark_node* MatchWikilink(InlineCursor&) { return nullptr; }
#elif defined(DELIMITERS)
cmark_node* MatchDelimiters(InlineCursor&, char, int) { return nullptr; }
cmark_node* MatchScript(InlineCursor&, char, uint16_t) { return nullptr; }
#elif defined(ABBREVIATION)
void MarkAbbreviations(cmark_node*, ParseContext&) {}
#elif defined(ALERT)
void ReadAlert(cmark_node*, Arena&) {}
#elif defined(ATTRIBUTES)
cmark_node* MatchAttributes(InlineCursor&) { return nullptr; }
size_t ParseAttributes(std::string_view, Arena&, Attributes&) { return 0; }
size_t FindTrailingAttributes(std::string_view) { return std::string_view::npos; }
#elif defined(CODE_FENCE)
CodeFence* ParseCodeFence(std::string_view, Arena&) { return nullptr; }
bool CodeFence::IsMarked(int) const { return false; }
void BodyWriter::PutCodeBlock(const cmark_node* node) { sink_.Escape(View(node->as.code.literal)); }
void BodyWriter::PutMath(std::string_view tex, bool) { sink_.Escape(tex); }
#elif defined(DEFINITION_LIST)
cmark_syntax_extension* DefinitionListSyntax() { return &nothing; }
void JoinDefinitionLists(cmark_node*) {}
#elif defined(FOOTNOTE)
void BodyWriter::EnterFootnote(const cmark_node*) {}
void BodyWriter::LeaveFootnote(const cmark_node*) {}
void BodyWriter::PutBackReferences(const cmark_node*) {}
void BodyWriter::PutFootnoteReference(const cmark_node*) {}
#elif defined(TABLE)
cmark_syntax_extension* TableSyntax() { return &nothing; }
void BodyWriter::EnterTable(const cmark_node*) {}
void BodyWriter::LeaveTable(const cmark_node*) {}
void BodyWriter::EnterRow(const cmark_node*) {}
void BodyWriter::LeaveRow(const cmark_node*) {}
void BodyWriter::OpenCell(const cmark_node*, size_t, const cmark_node*) {}
#elif defined(AUTOLINK)
cmark_node* MatchWww(InlineCursor&) { return nullptr; }
cmark_node* MatchUrl(InlineCursor&) { return nullptr; }
size_t TrimAddress(std::string_view address) { return address.size(); }
void LinkEmails(cmark_node*, ParseContext&) {}
#elif defined(HEADING_ID)
std::string HeadingSlug(std::string_view) { return {}; }
std::string SafeId(std::string_view id) { return std::string(id); }
std::string IdRegistry::Take(std::string_view wish) { return std::string(wish); }
#endif

}  // namespace broadsheet
