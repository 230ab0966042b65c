#include "index/class_change.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "index/analyzed_post.h"

namespace broadsheet {
namespace {

constexpr size_t kMostForms = 200;

class ClassEditor {
 public:
  ClassEditor(const StoredIndex& index, StoredTerms& terms, const TermStatistics& statistics,
              uint32_t language, TermChanges& changes)
      : index_(index),
        terms_(terms),
        statistics_(statistics),
        language_(language),
        changes_(changes) {}

  bool Run(const std::vector<std::string_view>& seeds) {
    if (!Collect(seeds)) return false;
    TakeOldClasses();
    for (const std::vector<std::string>& forms : NewClasses()) {
      if (!AddClass(forms)) return false;
    }
    for (auto& [key, form] : forms_) EditForm(key, form);
    return true;
  }

 private:
  struct Form {
    std::set<std::string_view> stems;  // after; in this language
    Term before;
    std::string anchor_before;  // "": in no class
    std::string anchor;
    TermUses uses;  // after, and all of them
  };

  bool IsOurs(uint32_t post) const { return index_.root().post_languages[post] == language_; }

  // The forms that share a stem with the seeds, before or after, and those that share one with these.
  bool Collect(const std::vector<std::string_view>& seeds) {
    std::vector<std::string_view> open = seeds;
    std::set<std::string_view> known_stems;
    while (!open.empty()) {
      const std::string_view key = open.back();
      open.pop_back();
      if (forms_.count(key) != 0) continue;
      if (forms_.size() >= kMostForms) return false;
      Form& form = forms_[std::string(key)];
      const TermStatistics::Form* known = statistics_.Find(key);
      if (known == nullptr) return false;
      for (const StemUse& use : known->stems) {
        if (use.language != language_) continue;
        if (use.post_count != 0) form.stems.insert(use.stem);
        if (!known_stems.insert(use.stem).second) continue;
        for (const TermStatistics::Form* other : statistics_.FormsOf(language_, use.stem)) {
          open.push_back(other->key);
        }
      }
      TakeUses(key, form);
    }
    return true;
  }

  void TakeUses(std::string_view key, Form& form) {
    TermUses before;
    if (const Term* term = terms_.Find(key)) {
      form.before = *term;
      before = terms_.AllUsesOf(*term);
      for (const ClassLink& link : term->links) {
        if (link.language == language_) form.anchor_before = link.anchor;
      }
    }
    form.before.key = key;
    if (form.anchor_before.empty()) AddUnit(-1, {std::string(key)}, before.list);
    const auto edit = changes_.edits.find(key);
    form.uses = edit == changes_.edits.end() ? std::move(before) : edit->second.Apply(before);
  }

  // What counts for the prefixes of these forms together.
  void AddUnit(int sign, std::vector<std::string> forms, const PostingList& list) {
    PostingList ours;
    for (const Posting& posting : list) {
      if (IsOurs(posting.post)) ours.push_back(posting);
    }
    changes_.units.push_back({sign, std::move(forms), std::move(ours)});
  }

  void TakeOldClasses() {
    std::set<std::string> keys;
    for (const auto& [key, form] : forms_) {
      if (!form.anchor_before.empty()) keys.insert(ClassKey(form.anchor_before, language_));
    }
    for (const std::string& key : keys) {
      const Term* term = terms_.Find(key);
      if (term == nullptr) continue;
      TermEdit& edit = changes_.edits[key];
      edit.before = edit.after = *term;
      edit.after.post_count = 0;
      AddUnit(-1, {term->forms.begin(), term->forms.end()}, terms_.UsesOf(*term).list);
    }
  }

  std::vector<std::vector<std::string>> NewClasses() const {
    std::vector<std::vector<std::string>> classes;
    std::set<std::string_view> placed;
    for (const auto& [key, form] : forms_) {
      if (form.stems.empty() || !placed.insert(key).second) continue;
      std::set<std::string_view> stems = form.stems;
      std::set<std::string> joined = {key};
      for (bool grows = true; grows;) {
        grows = false;
        for (const auto& [other_key, other] : forms_) {
          const bool shares =
              std::any_of(other.stems.begin(), other.stems.end(),
                          [&](std::string_view stem) { return stems.count(stem) != 0; });
          if (!shares || !joined.insert(other_key).second) continue;
          placed.insert(other_key);
          stems.insert(other.stems.begin(), other.stems.end());
          grows = true;
        }
      }
      if (joined.size() > 1) classes.emplace_back(joined.begin(), joined.end());
    }
    return classes;
  }

  bool AddClass(const std::vector<std::string>& forms) {
    const std::string key = ClassKey(forms.front(), language_);
    std::map<uint32_t, std::vector<FormUse>> by_post;
    for (size_t i = 0; i < forms.size(); ++i) {
      Form& form = forms_.find(forms[i])->second;
      form.anchor = forms.front();
      for (size_t p = 0; p < form.uses.list.size(); ++p) {
        const Posting& posting = form.uses.list[p];
        if (!IsOurs(posting.post)) continue;
        by_post[posting.post].push_back(
            {static_cast<uint16_t>(i), posting.counts, form.uses.places[p]});
      }
    }
    TermEdit& edit = changes_.edits[key];
    edit.before.key = key;
    edit.after = edit.before;
    edit.after.forms = Vector<std::string>();
    for (const std::string& form : forms) edit.after.forms.push_back(form);
    edit.whole.emplace();
    for (const auto& [post, uses] : by_post) {
      const Posting posting{post, JoinCounts(uses)};
      for (const uint16_t count : posting.counts) {
        if (count >= kMaxCount) return false;
      }
      edit.whole->list.push_back(posting);
      edit.whole->places.push_back(JoinPositions(uses));
    }
    edit.after.post_count = static_cast<uint32_t>(edit.whole->list.size());
    AddUnit(1, forms, edit.whole->list);
    return true;
  }

  void EditForm(const std::string& key, Form& form) {
    if (form.anchor.empty()) AddUnit(1, {key}, form.uses.list);
    if (form.anchor == form.anchor_before) return;  // what else changed of it is known
    TermEdit& edit = changes_.edits[key];
    edit.before = form.before;
    edit.after = form.before;
    edit.after.post_count = static_cast<uint32_t>(form.uses.list.size());
    edit.after.links = Vector<ClassLink>();
    bool is_placed = form.anchor.empty();
    const auto place = [&] {
      edit.after.links.push_back({language_, form.anchor});
      is_placed = true;
    };
    for (const ClassLink& link : form.before.links) {
      if (!is_placed && link.language > language_) place();
      if (link.language != language_) edit.after.links.push_back(link);
    }
    if (!is_placed) place();
    edit.whole = std::move(form.uses);
  }

  const StoredIndex& index_;
  StoredTerms& terms_;
  const TermStatistics& statistics_;
  const uint32_t language_;
  TermChanges& changes_;
  std::map<std::string, Form, std::less<>> forms_;
};

}  // namespace

bool EditClasses(const StoredIndex& index, StoredTerms& terms, const TermStatistics& statistics,
                 uint32_t language, const std::vector<std::string_view>& seeds,
                 TermChanges& changes) {
  return ClassEditor(index, terms, statistics, language, changes).Run(seeds);
}

}  // namespace broadsheet
