#include "index/post_changes.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "base/bytes.h"
#include "index/analyzed_post.h"

namespace broadsheet {
namespace {

using Uses = std::vector<WordUse>;

Uses SortedUses(const AnalyzedPost& post) {
  Uses uses = WordUses(post);
  std::sort(uses.begin(), uses.end(),
            [](const WordUse& a, const WordUse& b) { return a.word < b.word; });
  return uses;
}

const WordUse* FindUse(const Uses& uses, std::string_view word) {
  const auto found = std::lower_bound(
      uses.begin(), uses.end(), word,
      [](const WordUse& use, std::string_view wanted) { return use.word < wanted; });
  return found != uses.end() && found->word == word ? &*found : nullptr;
}

FieldCounts CountsOf(const WordUse* use) {
  if (use == nullptr) return {};
  ByteReader reader(use->counts);
  return ReadFieldCounts(reader);
}

FieldPositions PositionsOf(const WordUse* use) {
  if (use == nullptr) return {};
  ByteReader reader(use->positions);
  return ReadPositions(reader, CountsOf(use));
}

bool IsIn(const FieldCounts& counts) { return Posting{0, counts}.mask() != 0; }

uint32_t Grown(uint32_t number, bool before, bool after) {
  return number + (after ? 1u : 0u) - (before ? 1u : 0u);
}

std::optional<uint32_t> PostNumber(const StoredIndex& index, const std::string& path) {
  const Vector<RowPage>& pages = index.root().row_pages;
  uint32_t low = 0;
  uint32_t high = static_cast<uint32_t>(pages.size());
  while (low < high) {
    const uint32_t middle = (low + high) / 2;
    const Vector<PostRow> rows = index.Rows(middle);
    if (rows.empty()) return std::nullopt;
    if (path < rows.front().path) {
      high = middle;
    } else if (rows.back().path < path) {
      low = middle + 1;
    } else {
      for (uint32_t i = 0; i < rows.size(); ++i) {
        if (rows[i].path == path) return pages[middle].first_post + i;
      }
      return std::nullopt;
    }
  }
  return std::nullopt;
}

// (language, stem, form): how many posts more.
using StemKey = std::tuple<uint32_t, std::string_view, std::string_view>;
using StemGrowth = std::map<StemKey, int32_t>;

void AddStems(const AnalyzedPost& post, uint32_t language, int32_t sign, StemGrowth& growth) {
  for (const auto& [word, stem] : post.stems) growth[{language, stem, post.words[word]}] += sign;
}

class Editor {
 public:
  Editor(const StoredIndex& index, const std::vector<NumberedChange>& changes,
         TermStatistics& statistics, const ParallelFor& run)
      : index_(index), changes_(changes), statistics_(statistics), run_(run) {}

  std::optional<TermEdits> Run() {
    EditForms();
    ReadChunks();
    if (!FindTerms() || !CountStems()) return std::nullopt;
    if (!EditClasses() || !CountPosts()) return std::nullopt;
    return std::move(edits_);
  }

 private:
  void EditForms() {
    for (const NumberedChange& change : changes_) {
      before_.push_back(SortedUses(*change.change->before));
      after_.push_back(SortedUses(*change.change->after));
      const Uses& before = before_.back();
      const Uses& after = after_.back();
      for (const WordUse& use : before) {
        if (FindUse(after, use.word) == nullptr) AddEdit(use.word, change.post, &use, nullptr);
      }
      for (const WordUse& use : after) {
        const WordUse* old = FindUse(before, use.word);
        if (old != nullptr && old->counts == use.counts && old->positions == use.positions)
          continue;
        AddEdit(use.word, change.post, old, &use);
      }
    }
  }

  void AddEdit(std::string_view word, uint32_t post, const WordUse* before, const WordUse* after) {
    edits_[std::string(word)].posts.push_back(
        {post, CountsOf(before), CountsOf(after), PositionsOf(after)});
  }

