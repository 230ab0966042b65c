#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "index/reader.h"
#include "text/query_word.h"

namespace broadsheet {

// What a query term stands for in one index. Each list holds the one before it.
struct FoundTerm {
  PostingList exact;  // the form as it was typed
  PostingList stem;   // and the forms that share its stem in the post's language
  PostingList all;    // and, of a prefix, every form that begins with it, and their classes
  // The forms and classes that keep the positions. Of a prefix that has a list of its own, only the
  // typed form and its classes.
  std::vector<TermRef> keepers;
  bool is_partial = false;  // keepers are not all there are
};

// Looks terms up in one index. What returns false wants bytes (IndexReader::TakeWanted).
class TermFinder {
 public:
  explicit TermFinder(IndexReader& reader) : reader_(reader) {}

  // With classes: a word. Without: a word of a quotation, as it is written.
  bool Find(const QueryTerm& term, bool with_classes, FoundTerm& found);

  // The posts that have a label, or any label that begins like it.
  bool FindLabel(std::string_view key, bool is_prefix, std::vector<uint32_t>& posts);

 private:
  struct Entry {
    TermRef ref;
    const Term* term = nullptr;
  };

  bool FindEntry(std::string_view key, std::optional<Entry>& entry);
  bool FindRange(std::string_view prefix, std::vector<Entry>& entries);
  bool AddClasses(const std::vector<Entry>& forms, PostingList& list, std::vector<TermRef>& keepers);
  void AddKeeper(const Entry& form, FoundTerm& found) const;
  void Prefetch(const QueryTerm& term);

  IndexReader& reader_;
};

}  // namespace broadsheet
