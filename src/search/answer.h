#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/vector.h"

namespace broadsheet {

// How a hit came by its place.
enum class HitGroup {
  kFull,     // has all that was asked for
  kPartial,  // has some of the words, or has them only with a typo mended
};

struct Hit {
  std::string post;  // path, as in IndexDocument
  std::string url;
  std::string title;
  std::string language;
  int64_t date = 0;
  bool has_date = false;
  double score = 0;
  HitGroup group = HitGroup::kFull;
  bool has_section = false;  // else the post's beginning is the best place
  std::string section_id;
  std::string section_title;
  std::string explanation;  // lines of arithmetic, if asked for
};

// A word that no post has, and the words that were searched instead.
struct Correction {
  std::string from;
  Vector<std::string> to;  // the commonest first
};

struct FacetCount {
  std::string value;
  uint32_t count = 0;
};

struct Facets {
  Vector<FacetCount> tags;       // by count, then by name
  Vector<FacetCount> years;      // newest first
  Vector<FacetCount> languages;  // by count, then by name
};

inline constexpr size_t kMostForms = 1000;

struct SearchAnswer {
  std::string query;
  uint32_t total = 0;          // posts in group kFull
  uint32_t partial_total = 0;  // posts in group kPartial
  Vector<Hit> hits;            // kFull first
  // For each word of the question, as WantedLeaves orders them, what else was searched: other forms of it,
  // and what is put in place of it. Separated by spaces; at most kMostForms bytes, nearly.
  Vector<std::string> forms;
  Vector<Correction> corrections;
  Vector<std::string> notes;  // what was not understood or could not be read; English, a line each
  bool has_facets = false;
  Facets facets;
};

// A passage and the ranges in it that answer the query: byte offsets into `text`.
struct Snippet {
  struct Mark {
    uint32_t begin = 0;
    uint32_t end = 0;
  };
  std::string text;
  Vector<Mark> marks;  // in order, disjoint
};

// The answer as JSON, as abi.md (search_query) describes it. `snippets` holds one for each hit, or
// nothing; marks are written in UTF-16 code units, as JavaScript counts.
std::string AnswerJson(const SearchAnswer& answer, const Vector<Snippet>& snippets = {},
                       std::string_view id = {});
std::string SnippetJson(const Snippet& snippet);

}  // namespace broadsheet
