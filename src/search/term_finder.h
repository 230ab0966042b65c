#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/vector.h"
#include "index/reader.h"
#include "text/query_word.h"

namespace broadsheet {

// A form that a question asks for, in one index.
struct FoundForm {
  const std::string* key = nullptr;       // the reader's
  const PostingList* postings = nullptr;  // the reader's
  bool is_typed = false;                  // else it goes on after what was typed
  double share = 1;                       // as QueryNode::shares
};

// What a query term stands for in one index. Each list holds the one before it.
struct FoundTerm {
  PostingList exact;  // the form as it was typed
  PostingList stem;   // and the forms that share its stem in the post's language
  PostingList all;    // and, of a prefix, every form that begins with it, and their classes
  // The forms and classes that keep the positions. Of a prefix that has a list of its own, only the
  // typed form and its classes.
  Vector<TermRef> keepers;
  bool is_partial = false;  // keepers are not all there are
  // The forms that the term stands for by its letters, but for those of a listed prefix.
  Vector<FoundForm> forms;
};

// A list of so many bytes is not fetched on a guess.
inline constexpr uint32_t kLongList = 8 << 10;

// The indexes that are searched as one. A form's relatives may be known to another of them.
using Readers = Vector<IndexReader*>;

// Looks terms up in one index. What returns false wants bytes (IndexReader::TakeWanted).
class TermFinder {
 public:
  TermFinder(IndexReader& reader, const Readers& all) : reader_(reader), all_(all) {}

  // Whether to look for what shares a stem with a term, too. It may be that a very common word's own
  // list is not read but that of its class, from which it hardly differs.
  enum class Relatives { kNone, kApart, kMayReplace };
  bool Find(const QueryTerm& term, Relatives relatives, FoundTerm& found);

  // The posts that have a label, or any label that begins like it.
  bool FindLabel(std::string_view key, bool is_prefix, Vector<uint32_t>& posts);

 private:
  struct Entry {
    TermRef ref;
    const Term* term = nullptr;
  };

  bool FindEntry(std::string_view key, std::optional<Entry>& entry);
  bool FindRange(std::string_view prefix, Vector<Entry>& entries);
  // A form that counts for posts of one language, because it shares a stem there.
  struct Relative {
    std::string language;
    std::string form;

    bool operator==(const Relative& other) const {
      return language == other.language && form == other.form;
    }
    bool operator<(const Relative& other) const {
      return language != other.language ? language < other.language : form < other.form;
    }
  };

  // The forms of this index that a term stands for by its letters.
  bool FindForms(const QueryTerm& term, bool is_equal, Vector<Entry>& forms);
  // Adds the forms that share a class with `form`, in one language or (null) in any.
  bool FindRelatives(const Entry& form, const std::string* language, Vector<Relative>& relatives);
  // What the indexes together know as relatives of a term; nothing if there is but one.
  bool AskAll(const QueryTerm& term, bool is_equal, Vector<Relative>& relatives);
  bool AddClasses(const Vector<Entry>& forms, const Vector<Relative>& relatives, PostingList& list,
                  Vector<TermRef>& keepers);
  void AddKeeper(const Entry& form, FoundTerm& found) const;
  // The class of a heavy form, if it is heavy too.
  const KeyedBlock* ClassOf(const KeyedBlock& heavy) const;
  const KeyedBlock* StandIn(std::string_view form) const;
  void Prefetch(const QueryTerm& term, const KeyedBlock* stand_in);
  void PrefetchNear(std::string_view key);
  void PrefetchClass(const KeyedBlock& listed);
  void PrefetchClasses(std::string_view key);
  bool FindTyped(const QueryTerm& term, bool with_classes, const KeyedBlock* stand_in,
                 FoundTerm& found);
  bool FindBegun(const QueryTerm& term, const std::string& prefix, FoundTerm& found);

  IndexReader& reader_;
  const Readers& all_;
};

}  // namespace broadsheet
