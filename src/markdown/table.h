#pragma once

#include "markdown/tree.h"

struct cmark_syntax_extension;

namespace broadsheet {

enum class Alignment : uint8_t { kNone, kLeft, kCenter, kRight };

// What a kTable node's as.opaque points to.
struct TableInfo {
  int column_count = 0;
  Alignment* alignments = nullptr;
};

inline const TableInfo& TableOf(const cmark_node* table) {
  return *static_cast<const TableInfo*>(table->as.opaque);
}

// Pipe tables, GFM 0.29 §4.10. A row is a kTableRow with kTableCell children; the first row is the head.
// Cells that a row leaves out have no node: whoever writes rows fills up to column_count.
cmark_syntax_extension* TableSyntax();

}  // namespace broadsheet