  // The words of every chunk that holds an edited form.
  void ReadChunks() {
    std::set<uint32_t> wanted;
    for (const auto& [key, edit] : edits_) {
      if (const auto chunk = index_.ChunkOf(key)) wanted.insert(*chunk);
    }
    const std::vector<uint32_t> numbers(wanted.begin(), wanted.end());
    std::vector<Vector<Term>> read(numbers.size());
    run_(numbers.size(), [&](size_t i) { read[i] = index_.Terms(numbers[i]); });
    for (size_t i = 0; i < numbers.size(); ++i) chunks_[numbers[i]] = std::move(read[i]);
  }

  const Term* FindTerm(std::string_view key) {
    const auto chunk = index_.ChunkOf(key);
    if (!chunk) return nullptr;
    const auto [known, is_new] = chunks_.try_emplace(*chunk);
    if (is_new) known->second = index_.Terms(*chunk);
    const Vector<Term>& terms = known->second;
    const auto found = std::lower_bound(
        terms.begin(), terms.end(), key,
        [](const Term& term, std::string_view wanted) { return term.key < wanted; });
    return found != terms.end() && found->key == key ? &*found : nullptr;
  }

  // False when a form should be there and is not.
  bool FindTerms() {
    for (auto& [key, edit] : edits_) {
      const Term* term = FindTerm(key);
      const bool was_there = std::any_of(edit.posts.begin(), edit.posts.end(),
                                         [](const PostEdit& post) { return IsIn(post.before); });
      if (term == nullptr && was_there) return false;
      if (term != nullptr) edit.before = *term;
      edit.post_count = edit.before.post_count;
      for (const PostEdit& post : edit.posts) {
        edit.post_count = Grown(edit.post_count, IsIn(post.before), IsIn(post.after));
      }
      edit.before.key = key;
    }
    return true;
  }

  // False when forms come to share a stem, or cease to.
  bool CountStems() {
    StemGrowth growth;
    for (const NumberedChange& change : changes_) {
      AddStems(*change.change->before, change.language, -1, growth);
      AddStems(*change.change->after, change.language, 1, growth);
    }
    std::vector<StemKey> changed;
    for (const auto& [key, more] : growth) {
      if (more == 0) continue;
      const auto& [language, stem, form] = key;
      StemUse& use = statistics_.FindOrAdd(form).FindOrAdd(language, stem);
      const bool is_new = use.post_count == 0;
      use.post_count = static_cast<uint32_t>(static_cast<int32_t>(use.post_count) + more);
      if (is_new || use.post_count == 0) changed.push_back(key);
    }
    for (const auto& [language, stem, form] : changed) {
      if (statistics_.CountStem(language, stem) > 1) return false;
    }
    for (const auto& [language, stem, form] : changed) {
      std::vector<StemUse>& stems = statistics_.FindOrAdd(form).stems;
      stems.erase(std::remove_if(stems.begin(), stems.end(),
                                 [](const StemUse& use) { return use.post_count == 0; }),
                  stems.end());
    }
    return true;
  }

  bool EditClasses() {
    std::map<std::string, std::set<size_t>> touched;  // by class: places in changes_
    for (const auto& [key, edit] : edits_) {
      for (const ClassLink& link : edit.before.links) {
        for (size_t i = 0; i < changes_.size(); ++i) {
          if (changes_[i].language == link.language && edit.Find(changes_[i].post) != nullptr) {
            touched[ClassKey(link.anchor, link.language)].insert(i);
          }
        }
      }
    }
    for (const auto& [key, places] : touched) {
      const Term* term = FindTerm(key);
      if (term == nullptr) return false;
      TermEdit& edit = edits_[key];
      edit.before = *term;
      edit.post_count = term->post_count;
      for (const size_t i : places) {
        const std::vector<FormUse> before = FormUses(before_[i], term->forms);
        const std::vector<FormUse> after = FormUses(after_[i], term->forms);
        edit.posts.push_back(
            {changes_[i].post, JoinCounts(before), JoinCounts(after), JoinPositions(after)});
        edit.post_count = Grown(edit.post_count, !before.empty(), !after.empty());
      }
    }
    return true;
  }

