#include "search/searcher.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/join.h"
#include "base/sort.h"
#include "index/reader.h"
#include "search/search_run.h"

namespace broadsheet {
namespace {

constexpr size_t kSlots = 8;
constexpr size_t kMostHits = 100;

void SortRanges(Vector<ByteRange>& ranges) {
  SortBy(ranges, [](const ByteRange& a, const ByteRange& b) {
    return a.file != b.file ? a.file < b.file : a.begin < b.begin;
  });
  Vector<ByteRange> joined;
  for (ByteRange& range : ranges) {
    if (!joined.empty() && joined.back().file == range.file && range.begin <= joined.back().end) {
      joined.back().end = std::max(joined.back().end, range.end);
    } else {
      joined.push_back(std::move(range));
    }
  }
  ranges = std::move(joined);
}

}  // namespace

struct Searcher::State {
  std::array<std::unique_ptr<IndexReader>, kSlots> slots;

  Vector<IndexReader*> Readers() const {
    Vector<IndexReader*> readers;
    for (const auto& slot : slots) {
      if (slot != nullptr) readers.push_back(slot.get());
    }
    return readers;
  }
};

Searcher::Searcher() : state_(std::make_unique<State>()) {}
Searcher::~Searcher() = default;
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;

Status Searcher::Open(int slot, std::string_view root_name, std::string_view root_bytes) {
  if (slot < 0 || static_cast<size_t>(slot) >= kSlots) {
    return Error{ErrorCode::kInvalidInput, "no such slot", std::string(root_name), 0};
  }
  Result<std::unique_ptr<IndexReader>> reader = IndexReader::Open(root_name, root_bytes);
  if (!reader) return reader.error();
  state_->slots[static_cast<size_t>(slot)] = std::move(*reader);
  return Status();
}

void Searcher::Close(int slot) {
  if (slot >= 0 && static_cast<size_t>(slot) < kSlots)
    state_->slots[static_cast<size_t>(slot)].reset();
}

uint32_t Searcher::post_count() const {
  uint32_t count = 0;
  for (const IndexReader* reader : state_->Readers()) count += reader->root().post_count;
  return count;
}

void Searcher::Feed(std::string_view file, uint64_t begin, std::string_view bytes) {
  for (IndexReader* reader : state_->Readers()) reader->Feed(file, begin, bytes);
}

void Searcher::GiveUp(const ByteRange& range) {
  for (IndexReader* reader : state_->Readers()) reader->GiveUp(range.file, range.begin, range.end);
}

Searcher::Outcome Searcher::Search(const SearchRequest& request) {
  SearchRequest bounded = request;
  bounded.limit = std::min(request.limit, kMostHits);
  const Vector<IndexReader*> readers = state_->Readers();
  Outcome outcome;
  SearchRun run(bounded, readers);
  outcome.answered = run.Run(outcome.answer);
  for (IndexReader* reader : readers) {
    for (const IndexReader::Range& range : reader->TakeWanted()) {
      if (outcome.answered) continue;
      outcome.wanted.push_back({reader->root().files[range.file].name, range.begin, range.end});
    }
    for (const std::string& problem : reader->problems()) {
      outcome.answer.notes.push_back(Join({"Some results may be missing: ", problem}));
    }
  }
  SortRanges(outcome.wanted);
  return outcome;
}

SearchAnswer SearchWith(Searcher& searcher, const SearchRequest& request, const ReadRange& read) {
  while (true) {
    Searcher::Outcome outcome = searcher.Search(request);
    if (outcome.answered || outcome.wanted.empty()) return std::move(outcome.answer);
    for (const ByteRange& range : outcome.wanted) {
      Result<std::string> bytes = read(range);
      if (bytes.ok() && bytes->size() == range.end - range.begin) {
        searcher.Feed(range.file, range.begin, std::move(*bytes));
      } else {
        searcher.GiveUp(range);
      }
    }
  }
}

}  // namespace broadsheet
