#include "search/term_finder.h"

#include <algorithm>
#include <string>

#include "base/sort.h"
#include "search/posting_sum.h"

namespace broadsheet {
namespace {

constexpr size_t kLeastShared = 3;
constexpr size_t kEnding = 3;
constexpr size_t kMostLikely = 2;  // classes
constexpr uint32_t kMostSkipped = 3;

// The first string that does not begin with `prefix`, or empty.
std::string AfterPrefix(std::string_view prefix) {
  std::string after(prefix);
  while (!after.empty() && static_cast<unsigned char>(after.back()) == 0xff) after.pop_back();
  if (!after.empty()) after.back() = static_cast<char>(after.back() + 1);
  return after;
}

}  // namespace

bool TermFinder::FindEntry(std::string_view key, std::optional<Entry>& entry) {
  entry.reset();
  const std::optional<uint32_t> chunk = reader_.ChunkOf(key);
  if (!chunk) return true;
  const Vector<Term>* terms = reader_.Terms(*chunk);
  if (terms == nullptr) return false;
  const auto found =
      std::lower_bound(terms->begin(), terms->end(), key,
                       [](const Term& term, std::string_view wanted) { return term.key < wanted; });
  if (found == terms->end() || found->key != key) return true;
  entry = Entry{{*chunk, static_cast<uint32_t>(found - terms->begin())}, &*found};
  return true;
}

bool TermFinder::FindRange(std::string_view prefix, Vector<Entry>& entries) {
  const std::optional<uint32_t> first = reader_.ChunkOf(prefix);
  if (!first) return true;
  const std::string after = AfterPrefix(prefix);
  bool ready = true;
  const BlockList& chunks = reader_.root().chunks;
  for (uint32_t chunk = *first; chunk < chunks.size(); ++chunk) {
    if (chunk > *first && !after.empty() && chunks[chunk].key >= after) break;
    const Vector<Term>* terms = reader_.Terms(chunk);
    if (terms == nullptr) {
      ready = false;
      reader_.Prefetch(chunk);
      continue;
    }
    for (uint32_t i = 0; i < terms->size(); ++i) {
      const Term& term = (*terms)[i];
      if (term.key.starts_with(prefix)) entries.push_back({{chunk, i}, &term});
    }
  }
  return ready;
}

void TermFinder::PrefetchClass(const KeyedBlock& listed) {
  reader_.Postings(listed);
  reader_.Terms(*reader_.ChunkOf(listed.key));
}

const KeyedBlock* TermFinder::ClassOf(const KeyedBlock& heavy) const {
  const BlockList& listed = reader_.root().heavy_terms;
  const int64_t place = &heavy - listed.data() + heavy.to_class;
  const bool is_listed = place >= 0 && place < static_cast<int64_t>(listed.size());
  return heavy.to_class != 0 && is_listed ? &listed[static_cast<size_t>(place)] : nullptr;
}

const KeyedBlock* TermFinder::StandIn(std::string_view form) const {
  const KeyedBlock* heavy = reader_.FindHeavy(form);
  const bool is_long = heavy != nullptr && heavy->block.size >= kLongList;
  return is_long && reader_.root().languages.size() == 1 ? ClassOf(*heavy) : nullptr;
}

// Asks for lists that the root alone suggests, so that they come in the same round as the words.
void TermFinder::Prefetch(const QueryTerm& term, const KeyedBlock* stand_in) {
  const std::string_view key = term.folded;
  const bool is_range = term.match == TermMatch::kPrefix && reader_.FindPrefix(key) == nullptr;
  const KeyedBlock* const heavy = reader_.FindHeavy(key);
  if (heavy != nullptr) {
    if (stand_in == nullptr) reader_.Postings(*heavy);
    if (const KeyedBlock* its_class = ClassOf(*heavy)) PrefetchClass(*its_class);
    // In one language, that is its only class.
    if (!is_range && reader_.root().languages.size() == 1) return;
  }
  if (term.is_plain && heavy == nullptr) PrefetchNear(key);
  PrefetchClasses(key);
  for (const KeyedBlock& like : reader_.root().heavy_terms) {
    if (!is_range || !like.key.starts_with(key)) continue;
    const KeyedBlock* const its_class = ClassOf(like);
    if (its_class != nullptr) PrefetchClass(*its_class);
    if (its_class == nullptr || (heavy == nullptr && StandIn(like.key) == nullptr)) {
      PrefetchClass(like);
    }
  }
}

// A class stands under its first form, which is most often the word without its ending, or the word.
void TermFinder::PrefetchNear(std::string_view key) {
  if (reader_.root().chunks.empty()) return;
  const size_t ending = key.size() > kEnding + 1 ? kEnding : key.size() > 1 ? 1 : 0;
  const uint32_t last = *reader_.ChunkOf(ClassKey(key, 0));
  const uint32_t first = *reader_.ChunkOf(key.substr(0, key.size() - ending));
  for (uint32_t chunk = first; chunk <= last && last - first <= kMostSkipped; ++chunk) {
    reader_.Prefetch(chunk);
  }
  for (size_t size = key.size() - ending; size > key.size() / 2; --size) {
    reader_.Prefetch(*reader_.ChunkOf(ClassKey(key.substr(0, size), 0)));
  }
}

// Of the heavy classes, it is likely in one whose first form it goes on from, or in that which shares
// most letters with it; many that share as much tell nothing.
void TermFinder::PrefetchClasses(std::string_view key) {
  const size_t half = std::max(kLeastShared, (key.size() + 1) / 2);
  size_t most = half;
  Vector<const KeyedBlock*> likely;
  for (const KeyedBlock& listed : reader_.root().heavy_terms) {
    const size_t mark = listed.key.find(kClassMark);
    if (mark == std::string::npos || listed.block.size >= 2 * kLongList) continue;
    const size_t shared = StringModel::SharedPrefix(listed.key, key);
    // Whole, or but for its last letter: "state" of "stating".
    const bool goes_on = shared == mark && (mark >= kLeastShared || mark + 1 >= key.size());
    if (goes_on || (shared + 1 == mark && shared >= half)) PrefetchClass(listed);
    if (shared < most) continue;
    if (shared > most) likely.clear();
    most = shared;
    likely.push_back(&listed);
  }
  if (likely.size() > kMostLikely) return;
  for (const KeyedBlock* listed : likely) PrefetchClass(*listed);
}

bool TermFinder::FindForms(const QueryTerm& term, bool is_equal, Vector<Entry>& forms) {
  std::optional<Entry> exact;
  bool ready = FindEntry(term.folded, exact);
  const bool is_chain = term.match == TermMatch::kChain;
  if (exact && (is_equal || is_chain || term.match == TermMatch::kEqual)) forms.push_back(*exact);
  if (is_equal || term.match == TermMatch::kEqual) return ready;
  Vector<Entry> range;
  ready &= FindRange(is_chain ? term.folded + '.' : term.folded, range);
  for (const Entry& entry : range) {
    if (entry.term->kind() == TermKind::kForm) forms.push_back(entry);
  }
  return ready;
}

bool TermFinder::FindRelatives(const Entry& form, const std::string* language,
                               Vector<Relative>& relatives) {
  bool ready = true;
  for (const ClassLink& link : form.term->links) {
    const std::string& tag = reader_.root().languages[link.language];
    if (language != nullptr && tag != *language) continue;
    std::optional<Entry> entry;
    ready &= FindEntry(ClassKey(link.anchor, link.language), entry);
    if (!entry) continue;
    for (const std::string& member : entry->term->forms) relatives.push_back({tag, member});
  }
  return ready;
}

// A class of one index may hold two classes of another together, so it is asked until nothing is new.
bool TermFinder::AskAll(const QueryTerm& term, bool is_equal, Vector<Relative>& relatives) {
  if (all_.size() < 2) return true;
  bool ready = true;
  for (IndexReader* reader : all_) {
    TermFinder finder(*reader, all_);
    Vector<Entry> forms;
    const bool is_listed = !is_equal && reader->FindPrefix(term.folded) != nullptr;
    ready &= finder.FindForms(term, is_equal || is_listed, forms);
    for (const Entry& form : forms) ready &= finder.FindRelatives(form, nullptr, relatives);
  }
  SortUnique(relatives);
  for (size_t known = 0; known < relatives.size();) {
    const Vector<Relative> asked = relatives;
    known = asked.size();
    for (IndexReader* reader : all_) {
      TermFinder finder(*reader, all_);
      for (const Relative& relative : asked) {
        std::optional<Entry> form;
        ready &= finder.FindEntry(relative.form, form);
        if (form) ready &= finder.FindRelatives(*form, &relative.language, relatives);
      }
    }
    SortUnique(relatives);
  }
  return ready;
}

bool TermFinder::AddClasses(const Vector<Entry>& forms, const Vector<Relative>& relatives,
                            PostingList& list, Vector<TermRef>& keepers) {
  bool ready = true;
  PostingSum sum(reader_.root().post_count);
  const Vector<uint8_t>& languages = reader_.root().post_languages;
  Vector<std::string> classes;
  // `only`: the one language that counts, or -1.
  const auto add_form = [&](const Entry& form, int only) {
    const Vector<ClassLink>& links = form.term->links;
    if (only < 0 && links.size() >= reader_.root().languages.size()) return;
    const PostingList* postings = reader_.Postings(form.ref);
    ready &= postings != nullptr;
    if (postings == nullptr) return;
    for (const Posting& posting : *postings) {
      const int language = languages[posting.post];
      const bool in_class = std::any_of(links.begin(), links.end(), [&](const ClassLink& link) {
        return static_cast<int>(link.language) == language;
      });
      if (!in_class && (only < 0 || only == language)) sum.Add(posting);
    }
  };
  for (const Entry& form : forms) {
    for (const ClassLink& link : form.term->links) {
      classes.push_back(ClassKey(link.anchor, link.language));
    }
    add_form(form, -1);
  }
  for (const Relative& relative : relatives) {
    const Vector<std::string>& tags = reader_.root().languages;
    const auto tag = std::find(tags.begin(), tags.end(), relative.language);
    const bool is_own = std::any_of(forms.begin(), forms.end(), [&](const Entry& form) {
      return form.term->key == relative.form;
    });
    if (tag == tags.end() || is_own) continue;
    std::optional<Entry> entry;
    ready &= FindEntry(relative.form, entry);
    if (!entry) continue;
    const int language = static_cast<int>(tag - tags.begin());
    for (const ClassLink& link : entry->term->links) {
      if (static_cast<int>(link.language) == language) {
        classes.push_back(ClassKey(link.anchor, link.language));
      }
    }
    add_form(*entry, language);
    keepers.push_back(entry->ref);
  }
  SortUnique(classes);
  for (const std::string& key : classes) {
    std::optional<Entry> entry;
    ready &= FindEntry(key, entry);
    if (!entry) continue;
    const PostingList* postings = reader_.Postings(entry->ref);
    ready &= postings != nullptr;
    if (postings != nullptr) sum.Add(*postings);
    keepers.push_back(entry->ref);
  }
  list = sum.Take();
  return ready;
}

// A form that has a class in every language keeps nothing.
void TermFinder::AddKeeper(const Entry& form, FoundTerm& found) const {
  if (form.term->links.size() < reader_.root().languages.size()) found.keepers.push_back(form.ref);
}

// What was typed, and its relatives.
bool TermFinder::FindTyped(const QueryTerm& term, bool with_classes, const KeyedBlock* stand_in,
                           FoundTerm& found) {
  std::optional<Entry> exact;
  bool ready = FindEntry(term.folded, exact);
  if (!ready && reader_.FindHeavy(term.folded) == nullptr) {
    reader_.Prefetch(*reader_.ChunkOf(term.folded));
  }
  Vector<Entry> forms;
  if (exact) {
    const PostingList* postings =
        stand_in != nullptr ? reader_.Postings(*stand_in) : reader_.Postings(exact->ref);
    ready &= postings != nullptr;
    if (postings != nullptr) {
      found.exact = *postings;
      found.forms.push_back({&exact->term->key, postings, true});
    }
    forms.push_back(*exact);
    AddKeeper(*exact, found);
  }
  if (!with_classes) {
    found.stem = found.exact;
    return ready;
  }
  Vector<Relative> relatives;
  ready &= AskAll(term, true, relatives);
  return AddClasses(forms, relatives, found.stem, found.keepers) && ready;
}

// Every form that begins with `prefix`, and their relatives.
bool TermFinder::FindBegun(const QueryTerm& term, const std::string& prefix, FoundTerm& found) {
  if (const KeyedBlock* node = reader_.FindPrefix(prefix); node != nullptr) {
    const PostingList* postings = reader_.Postings(*node);
    if (postings != nullptr) found.all = *postings;
    found.is_partial = true;
    return postings != nullptr;
  }
  Vector<Entry> range;
  bool ready = FindRange(prefix, range);
  Vector<Entry> forms;
  // Beside a word that is called just so, or if it is so common that its class stands in, a longer one
  // adds nothing to a score for being what it is.
  const bool is_typed = !found.forms.empty();
  for (const Entry& entry : range) {
    if (entry.term->kind() != TermKind::kForm) continue;
    forms.push_back(entry);
    AddKeeper(entry, found);
    if (is_typed || StandIn(entry.term->key) != nullptr) continue;
    const PostingList* postings = reader_.Postings(entry.ref);
    ready &= postings != nullptr;
    if (postings != nullptr) found.forms.push_back({&entry.term->key, postings, false});
  }
  Vector<Relative> relatives;
  ready &= AskAll(term, false, relatives);
  return AddClasses(forms, relatives, found.all, found.keepers) && ready;
}

bool TermFinder::Find(const QueryTerm& term, Relatives relatives, FoundTerm& found) {
  found = FoundTerm();
  const bool with_classes = relatives != Relatives::kNone;
  const KeyedBlock* stand_in = relatives == Relatives::kMayReplace ? StandIn(term.folded) : nullptr;
  Prefetch(term, stand_in);
  bool ready = FindTyped(term, with_classes, stand_in, found);
  if (term.match == TermMatch::kEqual) {
    found.all = found.stem;
  } else if (term.match == TermMatch::kPrefix) {
    ready &= FindBegun(term, term.folded, found);
  } else {
    ready &= FindBegun(term, term.folded + '.', found);
  }
  if (term.match == TermMatch::kChain) {
    PostingSum sum(reader_.root().post_count);
    sum.Add(found.all);
    sum.Add(found.stem);
    found.all = sum.Take();
  }
  SortUnique(found.keepers);
  return ready;
}

bool TermFinder::FindLabel(std::string_view key, bool is_prefix, Vector<uint32_t>& posts) {
  Vector<Entry> entries;
  bool ready = true;
  if (is_prefix) {
    ready = FindRange(key, entries);
  } else {
    std::optional<Entry> entry;
    ready = FindEntry(key, entry);
    if (entry) entries.push_back(*entry);
  }
  for (const Entry& entry : entries) {
    const PostingList* postings = reader_.Postings(entry.ref);
    ready &= postings != nullptr;
    if (postings == nullptr) continue;
    for (const Posting& posting : *postings) posts.push_back(posting.post);
  }
  SortUnique(posts);
  return ready;
}

}  // namespace broadsheet
