#include <string>

#include "markdown/autolink.h"
#include "markdown/text_scan.h"

namespace broadsheet {
namespace {

bool IsLocalPart(char c) { return IsAlnum(c) || c == '.' || c == '+' || c == '-' || c == '_'; }

// An address in a text: [begin, end) with its `@`; `is_mail` says that "mailto:" must be added.
struct Email {
  size_t begin = 0;
  size_t end = 0;
  bool is_mail = true;
};

bool EndsWithScheme(std::string_view text, std::string_view scheme) {
  if (text.size() < scheme.size() || text.substr(text.size() - scheme.size()) != scheme)
    return false;
  return text.size() == scheme.size() || !IsAlnum(text[text.size() - scheme.size() - 1]);
}

// The address around the `@` at `at` that begins no earlier than `from`; false when there is none.
// `email.end` is where to go on in either case.
bool FindEmail(std::string_view text, size_t from, size_t at, Email& email) {
  size_t begin = at;
  while (begin > from && IsLocalPart(text[begin - 1])) --begin;
  email.end = at + 1;
  if (begin == at) return false;

  bool is_xmpp = false;
  email.is_mail = true;
  const std::string_view before = text.substr(from, begin - from);
  for (const std::string_view scheme : {std::string_view("mailto:"), std::string_view("xmpp:")}) {
    if (!EndsWithScheme(before, scheme)) continue;
    email.is_mail = false;
    is_xmpp = scheme == "xmpp:";
    begin -= scheme.size();
    break;
  }

  int dots = 0;
  size_t end = at + 1;
  for (; end < text.size(); ++end) {
    const char c = text[end];
    if (c == '.' && end + 1 < text.size() && IsAlnum(text[end + 1])) {
      ++dots;
    } else if (!IsAlnum(c) && c != '-' && c != '_' && !(c == '/' && is_xmpp)) {
      break;
    }
  }
  if (end < text.size() && text[end] == '@') return false;
  email.end = end;
  if (end == at + 1 || dots == 0 || !(IsAlpha(text[end - 1]) || text[end - 1] == '.')) return false;
  end = at + TrimAddress(text.substr(at, end - at));
  if (end <= at + 1) return false;
  email.begin = begin;
  email.end = end;
  return true;
}

// Joins `node` and the text nodes behind it; text that cmark split at a special character may be one
// address.
void JoinTexts(cmark_node* node, Arena& arena) {
  if (node->next == nullptr || node->next->type != CMARK_NODE_TEXT) return;
  std::string joined(View(node->as.literal));
  while (node->next != nullptr && node->next->type == CMARK_NODE_TEXT) {
    joined += View(node->next->as.literal);
    RemoveNode(node->next);
  }
  node->as.literal = Chunk(arena.Copy(joined));
}

// Splits `node` at its addresses; returns its last part.
cmark_node* LinkEmailsInText(cmark_node* node, Arena& arena) {
  const std::string_view text = View(node->as.literal);
  size_t done = 0;
  for (size_t at = text.find('@'); at != std::string_view::npos; at = text.find('@', at)) {
    Email email;
    if (FindEmail(text, done, at, email)) {
      const std::string_view address = text.substr(email.begin, email.end - email.begin);
      cmark_node* const link = NewNode(CMARK_NODE_LINK);
      link->as.link.url =
          Chunk(email.is_mail ? arena.Copy("mailto:" + std::string(address)) : address);
      AppendNode(link, NewText(address));
      node->as.literal = Chunk(text.substr(done, email.begin - done));
      InsertAfter(node, link);
      cmark_node* const rest = NewText(text.substr(email.end));
      InsertAfter(link, rest);
      node = rest;
      done = email.end;
    }
    at = email.end;
  }
  return node;
}

}  // namespace

void LinkEmails(cmark_node* root, ParseContext& context) {
  cmark_node* node = root;
  while (node != nullptr) {
    if (node->type == CMARK_NODE_LINK) {
      node = NextOutside(node, root);
      continue;
    }
    if (node->type == CMARK_NODE_TEXT) {
      JoinTexts(node, context.arena);
      node = LinkEmailsInText(node, context.arena);
    }
    node = NextNode(node, root);
  }
}

}  // namespace broadsheet
