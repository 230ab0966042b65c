#include "search/query.h"

#include <utility>

#include "base/utf8.h"
#include "search/query_parser.h"

namespace broadsheet {
namespace {

std::string TermText(const QueryTerm& term) {
  std::string text = term.folded[0] == kGramMark ? term.folded.substr(1) : term.folded;
  if (term.match == TermMatch::kPrefix) text += '*';
  if (term.match == TermMatch::kChain) text += ".*";
  return text;
}

std::string PhraseText(const QueryPhrase& phrase) {
  std::string text;
  for (const QueryTerm& term : phrase) text += (text.empty() ? "" : " ") + TermText(term);
  return text;
}

std::string WordText(const QueryWord& word) {
  if (word.phrases.size() == 1 && word.phrases[0].size() == 1) return PhraseText(word.phrases[0]);
  std::string text;
  for (const QueryPhrase& phrase : word.phrases) {
    text += (text.empty() ? "[" : " | ") + PhraseText(phrase);
  }
  return text + "]";
}

std::string FieldsText(FieldMask fields) {
  static constexpr std::string_view kNames[] = {"text", "code", "heading", "title", "label"};
  if (fields == kAllFields) return "";
  std::string text;
  for (size_t f = 0; f < kFieldCount; ++f) {
    if ((fields >> f & 1) != 0) text += (text.empty() ? "" : "+") + std::string(kNames[f]);
  }
  return text + ":";
}

std::string ChildrenText(const QueryNode& node, std::string_view between) {
  std::string text;
  for (const QueryNode& child : node.children) {
    if (!text.empty()) text += between;
    text += ToString(child);
  }
  return "(" + text + ")";
}

void CollectWanted(const QueryNode& node, Vector<const QueryNode*>& leaves) {
  using Kind = QueryNode::Kind;
  if (node.kind == Kind::kWord || node.kind == Kind::kPhrase) leaves.push_back(&node);
  if (node.kind == Kind::kNot) return;
  for (const QueryNode& child : node.children) CollectWanted(child, leaves);
}

// Full-width characters as their plain ones, spaces and quotation marks of any kind as ' ' and '"'.
std::string PlainMarks(std::string_view text) {
  std::string plain;
  for (size_t at = 0; at < text.size();) {
    CodePoint point = DecodeUtf8(text, at);
    at += point.size;
    if (point.value > 0xff00 && point.value < 0xff5f) point.value -= 0xff00 - 0x20;
    if (point.value == 0x3000 || point.value == 0xa0) point.value = ' ';
    const bool is_quote = (point.value >= 0x201c && point.value <= 0x201e) || point.value == 0xab ||
                          point.value == 0xbb;
    AppendUtf8(is_quote ? '"' : point.value, plain);
  }
  return plain;
}

}  // namespace

Query ParseQuery(std::string_view text, bool finished) {
  const std::string plain = PlainMarks(text);
  return QueryParser(plain, finished).Run();
}

std::string ToString(const QueryNode& node) {
  const std::string star = node.is_prefix ? "*" : "";
  switch (node.kind) {
    case QueryNode::Kind::kAll:
      return ChildrenText(node, " ");
    case QueryNode::Kind::kAny:
      return ChildrenText(node, " | ");
    case QueryNode::Kind::kNot:
      return "-" + ToString(node.children[0]);
    case QueryNode::Kind::kWord:
      return FieldsText(node.fields) + WordText(node.word);
    case QueryNode::Kind::kPhrase:
      return FieldsText(node.fields) + '"' + PhraseText(node.phrase) + '"' +
             (node.is_near ? "~" + std::to_string(node.distance) : "");
    case QueryNode::Kind::kTag:
      return "tag:" + node.label + star;
    case QueryNode::Kind::kAuthor:
      return "author:" + node.label + star;
    case QueryNode::Kind::kLanguage:
      return "lang:" + node.label;
    case QueryNode::Kind::kDates:
      return "days:" + std::to_string(node.days.first) + ".." + std::to_string(node.days.last);
  }
  return "";
}

Vector<const QueryNode*> WantedLeaves(const QueryNode& root) {
  Vector<const QueryNode*> leaves;
  CollectWanted(root, leaves);
  return leaves;
}

}  // namespace broadsheet
