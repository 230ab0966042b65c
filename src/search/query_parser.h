#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/vector.h"
#include "search/query.h"

namespace broadsheet {

// Reads one question by recursive descent. Every byte is passed once; brackets nest to a limit and
// count for nothing beyond it.
class QueryParser {
 public:
  // `text` has plain marks and stays.
  QueryParser(std::string_view text, bool finished);
  Query Run();

 private:
  // What stands in brackets, or the whole question, up to `)` or the end.
  QueryNode Alternatives(int depth);
  // One side of an OR.
  QueryNode Sequence(int depth);
  // Adds what comes next to `all`: a bracket, a quotation, a field, words.
  void Item(QueryNode& all, int depth, FieldMask fields, bool is_excluded);
  void Bracket(QueryNode& all, int depth, FieldMask fields, bool is_excluded);
  void Quotation(QueryNode& all, FieldMask fields, bool is_excluded);
  // Counts words; false, with a note, beyond those that are kept.
  bool TakesWords(size_t count);
  void Words(std::string_view chunk, QueryNode& all, FieldMask fields, bool is_excluded);
  // True if the chunk at the cursor was a field and its value.
  bool TryField(QueryNode& all, int depth, bool is_excluded);
  void Restrict(std::string_view value);
  void Label(QueryNode::Kind kind, QueryNode& all, bool is_excluded);
  void Dates(std::string_view name, QueryNode& all, bool is_excluded);

  void SkipSpaces();
  bool TakeOr();
  bool TakeMinus();
  std::string_view PeekChunk() const;    // up to a space, a bracket or a quotation mark
  std::string TakeValue(bool& is_open);  // of a field: a chunk or a quotation
  bool IsQuote(size_t at) const;
  bool IsGluedOr(size_t at) const;  // the bar in "one|two", not those of "|one|"
  bool AtEnd() const { return at_ >= text_.size(); }
  void Note(std::string note);

  std::string_view text_;
  bool finished_;
  size_t at_ = 0;
  size_t word_count_ = 0;
  FieldMask restriction_ = kAllFields;  // by in:…, in the current bracket
  Vector<std::string> notes_;
};

}  // namespace broadsheet
