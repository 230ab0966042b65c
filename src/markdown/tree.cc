#include "markdown/tree.h"

#include <new>

#include "markdown/arena.h"

namespace broadsheet {

void AppendNode(cmark_node* parent, cmark_node* node) {
  node->parent = parent;
  node->prev = parent->last_child;
  node->next = nullptr;
  (parent->last_child != nullptr ? parent->last_child->next : parent->first_child) = node;
  parent->last_child = node;
}

void InsertBefore(cmark_node* place, cmark_node* node) {
  node->parent = place->parent;
  node->prev = place->prev;
  node->next = place;
  (place->prev != nullptr ? place->prev->next : place->parent->first_child) = node;
  place->prev = node;
}

void InsertAfter(cmark_node* place, cmark_node* node) {
  node->parent = place->parent;
  node->prev = place;
  node->next = place->next;
  (place->next != nullptr ? place->next->prev : place->parent->last_child) = node;
  place->next = node;
}

void RemoveNode(cmark_node* node) {
  cmark_node* const parent = node->parent;
  (node->prev != nullptr ? node->prev->next : parent->first_child) = node->next;
  (node->next != nullptr ? node->next->prev : parent->last_child) = node->prev;
  node->parent = node->prev = node->next = nullptr;
}

void MoveNodes(cmark_node* first, cmark_node* end, cmark_node* parent) {
  while (first != nullptr && first != end) {
    cmark_node* const next = first->next;
    RemoveNode(first);
    AppendNode(parent, first);
    first = next;
  }
}

cmark_node* NewNode(uint16_t type) {
  cmark_mem* const memory = ArenaScope::memory();
  auto* const node = static_cast<cmark_node*>(memory->calloc(1, sizeof(cmark_node)));
  cmark_strbuf_init(memory, &node->content, 0);
  node->type = type;
  return node;
}

cmark_node* NewText(std::string_view text) {
  cmark_node* const node = NewNode(CMARK_NODE_TEXT);
  node->as.literal = Chunk(text);
  return node;
}

Attributes* AttributesOf(cmark_node* node) {
  if (node->user_data == nullptr) {
    node->user_data = new (ArenaScope::memory()->calloc(1, sizeof(Attributes))) Attributes();
  }
  return static_cast<Attributes*>(node->user_data);
}

cmark_node* NextOutside(const cmark_node* node, const cmark_node* root) {
  while (node != root) {
    if (node->next != nullptr) return node->next;
    node = node->parent;
  }
  return nullptr;
}

cmark_node* NextNode(const cmark_node* node, const cmark_node* root) {
  return node->first_child != nullptr ? node->first_child : NextOutside(node, root);
}

}  // namespace broadsheet
