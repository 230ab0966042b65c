#pragma once

#include <cstdint>
#include <string_view>

#include "base/vector.h"
#include "search/answer.h"

namespace broadsheet {

struct SnippetRequest {
  std::string_view query;      // as asked; operators are understood
  std::string_view text;       // the post's plain text, valid UTF-8
  uint32_t section_begin = 0;  // where to look first (the hit's section); all of the text if empty
  uint32_t section_end = 0;
  bool finished = false;           // as in SearchRequest
  Vector<std::string_view> forms;  // SearchAnswer::forms
  uint32_t size = 240;             // bytes of text aimed at
};

// The passage of the text that has most of the query's words closest together, cut between words;
// "…" stands where text was left out. Without any match: the beginning, unmarked. Linear time.
Snippet CutSnippet(const SnippetRequest& request);

}  // namespace broadsheet
