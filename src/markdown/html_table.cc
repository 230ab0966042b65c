#include "markdown/body_writer.h"
#include "markdown/table.h"

namespace broadsheet {
namespace {

constexpr std::string_view kNames[] = {"", "left", "center", "right"};

}  // namespace

void BodyWriter::EnterTable(const cmark_node* node) {
  sink_.EndLine();
  if (post()) sink_.Put("<div class=\"table\" tabindex=\"0\">\n");
  OpenTag("table", node);
  sink_.Put('\n');
}

void BodyWriter::LeaveTable(const cmark_node* node) {
  if (node->first_child != node->last_child) sink_.Put("</tbody>\n");
  sink_.Put("</table>\n");
  if (post()) sink_.Put("</div>\n");
}

void BodyWriter::EnterRow(const cmark_node* node) {
  if (node->prev == nullptr) {
    sink_.Put("<thead>\n");
  } else if (node->prev->prev == nullptr) {
    sink_.Put("<tbody>\n");
  }
  sink_.Put("<tr>\n");
}

void BodyWriter::LeaveRow(const cmark_node* node) {
  const auto columns = static_cast<size_t>(TableOf(node->parent).column_count);
  const cmark_node* const last = node->last_child;
  for (size_t i = last == nullptr ? 0 : static_cast<size_t>(last->as.cell_index) + 1; i < columns;
       ++i) {
    OpenCell(node, i, nullptr);
    sink_.Put("</td>\n");
  }
  sink_.Put("</tr>\n");
  if (node->prev == nullptr) sink_.Put("</thead>\n");
}

void BodyWriter::OpenCell(const cmark_node* row, size_t column, const cmark_node*) {
  sink_.Put(row->prev == nullptr ? "<th" : "<td");
  const Alignment alignment = TableOf(row->parent).alignments[column];
  if (alignment != Alignment::kNone) {
    sink_.Put(post() ? " class=\"align-" : " align=\"");
    sink_.Put(kNames[static_cast<size_t>(alignment)]);
    sink_.Put('"');
  }
  sink_.Put('>');
}

}  // namespace broadsheet
