#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/vector.h"
#include "search/answer.h"

namespace broadsheet {

// Bytes [begin, end) of a file under the index folder.
struct ByteRange {
  std::string file;
  uint64_t begin = 0;
  uint64_t end = 0;
};

// Tells how a hit came by its score. Whoever asks for it hands it over, so that a program that never
// does need not hold it.
class SearchRun;
struct Candidate;
using Explainer = std::string (*)(const SearchRun& run, const Candidate& candidate);

enum class SearchOrder { kRelevance, kNewest, kOldest };

struct SearchRequest {
  std::string text;   // docs/search.md; never an error, whatever it holds
  size_t offset = 0;  // skip so many hits
  size_t limit = 10;  // at most 100 are given
  SearchOrder order = SearchOrder::kRelevance;
  bool finished = false;  // the last word is not a prefix, as if a space followed
  bool correct_typos = true;
  bool facets = false;          // count tags, years and languages (wants more bytes)
  Explainer explain = nullptr;  // ExplainHit (explain.h): give each hit's arithmetic
};

// Answers questions from one or several indexes whose bytes are handed to it as it asks for them; the
// answer never depends on earlier questions or on how the bytes came.
//   searcher.Open(0, root_name, root_bytes);
//   while (!(outcome = searcher.Search(request)).answered)
//     for (const ByteRange& range : outcome.wanted) searcher.Feed(range.file, range.begin, bytes);
class Searcher {
 public:
  struct Outcome {
    bool answered = false;
    SearchAnswer answer;       // if answered
    Vector<ByteRange> wanted;  // else: sorted, disjoint, never empty
  };

  Searcher();
  ~Searcher();
  Searcher(Searcher&&) noexcept;
  Searcher& operator=(Searcher&&) noexcept;

  // Puts an index into a slot (0: the published one; 1: posts that are newer), in place of what was
  // there. Posts of all slots are ranked as if they stood in one index.
  Status Open(int slot, std::string_view root_name, std::string_view root_bytes);
  void Close(int slot);
  uint32_t post_count() const;

  // Takes bytes of `file` from `begin` on: those that were asked for, or any others, or the whole file.
  void Feed(std::string_view file, uint64_t begin, std::string_view bytes);
  // Says that a range cannot be had: answers do without it from now on, with a note.
  void GiveUp(const ByteRange& range);

  Outcome Search(const SearchRequest& request);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Searches with all files at hand: `read` yields bytes [begin, end) of a file under the index folder.
using ReadRange = std::function<Result<std::string>(const ByteRange&)>;
SearchAnswer SearchWith(Searcher& searcher, const SearchRequest& request, const ReadRange& read);

}  // namespace broadsheet
