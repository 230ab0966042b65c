#pragma once

#include <string_view>

#include "node.h"
#include "parser.h"

namespace broadsheet {

// The parsed text is a tree of cmark's nodes. These are the kinds that we add to cmark's own.
enum NodeType : uint16_t {
  kTable = CMARK_NODE_TYPE_BLOCK | 0x40,
  kTableRow,
  kTableCell,
  kAlert,
  kAlertTitle,
  kDefinitionList,
  kDefinitionTerm,
  kDefinition,
  kFigure,
  kExcerptEnd,
  kStrikethrough = CMARK_NODE_TYPE_INLINE | 0x40,
  kMark,
  kSubscript,
  kSuperscript,
  kMath,         // as.literal; `flags` has kDisplayMath
  kWikilink,     // as.link.url is "[[target]]", or what it resolved to; children are the text
  kAbbreviation  // as.link.title is the long form
};

// Bits of cmark_node::flags beside cmark's own.
enum NodeFlag : uint16_t {
  kDisplayMath = 1 << 8,  // kMath that stands by itself
  kTask = 1 << 9,         // an item that begins with a box…
  kTaskDone = 1 << 10,    // …that is ticked
  kFolded = 1 << 11,      // kAlert that can be folded and is
  kFoldable = 1 << 12,    // kAlert that can be folded
  kHidden = 1 << 13       // is not shown: the heading that repeats the title
};

// Author attributes of a node, allow-listed when they are read. Lives in the arena, as does its text.
struct Attributes {
  std::string_view id;
  std::string_view classes;  // parted by single blanks
  struct Pair {
    std::string_view key;
    std::string_view value;
    Pair* next;
  };
  Pair* pairs = nullptr;
};

inline std::string_view View(const cmark_chunk& chunk) {
  return {reinterpret_cast<const char*>(chunk.data), static_cast<size_t>(chunk.len)};
}

// The unparsed text of a block, while blocks are being read.
inline std::string_view Content(const cmark_node& node) {
  return {reinterpret_cast<const char*>(node.content.ptr), static_cast<size_t>(node.content.size)};
}

// Makes `text` the unparsed text of a block, as a view: it must live in the arena.
inline void SetContent(cmark_node* node, std::string_view text) {
  node->content.ptr =
      const_cast<unsigned char*>(reinterpret_cast<const unsigned char*>(text.data()));
  node->content.size = static_cast<bufsize_t>(text.size());
}

// A chunk that views `text`, which must outlive the node and be followed by a NUL or more text.
inline cmark_chunk Chunk(std::string_view text) {
  return {reinterpret_cast<unsigned char*>(const_cast<char*>(text.data())),
          static_cast<bufsize_t>(text.size()), 0};
}

// Makes `node` the last child of `parent`; both must already fit together.
void AppendNode(cmark_node* parent, cmark_node* node);
void InsertBefore(cmark_node* place, cmark_node* node);
void InsertAfter(cmark_node* place, cmark_node* node);
// Takes `node` with all below it out of the tree.
void RemoveNode(cmark_node* node);
// Moves `first` up to and not including `end` (null: to the last sibling) below `parent`.
void MoveNodes(cmark_node* first, cmark_node* end, cmark_node* parent);

// A new node from the arena of the thread's ArenaScope.
cmark_node* NewNode(uint16_t type);
cmark_node* NewText(std::string_view text);
Attributes* AttributesOf(cmark_node* node);  // made when there are none
inline const Attributes* FindAttributes(const cmark_node* node) {
  return static_cast<const Attributes*>(node->user_data);
}

// The node after `node` in document order that lies below `root`; null at the end.
cmark_node* NextNode(const cmark_node* node, const cmark_node* root);
// As NextNode, but not into `node`'s own children.
cmark_node* NextOutside(const cmark_node* node, const cmark_node* root);

}  // namespace broadsheet
