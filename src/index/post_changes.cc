#include "index/post_changes.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "base/bytes.h"
#include "index/analyzed_post.h"
#include "index/class_change.h"

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
  for (uint32_t i = 0; i < post.stems.size(); ++i) {
    const auto [word, stem] = post.stems[i];
    growth[{language, stem, post.words[word]}] += sign;
  }
}

class Editor {
 public:
  Editor(const StoredIndex& index, const std::vector<NumberedChange>& changes,
         TermStatistics& statistics, const ParallelFor& run)
      : index_(index), changes_(changes), statistics_(statistics), run_(run), terms_(index) {}

  std::optional<TermChanges> Run() {
    EditForms();
    ReadChunks();
    if (!FindTerms() || !EditStems()) return std::nullopt;
    if (!EditSameClasses() || !CountPosts()) return std::nullopt;
    AddUnits();
    if (!AddWholeUnits()) return std::nullopt;
    return std::move(changed_);
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
    changed_.edits[std::string(word)].posts.push_back(
        {post, CountsOf(before), CountsOf(after), PositionsOf(after)});
  }

  void ReadChunks() {
    std::vector<std::string_view> keys;
    for (const auto& [key, edit] : changed_.edits) keys.push_back(key);
    terms_.Prefetch(keys, run_);
  }

  // False when a form should be there and is not.
  bool FindTerms() {
    for (auto& [key, edit] : changed_.edits) {
      const Term* term = terms_.Find(key);
      const bool was_there = std::any_of(edit.posts.begin(), edit.posts.end(),
                                         [](const PostEdit& post) { return IsIn(post.before); });
      if (term == nullptr && was_there) return false;
      if (term != nullptr) edit.before = *term;
      edit.before.key = key;
      edit.after = edit.before;
      for (const PostEdit& post : edit.posts) {
        edit.after.post_count = Grown(edit.after.post_count, IsIn(post.before), IsIn(post.after));
      }
    }
    return true;
  }

  // False when classes change too much.
  bool EditStems() {
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
    std::map<uint32_t, std::vector<std::string_view>> seeds;
    for (const auto& [language, stem, form] : changed) {
      if (statistics_.FormsOf(language, stem).size() > 1) seeds[language].push_back(form);
    }
    if (seeds.size() > 1) return false;
    for (const auto& [language, forms] : seeds) {
      rejoined_ = language;
      if (!EditClasses(index_, terms_, statistics_, language, forms, changed_)) return false;
    }
    for (const auto& [language, stem, form] : changed) {
      std::vector<StemUse>& stems = statistics_.FindOrAdd(form).stems;
      stems.erase(std::remove_if(stems.begin(), stems.end(),
                                 [](const StemUse& use) { return use.post_count == 0; }),
                  stems.end());
    }
    return true;
  }

  // Whether a class, or what a form in none counts for its prefixes, was edited with the stems.
  bool IsRejoined(const std::vector<std::string>& forms, uint32_t language) const {
    return language == rejoined_ &&
           std::any_of(changed_.units.begin(), changed_.units.end(), [&](const PrefixUnit& unit) {
             return std::find(unit.forms.begin(), unit.forms.end(), forms.front()) !=
                    unit.forms.end();
           });
  }

  // The classes whose forms stay as they are.
  bool EditSameClasses() {
    std::map<std::string, std::set<size_t>> touched;  // by class: places in changes_
    for (const auto& [key, edit] : changed_.edits) {
      for (const ClassLink& link : edit.before.links) {
        if (IsRejoined({key}, link.language)) continue;
        for (size_t i = 0; i < changes_.size(); ++i) {
          if (changes_[i].language == link.language && edit.Find(changes_[i].post) != nullptr) {
            touched[ClassKey(link.anchor, link.language)].insert(i);
          }
        }
      }
    }
    for (const auto& [key, places] : touched) {
      const Term* term = terms_.Find(key);
      if (term == nullptr) return false;
      TermEdit& edit = changed_.edits[key];
      edit.before = edit.after = *term;
      for (const size_t i : places) {
        const std::vector<FormUse> before = FormUses(before_[i], term->forms);
        const std::vector<FormUse> after = FormUses(after_[i], term->forms);
        edit.posts.push_back(
            {changes_[i].post, JoinCounts(before), JoinCounts(after), JoinPositions(after)});
        edit.after.post_count = Grown(edit.after.post_count, !before.empty(), !after.empty());
      }
    }
    return true;
  }

