#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/result.h"
#include "base/vector.h"
#include "index/chunk_model.h"
#include "index/label_model.h"
#include "index/reader_bytes.h"
#include "index/root.h"
#include "index/row.h"
#include "index/term.h"
#include "index/typo_model.h"

namespace broadsheet {

// Where a term stands: its chunk and its place in it.
struct TermRef {
  uint32_t chunk = 0;
  uint32_t index = 0;

  friend auto operator<=>(const TermRef&, const TermRef&) = default;
};

// A view of an index of which some bytes may still be missing. What needs bytes that have not come
// yields null and remembers which (TakeWanted); ask again when they have been fed. What was given up
// or is damaged is empty, and is told once by problems(). Pointers stay valid as long as the reader.
class IndexReader {
 public:
  struct Range {
    IndexFileKind file = kTermsFile;
    uint64_t begin = 0;
    uint64_t end = 0;
  };

  // Refuses what is not a root, is damaged, or is of another version; `name` is for the message.
  static Result<std::unique_ptr<IndexReader>> Open(std::string_view name, std::string_view bytes);

  const Root& root() const { return root_; }
  // The model from which each block of words starts.
  const StringModel& words() const { return words_; }
  void Feed(std::string_view file, uint64_t begin, std::string_view bytes);
  void GiveUp(std::string_view file, uint64_t begin, uint64_t end);
  Vector<Range> TakeWanted() { return std::exchange(wanted_, {}); }
  const Vector<std::string>& problems() const { return problems_; }

  // The chunk that has `key` if any has; none in an empty index.
  std::optional<uint32_t> ChunkOf(std::string_view key) const;
  // The heavy term or the prefix with this very key.
  const KeyedBlock* FindHeavy(std::string_view key) const;
  const KeyedBlock* FindPrefix(std::string_view key) const;

  const Vector<Term>* Terms(uint32_t chunk);
  const PostingList* Postings(TermRef ref);        // of a light or a heavy term
  const PostingList* Postings(const KeyedBlock&);  // of root()'s heavy terms or prefixes
  const Vector<TypoWord>* Typos(size_t dictionary, uint32_t chunk);
  // Has a chunk's words and light postings wanted, if they have not come.
  void Prefetch(uint32_t chunk) { LightPostings(chunk); }
  // The positions that a form or a class keeps in one post of its list, by the post's place there.
  const FieldPositions* Positions(TermRef ref, size_t place);
  const PostRow* Row(uint32_t post);
  const Vector<int32_t>* Days();
  const PostTags* Tags();

 private:
  using PlaceList = Vector<FieldPositions>;

  IndexReader() = default;
  // The payload of a block: nothing yet, or what there is of it (empty if damaged).
  std::optional<std::string_view> Payload(IndexFileKind file, const Block& block);
  void Report(IndexFileKind file, std::string_view what);
  const ChunkPostings* LightPostings(uint32_t chunk);
  const HeavyPostings* ListedPostings(const KeyedBlock& listed);
  const FieldPositions* LightPositions(TermRef ref, size_t place);
  const FieldPositions* HeavyPositions(const Term& term, const HeavyPostings& heavy, size_t place);

  Root root_;
  StringModel words_;
  PartialFile files_[kIndexFileCount];
  Vector<Range> wanted_;
  Vector<std::string> problems_;
  // What was decoded, by kind and number. One table for all kinds, since each table is code.
  enum class Decoded : uint8_t { kTerms, kPostings, kListed, kTypos, kPositions, kRows };
  struct Kept {
    uint64_t key;
    std::unique_ptr<void, void (*)(void*)> item;
  };
  static constexpr uint64_t kKeptLists = 256;
  static uint64_t KeyOf(Decoded kind, uint64_t number) {
    return uint64_t{static_cast<uint8_t>(kind)} << 56 | number;
  }
  void* FindKept(uint64_t key) const;
  template <typename T>
  T* Known(Decoded kind, uint64_t number) const {
    return static_cast<T*>(FindKept(KeyOf(kind, number)));
  }
  template <typename T>
  T* Keep(Decoded kind, uint64_t number) {
    const uint64_t key = KeyOf(kind, number);
    T* const made = new T();
    kept_[key % kKeptLists].push_back(
        {key, {made, [](void* item) { delete static_cast<T*>(item); }}});
    return made;
  }
  Vector<Kept> kept_[kKeptLists];  // by the last bits of their keys
  std::unique_ptr<Vector<int32_t>> days_;
  std::unique_ptr<PostTags> tags_;
};

}  // namespace broadsheet
