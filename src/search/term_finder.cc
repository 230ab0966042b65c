#include "search/term_finder.h"

#include <algorithm>
#include <string>

#include "base/sort.h"
#include "search/posting_sum.h"

namespace broadsheet {
namespace {

// What may be worth fetching before it is known to be needed: classes whose anchor is so like the word.
constexpr size_t kLikeAnchor = 4;

// The first string that does not begin with `prefix`, or empty.
std::string AfterPrefix(std::string_view prefix) {
  std::string after(prefix);
  while (!after.empty() && static_cast<unsigned char>(after.back()) == 0xff) after.pop_back();
  if (!after.empty()) after.back() = static_cast<char>(after.back() + 1);
  return after;
}

bool StartsWith(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

}  // namespace

bool TermFinder::FindEntry(std::string_view key, std::optional<Entry>& entry) {
  entry.reset();
  const std::optional<uint32_t> chunk = reader_.ChunkOf(key);
  if (!chunk) return true;
  const std::vector<Term>* terms = reader_.Terms(*chunk);
  if (terms == nullptr) return false;
  const auto found =
      std::lower_bound(terms->begin(), terms->end(), key,
                       [](const Term& term, std::string_view wanted) { return term.key < wanted; });
  if (found == terms->end() || found->key != key) return true;
  entry = Entry{{*chunk, static_cast<uint32_t>(found - terms->begin())}, &*found};
  return true;
}

bool TermFinder::FindRange(std::string_view prefix, std::vector<Entry>& entries) {
  const std::optional<uint32_t> first = reader_.ChunkOf(prefix);
  if (!first) return true;
  const std::string after = AfterPrefix(prefix);
  bool ready = true;
  const std::vector<TermChunk>& chunks = reader_.root().chunks;
  for (uint32_t chunk = *first; chunk < chunks.size(); ++chunk) {
    if (chunk > *first && !after.empty() && chunks[chunk].first_key >= after) break;
    const std::vector<Term>* terms = reader_.Terms(chunk);
    if (terms == nullptr) {
      ready = false;
      reader_.Prefetch(chunk);
      continue;
    }
    for (uint32_t i = 0; i < terms->size(); ++i) {
      const Term& term = (*terms)[i];
      if (StartsWith(term.key, prefix)) entries.push_back({{chunk, i}, &term});
    }
  }
  return ready;
}

// Asks for lists that the root alone suggests, so that they come in the same round as the words.
void TermFinder::Prefetch(const QueryTerm& term) {
  const std::string_view key = term.folded;
  if (const ListedTerm* heavy = reader_.FindHeavy(key)) reader_.Postings(*heavy);
  const std::vector<ListedTerm>& listed = reader_.root().heavy_terms;
  const size_t bent = std::max(kLikeAnchor, key.size() < 3 ? 0 : key.size() - 3);
  const std::string_view start = key.substr(0, bent);
  const bool is_range = term.match == TermMatch::kPrefix && reader_.FindPrefix(key) == nullptr;
  auto like = std::lower_bound(
      listed.begin(), listed.end(), start,
      [](const ListedTerm& term, std::string_view wanted) { return term.key < wanted; });
  for (; like != listed.end() && StartsWith(like->key, start); ++like) {
    const size_t mark = like->key.find(kClassMark);
    const bool is_class = mark != std::string::npos;
    const bool is_like = is_class && (mark == key.size() || (mark < key.size() && mark >= kLikeAnchor));
    if (is_like || (is_range && StartsWith(like->key, key))) reader_.Postings(*like);
  }
}

// Adds the classes of the forms to `list`, and of forms that have none in a post's language, the form.
bool TermFinder::AddClasses(const std::vector<Entry>& forms, PostingList& list,
                            std::vector<TermRef>& found) {
  bool ready = true;
  PostingSum sum(reader_.root().post_count);
  const std::vector<uint8_t>& languages = reader_.root().post_languages;
  std::vector<std::string> classes;
  for (const Entry& form : forms) {
    const std::vector<ClassLink>& links = form.term->links;
    for (const ClassLink& link : links) classes.push_back(ClassKey(link.anchor, link.language));
    if (links.size() >= reader_.root().languages.size()) continue;
    const PostingList* postings = reader_.Postings(form.ref);
    if (postings == nullptr) {
      ready = false;
      continue;
    }
    for (const Posting& posting : *postings) {
      const bool in_class = std::any_of(links.begin(), links.end(), [&](const ClassLink& link) {
        return link.language == languages[posting.post];
      });
      if (!in_class) sum.Add(posting);
    }
  }
  SortUnique(classes);
  for (const std::string& key : classes) {
    std::optional<Entry> entry;
    ready &= FindEntry(key, entry);
    if (!entry) continue;
    const PostingList* postings = reader_.Postings(entry->ref);
    ready &= postings != nullptr;
    if (postings != nullptr) sum.Add(*postings);
    found.push_back(entry->ref);
  }
  list = sum.Take();
  return ready;
}

// A form that has a class in every language keeps nothing.
void TermFinder::AddKeeper(const Entry& form, FoundTerm& found) const {
  if (form.term->links.size() < reader_.root().languages.size()) found.keepers.push_back(form.ref);
}

bool TermFinder::Find(const QueryTerm& term, bool with_classes, FoundTerm& found) {
  found = FoundTerm();
  Prefetch(term);
  std::optional<Entry> exact;
  bool ready = FindEntry(term.folded, exact);
  if (!ready && reader_.FindHeavy(term.folded) == nullptr) {
    reader_.Prefetch(*reader_.ChunkOf(term.folded));
  }
  if (exact) {
    const PostingList* postings = reader_.Postings(exact->ref);
    ready &= postings != nullptr;
    if (postings != nullptr) found.exact = *postings;
    if (with_classes) {
      ready &= AddClasses({*exact}, found.stem, found.keepers);
    } else {
      found.stem = found.exact;
    }
    AddKeeper(*exact, found);
  }
  if (term.match == TermMatch::kEqual) {
    found.all = found.stem;
  } else {
    std::vector<Entry> range;
    std::string prefix = term.folded;
    if (term.match == TermMatch::kChain) prefix += '.';
    if (const ListedTerm* node = reader_.FindPrefix(prefix); node != nullptr) {
      const PostingList* postings = reader_.Postings(*node);
      ready &= postings != nullptr;
      if (postings != nullptr) found.all = *postings;
      found.is_partial = true;
    } else {
      ready &= FindRange(prefix, range);
      std::vector<Entry> forms;
      for (const Entry& entry : range) {
        if (entry.term->kind() == TermKind::kForm) forms.push_back(entry);
      }
      for (const Entry& entry : forms) AddKeeper(entry, found);
      ready &= AddClasses(forms, found.all, found.keepers);
    }
    if (term.match == TermMatch::kChain) {
      PostingSum sum(reader_.root().post_count);
      sum.Add(found.all);
      sum.Add(found.stem);
      found.all = sum.Take();
    }
  }
  SortUnique(found.keepers);
  return ready;
}

bool TermFinder::FindLabel(std::string_view key, bool is_prefix, std::vector<uint32_t>& posts) {
  std::vector<Entry> entries;
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