  // A form of a class counts for prefixes by its class, which counts for those of all its forms.
  void AddUnits() {
    std::vector<PrefixUnit> units;
    for (const auto& [key, edit] : changed_.edits) {
      const bool is_form = edit.before.kind() == TermKind::kForm;
      std::vector<std::string> forms(edit.before.forms.begin(), edit.before.forms.end());
      if (is_form) forms = {key};
      for (const NumberedChange& change : changes_) {
        const PostEdit* post = edit.Find(change.post);
        if (post == nullptr || post->before == post->after ||
            (is_form && !KeepsPositions(edit.before, change.language)) ||
            IsRejoined(forms, change.language)) {
          continue;
        }
        if (IsIn(post->before)) units.push_back({-1, forms, {{post->post, post->before}}});
        if (IsIn(post->after)) units.push_back({1, forms, {{post->post, post->after}}});
      }
    }
    changed_.units.insert(changed_.units.end(), units.begin(), units.end());
  }

  // The term after the change; null without it.
  const Term* After(const std::string& key) {
    const auto edit = changed_.edits.find(key);
    if (edit == changed_.edits.end()) return terms_.Find(key);
    return edit->second.after.post_count == 0 ? nullptr : &edit->second.after;
  }

  // Only rounded lists ask for them. False when a term should be there and is not.
  bool AddWholeUnits() {
    const uint32_t post_count = index_.root().post_count;
    if (!IsRounded(post_count, post_count)) return true;
    std::vector<std::string_view> words;
    for (const Uses& uses : after_) {
      for (const WordUse& use : uses) words.push_back(use.word);
    }
    terms_.Prefetch(words, run_);
    for (size_t i = 0; i < changes_.size(); ++i) {
      std::map<std::string, PrefixUnit> units;  // by the key of the class or the form
      for (const WordUse& use : after_[i]) {
        const Term* term = After(std::string(use.word));
        if (term == nullptr) return false;
        for (const ClassLink& link : term->links) {
          if (link.language != changes_[i].language) continue;
          term = After(ClassKey(link.anchor, link.language));
          break;
        }
        if (term == nullptr) return false;
        PrefixUnit& unit = units[term->key];
        if (unit.list.empty()) {
          unit.forms.assign(term->forms.begin(), term->forms.end());
          if (unit.forms.empty()) unit.forms.push_back(term->key);
          unit.list.push_back({changes_[i].post, {}});
        }
        AddCounts(CountsOf(&use), unit.list[0].counts);
      }
      for (auto& [key, unit] : units) changed_.whole_units.push_back(std::move(unit));
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
    for (const auto& [key, edit] : changed_.edits) {
      const uint32_t before = edit.before.post_count;
      const uint32_t after = edit.after.post_count;
      if (before != 0 && --histogram[before] == 0) histogram.erase(before);
      if (after != 0) ++histogram[after];
      if ((after >= bound) != edit.before.is_heavy) return false;
      if (before != after && edit.before.kind() == TermKind::kForm) CountForm(key, after);
    }
    return HeavyBound(histogram, index_.root().post_count) == bound;
  }

  void CountForm(std::string_view key, uint32_t post_count) {
    TermStatistics::Form& form = statistics_.FindOrAdd(key);
    form.post_count = post_count;
    if (post_count == 0) {
      statistics_.forms.erase(statistics_.forms.begin() + (&form - statistics_.forms.data()));
    }
  }

  const StoredIndex& index_;
  const std::vector<NumberedChange>& changes_;
  TermStatistics& statistics_;
  const ParallelFor& run_;
  std::vector<Uses> before_;  // of changes_
  std::vector<Uses> after_;
  StoredTerms terms_;
  uint32_t rejoined_ = UINT32_MAX;  // the language whose classes change
  TermChanges changed_;
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

TermUses TermEdit::Apply(const TermUses& uses) const {
  TermUses edited;
  edited.list = Apply(uses.list);
  for (const Posting& posting : edited.list) {
    const PostEdit* edit = Find(posting.post);
    edited.places.push_back(edit != nullptr ? edit->positions : *uses.Find(posting.post));
  }
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

std::optional<TermChanges> EditTerms(const StoredIndex& index,
                                     const std::vector<NumberedChange>& changes,
                                     TermStatistics& statistics, const ParallelFor& run) {
  return Editor(index, changes, statistics, run).Run();
}

}  // namespace broadsheet
