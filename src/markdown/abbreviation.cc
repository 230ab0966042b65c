#include "markdown/abbreviation.h"

#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "markdown/text_scan.h"

namespace broadsheet {
namespace {

// The definitions of one document; of two for one text the first counts. The map is of the kind that
// IdRegistry has: another would cost its code once more.
struct Glossary {
  const std::vector<Abbreviation>& entries;
  std::map<std::string, int, std::less<>> index;
  size_t longest = 0;

  const Abbreviation* Find(std::string_view text) const {
    const auto found = index.find(text);
    return found == index.end() ? nullptr : &entries[static_cast<size_t>(found->second)];
  }
};

bool IsWordByte(char c) { return IsAlnum(c) || c == '_' || static_cast<unsigned char>(c) >= 0x80; }

size_t WordEnd(std::string_view text, size_t at) {
  while (at < text.size() && IsWordByte(text[at])) ++at;
  return at;
}

// The longest defined text at `at`, which is where a word begins; 0 when there is none.
size_t MatchAt(std::string_view text, size_t at, const Glossary& glossary,
               std::string_view& title) {
  size_t best = 0;
  for (size_t end = WordEnd(text, at); end - at <= glossary.longest;) {
    if (const Abbreviation* const found = glossary.Find(text.substr(at, end - at))) {
      best = end - at;
      title = found->title;
    }
    if (end == text.size()) break;
    const size_t next = IsWordByte(text[end]) ? WordEnd(text, end) : end + 1;
    end = next;
  }
  return best;
}

// Splits `node` at its abbreviations; returns its last part.
cmark_node* SplitText(cmark_node* node, const Glossary& glossary) {
  std::string_view text = View(node->as.literal);
  size_t at = 0;
  while (at < text.size()) {
    std::string_view title;
    const size_t size = IsWordByte(text[at]) ? MatchAt(text, at, glossary, title) : 0;
    if (size == 0) {
      at = IsWordByte(text[at]) ? WordEnd(text, at) : at + 1;
      continue;
    }
    cmark_node* const abbreviation = NewNode(kAbbreviation);
    abbreviation->as.link.title = Chunk(title);
    AppendNode(abbreviation, NewText(text.substr(at, size)));
    cmark_node* const rest = NewText(text.substr(at + size));
    node->as.literal = Chunk(text.substr(0, at));
    InsertAfter(node, abbreviation);
    InsertAfter(abbreviation, rest);
    node = rest;
    text = View(rest->as.literal);
    at = 0;
  }
  return node;
}

}  // namespace

void MarkAbbreviations(cmark_node* root, ParseContext& context) {
  constexpr size_t kLongestAbbreviation = 80;
  Glossary glossary{context.abbreviations, {}};
  for (size_t i = 0; i < glossary.entries.size(); ++i) {
    const std::string_view text = glossary.entries[i].text;
    if (text.size() > kLongestAbbreviation) continue;
    glossary.index.try_emplace(std::string(text), static_cast<int>(i));
    glossary.longest = std::max(glossary.longest, text.size());
  }
  for (cmark_node* node = root; node != nullptr; node = NextNode(node, root)) {
    if (node->type == CMARK_NODE_TEXT) node = SplitText(node, glossary);
  }
}

}  // namespace broadsheet