  static std::vector<FormUse> FormUses(const Uses& uses, const Vector<std::string>& forms) {
    std::vector<FormUse> found;
    for (size_t i = 0; i < forms.size(); ++i) {
      if (const WordUse* use = FindUse(uses, forms[i])) {
        found.push_back({static_cast<uint16_t>(i), CountsOf(use), PositionsOf(use)});
      }
    }
    return found;
  }

  // False when a term becomes heavy, or light.
  bool CountPosts() {
    TermStatistics::Histogram& histogram = statistics_.histogram;
    const uint32_t bound = HeavyBound(histogram, index_.root().post_count);
    for (const auto& [key, edit] : edits_) {
      if (edit.before.post_count != 0 && --histogram[edit.before.post_count] == 0) {
        histogram.erase(edit.before.post_count);
      }
      if (edit.post_count != 0) ++histogram[edit.post_count];
      if ((edit.post_count >= bound) != edit.before.is_heavy) return false;
      if (edit.before.kind() == TermKind::kForm) CountForm(key, edit);
    }
    return HeavyBound(histogram, index_.root().post_count) == bound;
  }

  void CountForm(std::string_view key, const TermEdit& edit) {
    if (edit.post_count == edit.before.post_count) return;
    TermStatistics::Form& form = statistics_.FindOrAdd(key);
    form.post_count = edit.post_count;
    if (form.post_count == 0) {
      statistics_.forms.erase(statistics_.forms.begin() + (&form - statistics_.forms.data()));
    }
  }

  const StoredIndex& index_;
  const std::vector<NumberedChange>& changes_;
  TermStatistics& statistics_;
  const ParallelFor& run_;
  std::vector<Uses> before_;  // of changes_
  std::vector<Uses> after_;
  std::map<uint32_t, Vector<Term>> chunks_;
  TermEdits edits_;
};

}  // namespace

PostingList TermEdit::Apply(const PostingList& list) const {
  PostingList edited;
  edited.reserve(list.size() + posts.size());
  auto next = posts.begin();
  const auto add_before = [&](uint64_t post) {
    for (; next != posts.end() && next->post < post; ++next) {
      if (IsIn(next->after)) edited.push_back({next->post, next->after});
    }
  };
  for (const Posting& posting : list) {
    add_before(posting.post);
    if (next == posts.end() || next->post != posting.post) {
      edited.push_back(posting);
    }
  }
  add_before(UINT64_MAX);
  return edited;
}

std::optional<std::vector<NumberedChange>> NumberChanges(const StoredIndex& index,
                                                         const std::vector<PostChange>& changes) {
  std::vector<NumberedChange> numbered;
  const Vector<std::string>& languages = index.root().languages;
  for (const PostChange& change : changes) {
    const AnalyzedPost& before = *change.before;
    const AnalyzedPost& after = *change.after;
    const std::optional<uint32_t> number = PostNumber(index, after.row.path);
    const auto language = std::find(languages.begin(), languages.end(), after.language);
    if (!number || language == languages.end() || before.row.path != after.row.path ||
        before.language != after.language || before.tags != after.tags ||
        before.authors != after.authors) {
      return std::nullopt;
    }
    numbered.push_back({*number, static_cast<uint32_t>(language - languages.begin()), &change});
  }
  std::sort(numbered.begin(), numbered.end(),
            [](const NumberedChange& a, const NumberedChange& b) { return a.post < b.post; });
  return numbered;
}

std::optional<TermEdits> EditTerms(const StoredIndex& index,
                                   const std::vector<NumberedChange>& changes,
                                   TermStatistics& statistics, const ParallelFor& run) {
  return Editor(index, changes, statistics, run).Run();
}

}  // namespace broadsheet
