#include "markdown/table.h"

#include <new>

#include "markdown/parse.h"
#include "markdown/text_scan.h"
#include "syntax_extension.h"

namespace broadsheet {
namespace {

// So many cells may be left out of a document's rows; what comes after is no table. Keeps the output
// linear in the input.
constexpr size_t kMaxFilledCells = 50000;

// Splits a row without its line end into trimmed cells; false when it has none.
bool SplitRow(std::string_view row, std::vector<std::string_view>& cells) {
  cells.clear();
  row = Trim(row);
  if (!row.empty() && row.front() == '|') row.remove_prefix(1);
  size_t begin = 0;
  for (size_t i = 0; i < row.size(); ++i) {
    if (row[i] == '\\' && i + 1 < row.size() && IsPunctuation(row[i + 1])) {
      ++i;
    } else if (row[i] == '|') {
      cells.push_back(Trim(row.substr(begin, i - begin)));
      begin = i + 1;
    }
  }
  const std::string_view last = Trim(row.substr(begin));
  if (!last.empty()) cells.push_back(last);
  return !cells.empty();
}

// A cell of a delimiter row: hyphens with an optional colon at either end.
bool ParseAlignment(std::string_view cell, Alignment& alignment) {
  const bool left = !cell.empty() && cell.front() == ':';
  if (left) cell.remove_prefix(1);
  const bool right = !cell.empty() && cell.back() == ':';
  if (right) cell.remove_suffix(1);
  alignment = left && right ? Alignment::kCenter
              : left        ? Alignment::kLeft
              : right       ? Alignment::kRight
                            : Alignment::kNone;
  return !cell.empty() && cell.find_first_not_of('-') == std::string_view::npos;
}

bool IsDelimiterRow(const std::vector<std::string_view>& cells) {
  for (const std::string_view cell : cells) {
    Alignment ignored;
    if (!ParseAlignment(cell, ignored)) return false;
  }
  return true;
}

void SetCellText(cmark_node* cell, std::string_view text) {
  cmark_strbuf* const content = &cell->content;
  if (text.find("\\|") == std::string_view::npos) {
    cmark_strbuf_put(content, reinterpret_cast<const unsigned char*>(text.data()),
                     static_cast<bufsize_t>(text.size()));
    return;
  }
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size() && text[i + 1] == '|') ++i;
    cmark_strbuf_putc(content, text[i]);
  }
}

cmark_node* AddRow(cmark_parser* parser, cmark_node* table,
                   const std::vector<std::string_view>& cells) {
  const size_t columns = static_cast<size_t>(TableOf(table).column_count);
  cmark_node* const row = cmark_parser_add_child(
      parser, table, static_cast<cmark_node_type>(kTableRow), table->start_column);
  row->extension = TableSyntax();
  for (size_t i = 0; i < cells.size() && i < columns; ++i) {
    cmark_node* const cell = NewNode(kTableCell);
    cell->extension = TableSyntax();
    cell->start_line = row->start_line;
    cell->as.cell_index = static_cast<int>(i);
    SetCellText(cell, cells[i]);
    AppendNode(row, cell);
  }
  if (cells.size() < columns) ContextOf(parser).filled_cells += columns - cells.size();
  return row;
}

void FinishLine(cmark_parser* parser, unsigned char* input, int size) {
  cmark_parser_advance_offset(parser, reinterpret_cast<char*>(input), size - 1 - parser->offset, 0);
}

