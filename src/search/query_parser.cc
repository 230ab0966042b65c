#include "search/query_parser.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/join.h"
#include "base/utf8.h"
#include "search/day.h"
#include "text/fold.h"

namespace broadsheet {
namespace {

using Kind = QueryNode::Kind;

constexpr int kMaxDepth = 12;
constexpr uint32_t kMaxDistance = 100;

bool IsSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
bool IsBreak(char c) { return IsSpace(c) || c == '(' || c == ')'; }

struct FieldName {
  std::string_view name;
  FieldMask fields;
  bool is_prefix;  // may stand before a word, "title:word"; all may follow "in:"
};
constexpr FieldName kWordFields[] = {
    {"title", 1 << kFieldTitle, true},
    {"heading", 1 << kFieldHeading, true},
    {"code", 1 << kFieldCode, false},
    {"text", 1 << kFieldText, false},
};

// Labels, the restriction to fields, dates.
constexpr std::string_view kOtherFields[] = {"tag",    "author", "lang", "in",
                                             "before", "after",  "date"};
constexpr Kind kLabels[] = {Kind::kTag, Kind::kAuthor, Kind::kLanguage};
constexpr size_t kRestriction = 3;

// Hebrew abbreviations are typed with a quotation mark before their last letter.
bool IsBetweenHebrew(std::string_view text, size_t at) {
  return at > 1 && at + 1 < text.size() && text[at - 2] == '\xD7' && text[at + 1] == '\xD7';
}

const FieldName* FindWordField(std::string_view name) {
  for (const FieldName& field : kWordFields) {
    if (field.name == name) return &field;
  }
  return nullptr;
}

void NarrowFields(QueryNode& node, FieldMask fields) {
  node.fields = static_cast<FieldMask>(node.fields & fields);
  for (QueryNode& child : node.children) NarrowFields(child, fields);
}

void AddNode(QueryNode& all, QueryNode node, bool is_excluded) {
  if (!is_excluded) {
    all.children.push_back(std::move(node));
    return;
  }
  QueryNode& wrapper = all.children.emplace_back();
  wrapper.kind = Kind::kNot;
  wrapper.children.push_back(std::move(node));
}

}  // namespace

QueryParser::QueryParser(std::string_view text, bool finished)
    : text_(Utf8Prefix(text, kMaxQueryBytes)), finished_(finished) {
  if (text_.size() < text.size()) {
    finished_ = true;
    Note("The question is very long: only its beginning was used");
  }
}

Query QueryParser::Run() {
  Query query;
  query.root = Alternatives(0);
  while (!AtEnd()) {  // a closing bracket too many
    ++at_;
    QueryNode rest = Alternatives(0);
    for (QueryNode& child : rest.children) query.root.children.push_back(std::move(child));
  }
  query.notes = std::move(notes_);
  return query;
}

QueryNode QueryParser::Alternatives(int depth) {
  const FieldMask outer = restriction_;
  Vector<QueryNode> sides;
  sides.push_back(Sequence(depth));
  while (TakeOr()) {
    QueryNode side = Sequence(depth);
    if (side.children.empty()) {
      Note("OR stands between two words");
    } else if (sides.back().children.empty()) {
      sides.back() = std::move(side);
      Note("OR stands between two words");
    } else {
      sides.push_back(std::move(side));
    }
  }
  QueryNode all;
  if (sides.size() == 1) {
    all = std::move(sides[0]);
  } else {
    QueryNode& any = all.children.emplace_back();
    any.kind = Kind::kAny;
    any.children = std::move(sides);
  }
  if (restriction_ != outer) NarrowFields(all, restriction_);
  restriction_ = outer;
  return all;
}

QueryNode QueryParser::Sequence(int depth) {
  QueryNode all;
  for (SkipSpaces(); !AtEnd() && text_[at_] != ')'; SkipSpaces()) {
    const size_t before = at_;
    if (TakeOr()) {
      at_ = before;
      break;
    }
    const bool is_excluded = TakeMinus();
    Item(all, depth, kAllFields, is_excluded);
  }
  return all;
}

void QueryParser::Item(QueryNode& all, int depth, FieldMask fields, bool is_excluded) {
  if (AtEnd()) return;
  if (text_[at_] == '(') return Bracket(all, depth, fields, is_excluded);
  if (IsQuote(at_)) return Quotation(all, fields, is_excluded);
  if (TryField(all, depth, is_excluded)) return;
  const std::string_view chunk = PeekChunk();
  at_ += chunk.size();
  Words(chunk, all, fields, is_excluded);
}

void QueryParser::Bracket(QueryNode& all, int depth, FieldMask fields, bool is_excluded) {
  ++at_;
  if (depth >= kMaxDepth) return Note("Brackets are nested too deeply");
  QueryNode inner = Alternatives(depth + 1);
  NarrowFields(inner, fields);
  if (!AtEnd()) {
    ++at_;
  } else {
    Note("A bracket was not closed");
  }
  if (!inner.children.empty()) AddNode(all, std::move(inner), is_excluded);
}

void QueryParser::Quotation(QueryNode& all, FieldMask fields, bool is_excluded) {
  bool is_open = false;
  const std::string text = TakeValue(is_open);
  if (is_open) Note("A quotation was not closed");
  QueryNode node;
  node.kind = Kind::kPhrase;
  node.fields = fields;
  if (!AtEnd() && text_[at_] == '~') {
    ++at_;
    node.is_near = true;
    for (; !AtEnd() && text_[at_] >= '0' && text_[at_] <= '9'; ++at_) {
      node.distance =
          std::min(node.distance * 10 + static_cast<uint32_t>(text_[at_] - '0'), kMaxDistance);
    }
  }
  node.phrase = AnalyzePhrase(text, is_open && !finished_);
  if (node.phrase.size() > kMaxQueryWords) node.phrase.resize(kMaxQueryWords);
  if (node.phrase.empty()) return Note("A quotation holds no word");
  if (TakesWords(node.phrase.size())) AddNode(all, std::move(node), is_excluded);
}

bool QueryParser::TakesWords(size_t count) {
  word_count_ += count;
  if (word_count_ > kMaxQueryWords) Note("Only the first words of the question were used");
  return word_count_ <= kMaxQueryWords;
}

void QueryParser::Words(std::string_view chunk, QueryNode& all, FieldMask fields,
                        bool is_excluded) {
  const bool is_last = AtEnd() && !finished_;
  Vector<QueryWord> words = AnalyzeQuery(chunk, is_last);
  // A mark alone behind words is how some languages end a question.
  if (words.empty() && !chunk.empty() && (chunk.size() > 1 || word_count_ == 0)) {
    Note(Join({"\"", Utf8Prefix(chunk, 40), "\" holds nothing that can be searched"}));
  }
  for (QueryWord& word : words) {
    if (!TakesWords(1)) return;
    QueryNode node;
    node.kind = Kind::kWord;
    node.fields = fields;
    node.word = std::move(word);
    AddNode(all, std::move(node), is_excluded);
  }
}

void QueryParser::SkipSpaces() {
  while (!AtEnd() && IsSpace(text_[at_])) ++at_;
}

bool QueryParser::TakeOr() {
  SkipSpaces();
  const std::string_view chunk = PeekChunk();
  const bool is_glued = IsGluedOr(at_);
  if (!is_glued && chunk != "OR" && chunk != "|" && chunk != "||") return false;
  at_ += is_glued ? 1 : chunk.size();
  return true;
}

// An exclusion is a minus before something; `--flag` is a word.
bool QueryParser::TakeMinus() {
  if (AtEnd() || text_[at_] != '-') return false;
  if (at_ + 1 < text_.size() && text_[at_ + 1] == '-') return false;
  if (at_ + 1 == text_.size() || IsBreak(text_[at_ + 1])) {
    if (at_ + 1 < text_.size() && text_[at_ + 1] == '(') return ++at_, true;
    return false;
  }
  ++at_;
  return true;
}

std::string_view QueryParser::PeekChunk() const {
  size_t end = at_;
  while (end < text_.size() && !IsBreak(text_[end]) && !IsQuote(end) && !IsGluedOr(end)) ++end;
  return text_.substr(at_, end - at_);
}

bool QueryParser::IsQuote(size_t at) const {
  return at < text_.size() && text_[at] == '"' && !IsBetweenHebrew(text_, at);
}

bool QueryParser::IsGluedOr(size_t at) const {
  return at > 0 && at + 1 < text_.size() && text_[at] == '|' && !IsBreak(text_[at - 1]) &&
         !IsBreak(text_[at + 1]);
}

std::string QueryParser::TakeValue(bool& is_open) {
  if (IsQuote(at_)) {
    const size_t begin = ++at_;
    while (!AtEnd() && !IsQuote(at_)) ++at_;
    is_open = AtEnd();
    std::string value(text_.substr(begin, at_ - begin));
    if (!is_open) ++at_;
    return value;
  }
  const std::string_view chunk = PeekChunk();
  at_ += chunk.size();
  is_open = AtEnd();
  return std::string(chunk);
}

void QueryParser::Note(std::string note) {
  if (notes_.size() < 8 && std::find(notes_.begin(), notes_.end(), note) == notes_.end()) {
    notes_.push_back(std::move(note));
  }
}

bool QueryParser::TryField(QueryNode& all, int depth, bool is_excluded) {
  const std::string_view chunk = PeekChunk();
  const size_t colon = chunk.find(':');
  if (colon == std::string_view::npos || chunk.substr(colon, 2) == "::") return false;
  const std::string name = Fold(chunk.substr(0, colon));
  const FieldName* words = FindWordField(name);
  if (words != nullptr && !words->is_prefix) words = nullptr;
  const std::string_view* const other =
      std::find(std::begin(kOtherFields), std::end(kOtherFields), name);
  const bool is_restriction = other == &kOtherFields[kRestriction];
  if (words == nullptr && other == std::end(kOtherFields)) return false;
  if (is_restriction) Restrict(chunk.substr(colon + 1));
  at_ += colon + 1;
  // A bracket may follow where words may.
  if (AtEnd() || IsSpace(text_[at_]) || text_[at_] == (words != nullptr ? ')' : '(')) {
    Note(Join({"\"", name, ":\" wants a value right behind it"}));
    return true;
  }
  if (words != nullptr) {
    const size_t before = at_;
    is_excluded |= TakeMinus();
    Item(all, depth, words->fields, is_excluded);
    if (at_ == before) ++at_;
    return true;
  }
  if (is_restriction) {
    at_ += PeekChunk().size();
  } else if (other < &kOtherFields[kRestriction]) {
    Label(kLabels[other - kOtherFields], all, is_excluded);
  } else {
    Dates(name, all, is_excluded);
  }
  return true;
}

// in:code and the like hold for all words of the bracket that they stand in, before and after.
void QueryParser::Restrict(std::string_view value) {
  const FieldName* field = FindWordField(Fold(value));
  if (field != nullptr) {
    restriction_ = static_cast<FieldMask>(restriction_ & field->fields);
  } else if (!value.empty()) {
    Note("\"in:\" knows title, heading, text and code");
  }
}

void QueryParser::Label(Kind kind, QueryNode& all, bool is_excluded) {
  bool is_open = false;
  QueryNode node;
  node.kind = kind;
  node.label = TakeValue(is_open);
  if (node.label.empty()) return Note("A quotation holds no word");
  node.is_prefix = is_open && !finished_ && kind != Kind::kLanguage;
  AddNode(all, std::move(node), is_excluded);
}

void QueryParser::Dates(std::string_view name, QueryNode& all, bool is_excluded) {
  bool is_open = false;
  const std::string value = TakeValue(is_open);
  QueryNode node;
  node.kind = Kind::kDates;
  const size_t dots = value.find("..");
  const std::string from = value.substr(0, dots);
  const std::string to = dots == std::string::npos ? from : value.substr(dots + 2);
  std::optional<DayRange> first = ParsePeriod(from);
  std::optional<DayRange> last = ParsePeriod(to);
  if (first && last && last->first < first->first) std::swap(first, last);
  const bool is_single = dots == std::string::npos;
  const bool has_ends =
      (first || (!is_single && from.empty())) && (last || (!is_single && to.empty()));
  if (!has_ends || (!first && !last) || (!is_single && name != "date")) {
    return Note(Join({"\"", name, ":", value,
                      "\" is no date: write 2024, 2024-05, 2024-05-31 or date:2021..2022"}));
  }
  if (name == "before") {
    node.days.last = first->first - 1;
  } else {
    if (first) node.days.first = first->first;
    if (last && name == "date") node.days.last = last->last;
  }
  AddNode(all, std::move(node), is_excluded);
}

}  // namespace broadsheet