// The paragraph's last line is the head; the lines before it stay a paragraph of their own.
cmark_node* OpenTable(cmark_parser* parser, cmark_node* paragraph, unsigned char* input, int size) {
  ParseContext& context = ContextOf(parser);
  const std::string_view line(reinterpret_cast<char*>(input), static_cast<size_t>(size));
  const std::string_view delimiters =
      Trim(line.substr(static_cast<size_t>(parser->first_nonspace)));
  const char first = delimiters.empty() ? '\0' : delimiters.front();
  if (first != '|' && first != '-' && first != ':') return nullptr;
  if (delimiters.find_first_not_of("|-: \t\v\f") != std::string_view::npos) return nullptr;
  std::vector<std::string_view>& cells = context.cells;
  if (!SplitRow(delimiters, cells) || !IsDelimiterRow(cells)) return nullptr;

  auto* const info = new (ArenaScope::memory()->calloc(1, sizeof(TableInfo))) TableInfo();
  info->column_count = static_cast<int>(cells.size());
  info->alignments = static_cast<Alignment*>(context.arena.Allocate(cells.size()));
  for (size_t i = 0; i < cells.size(); ++i) ParseAlignment(cells[i], info->alignments[i]);

  const std::string_view content = TrimRight(Content(*paragraph));
  const size_t line_start = content.rfind('\n') + 1;
  if (!SplitRow(content.substr(line_start), cells)) return nullptr;
  if (cells.size() != static_cast<size_t>(info->column_count)) return nullptr;

  if (line_start > 0) {
    cmark_node* const before = NewNode(CMARK_NODE_PARAGRAPH);
    before->content = paragraph->content;
    before->content.size = static_cast<bufsize_t>(line_start);
    before->start_line = paragraph->start_line;
    before->end_line = parser->line_number - 2;
    if (cmark_parser_take_definitions(parser, before)) InsertBefore(paragraph, before);
  }
  cmark_strbuf_init(ArenaScope::memory(), &paragraph->content, 0);
  paragraph->type = kTable;
  paragraph->extension = TableSyntax();
  paragraph->as.opaque = info;
  paragraph->start_line = parser->line_number - 1;
  AddRow(parser, paragraph, cells)->start_line = paragraph->start_line;
  FinishLine(parser, input, size);
  return paragraph;
}

cmark_node* OpenRow(cmark_parser* parser, cmark_node* table, unsigned char* input, int size) {
  ParseContext& context = ContextOf(parser);
  if (parser->blank || context.filled_cells > kMaxFilledCells) return nullptr;
  const std::string_view line(reinterpret_cast<char*>(input), static_cast<size_t>(size));
  if (!SplitRow(line.substr(static_cast<size_t>(parser->first_nonspace)), context.cells)) {
    return nullptr;
  }
  cmark_node* const row = AddRow(parser, table, context.cells);
  FinishLine(parser, input, size);
  return row;
}

cmark_node* Open(cmark_syntax_extension*, int indented, cmark_parser* parser, cmark_node* parent,
                 unsigned char* input, int size) {
  if (indented) return nullptr;
  if (parent->type == CMARK_NODE_PARAGRAPH) return OpenTable(parser, parent, input, size);
  if (parent->type == kTable) return OpenRow(parser, parent, input, size);
  return nullptr;
}

// A table goes on while lines hold at least one cell.
int Continues(cmark_syntax_extension*, cmark_parser* parser, unsigned char* input, int size,
              cmark_node* container) {
  if (container->type != kTable || parser->blank) return 0;
  const std::string_view line(reinterpret_cast<char*>(input), static_cast<size_t>(size));
  return Trim(line.substr(static_cast<size_t>(parser->first_nonspace))) != "|";
}

int CanContain(cmark_syntax_extension*, cmark_node* node, cmark_node_type child) {
  if (node->type == kTableCell) return CMARK_NODE_TYPE_INLINE_P(child);
  return (node->type == kTable && child == static_cast<cmark_node_type>(kTableRow)) ||
         (node->type == kTableRow && child == static_cast<cmark_node_type>(kTableCell));
}

int ContainsInlines(cmark_syntax_extension*, cmark_node* node) { return node->type == kTableCell; }

}  // namespace

cmark_syntax_extension* TableSyntax() {
  static cmark_syntax_extension syntax = [] {
    cmark_syntax_extension table = {};
    table.try_opening_block = Open;
    table.last_block_matches = Continues;
    table.can_contain_func = CanContain;
    table.contains_inlines_func = ContainsInlines;
    return table;
  }();
  return &syntax;
}

}  // namespace broadsheet
