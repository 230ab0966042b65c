#include "index/block_edit.h"

#include <map>
#include <utility>

#include "index/chunk_model.h"
#include "index/limits.h"

namespace broadsheet {
namespace {

// Where old positions come from: a group of a chunk or a run of a heavy term, decoded when first asked for.
class OldGroup {
 public:
  OldGroup(const StoredIndex& index, const Vector<Term>& terms, const ChunkPostings& postings)
      : index_(index), terms_(terms), postings_(postings) {}

  // The block of the terms [first, last), if they were a group; else empty.
  std::string_view Block(uint32_t first, uint32_t last) const {
    const auto [group, begin] = Place(first);
    if (group >= postings_.group_sizes.size() || postings_.groups[group] != first ||
        postings_.groups[group + 1] != last) {
      return {};
    }
    return index_.Positions(begin, begin + postings_.group_sizes[group]);
  }

  const FieldPositions* Find(uint32_t term, uint32_t post) {
    const auto [group, begin] = Place(term);
    if (group >= postings_.group_sizes.size()) return nullptr;
    const auto [known, is_new] = decoded_.try_emplace(group);
    const uint32_t first = postings_.groups[group];
    if (is_new) {
      known->second = index_.Group(terms_, postings_.lists, first, postings_.groups[group + 1],
                                   begin, postings_.group_sizes[group]);
    }
    const PostingList& list = postings_.lists[term];
    const Posting* posting = FindPost(list, post);
    if (posting == nullptr) return nullptr;
    return &known->second[term - first][static_cast<size_t>(posting - list.begin())];
  }

 private:
  std::pair<size_t, uint32_t> Place(uint32_t term) const {
    size_t group = 0;
    uint32_t begin = postings_.positions_begin;
    while (group < postings_.group_sizes.size() && postings_.groups[group + 1] <= term) {
      begin += postings_.group_sizes[group++];
    }
    return {group, begin};
  }

  const StoredIndex& index_;
  const Vector<Term>& terms_;
  const ChunkPostings& postings_;
  std::map<size_t, Vector<Vector<FieldPositions>>> decoded_;
};

// One term of a chunk as it will be.
struct EditedTerm {
  uint32_t old_place = 0;          // in the old chunk
  const TermEdit* edit = nullptr;  // null: as before
};

class ChunkEdit {
 public:
  ChunkEdit(const StoredIndex& index, uint32_t chunk)
      : index_(index),
        chunk_(chunk),
        old_terms_(index.Terms(chunk)),
        old_postings_(index.Postings(chunk, old_terms_)),
        old_groups_(index, old_terms_, old_postings_) {}

  std::optional<EncodedTerms> Run(const ChunkEdits& edits) {
    Merge(edits);
    const auto postings_of = [](const Term& term) { return term.is_heavy ? 0 : term.post_count; };
    if (!KeepsLimits(index_.root().chunks, chunk_, terms_, postings_of)) return std::nullopt;
    return EncodeChunk(
        terms_, lists_, index_.root(), index_.words(), [this](size_t first, size_t last) {
          return Positions(static_cast<uint32_t>(first), static_cast<uint32_t>(last));
        });
  }

 private:
  void Merge(const ChunkEdits& edits) {
    auto next = edits.begin();
    for (uint32_t i = 0; i < old_terms_.size(); ++i) {
      for (; next != edits.end() && next->first < old_terms_[i].key; ++next) Add(*next->second, 0);
      if (next != edits.end() && next->first == old_terms_[i].key) {
        Add(*next->second, i);
        ++next;
      } else {
        terms_.push_back(old_terms_[i]);
        lists_.push_back(old_postings_.lists[i]);
        sources_.push_back({i, nullptr});
      }
    }
    for (; next != edits.end(); ++next) Add(*next->second, 0);
  }

  void Add(const TermEdit& edit, uint32_t old_place) {
    if (edit.after.post_count == 0) return;
    const bool is_new = edit.before.post_count == 0;
    terms_.push_back(edit.after);
    lists_.push_back(edit.after.is_heavy ? PostingList()
                     : edit.whole
                         ? edit.whole->list
                         : edit.Apply(is_new ? PostingList() : old_postings_.lists[old_place]));
    sources_.push_back({old_place, &edit});
  }

  std::string Positions(uint32_t first, uint32_t last) {
    if (const std::string_view block = UnchangedBlock(first, last); !block.empty()) {
      return std::string(block);
    }
    PositionWriter writer;
    for (uint32_t i = first; i < last; ++i) {
      for (const Posting& posting : lists_[i]) {
        if (!KeepsPositions(terms_[i], index_.root().post_languages[posting.post])) continue;
        const FieldPositions* found = PlacesOf(sources_[i], posting.post);
        FieldPositions places = found == nullptr ? FieldPositions() : *found;
        writer.Add(posting, terms_[i].forms.size(), places);
      }
    }
    return writer.Finish();
  }

  const FieldPositions* PlacesOf(const EditedTerm& source, uint32_t post) {
    if (source.edit != nullptr && source.edit->whole) return source.edit->whole->Find(post);
    const PostEdit* edit = source.edit == nullptr ? nullptr : source.edit->Find(post);
    return edit != nullptr ? &edit->positions : old_groups_.Find(source.old_place, post);
  }

  std::string_view UnchangedBlock(uint32_t first, uint32_t last) const {
    for (uint32_t i = first; i < last; ++i) {
      if (sources_[i].edit != nullptr ||
          sources_[i].old_place != sources_[first].old_place + (i - first)) {
        return {};
      }
    }
    const uint32_t begin = sources_[first].old_place;
    return old_groups_.Block(begin, begin + (last - first));
  }

  const StoredIndex& index_;
  const uint32_t chunk_;
  const Vector<Term> old_terms_;
  const ChunkPostings old_postings_;
  OldGroup old_groups_;
  Vector<Term> terms_;
  Vector<PostingList> lists_;
  std::vector<EditedTerm> sources_;
};

class HeavyEdit {
 public:
  HeavyEdit(const StoredIndex& index, const TermEdit& edit, const KeyedBlock& listed)
      : index_(index),
        edit_(edit),
        old_(index.Listed(listed)),
        list_(edit.whole ? edit.whole->list : edit.Apply(old_.list)) {
    RoundCounts(list_, index.root().post_count);
  }

  EncodedTerms Run() {
    return EncodeHeavy(edit_.after, list_, index_.root(),
                       [this](size_t first, size_t last) { return Positions(first, last); });
  }

 private:
  std::string Positions(size_t first, size_t last) {
    if (const std::string_view block = UnchangedBlock(first, last); !block.empty()) {
      return std::string(block);
    }
    PositionWriter writer(IsRounded(list_.size(), index_.root().post_count));
    for (size_t p = first; p < last; ++p) {
      const Posting& posting = list_[p];
      if (!KeepsPositions(edit_.after, index_.root().post_languages[posting.post])) continue;
      FieldPositions places = PlacesOf(posting.post);
      writer.Add(posting, edit_.after.forms.size(), places);
    }
    return writer.Finish();
  }

  FieldPositions PlacesOf(uint32_t post) {
    if (edit_.whole) return *edit_.whole->Find(post);
    const PostEdit* edit = edit_.Find(post);
    return edit != nullptr ? edit->positions : OldPositions(post);
  }

  // The old run that holds a place of the old list; the last one if none does.
  size_t RunAt(size_t place) const {
    size_t run = 0;
    while (run + 1 < old_.runs.size() && old_.runs[run + 1].first <= place) ++run;
    return run;
  }

  size_t PlaceOf(uint32_t post) const {
    const Posting* posting = FindPost(old_.list, post);
    return posting == nullptr ? old_.list.size() : static_cast<size_t>(posting - old_.list.begin());
  }

  std::string_view UnchangedBlock(size_t first, size_t last) const {
    if (edit_.whole) return {};
    for (const PostEdit& edit : edit_.posts) {
      if (edit.post >= list_[first].post && edit.post <= list_[last - 1].post) return {};
    }
    const size_t place = PlaceOf(list_[first].post);
    const HeavyPostings::Run& run = old_.runs[RunAt(place)];
    if (run.first != place || run.posts != last - first) return {};
    const uint32_t begin = static_cast<uint32_t>(run.begin);
    return index_.Positions(begin, begin + run.size);
  }

  FieldPositions OldPositions(uint32_t post) {
    const size_t place = PlaceOf(post);
    const size_t run = RunAt(place);
    const auto [known, is_new] = decoded_.try_emplace(run);
    if (is_new) known->second = index_.Run(edit_.before, old_, old_.runs[run]);
    const size_t in_run = place - old_.runs[run].first;
    return in_run < known->second.size() ? known->second[in_run] : FieldPositions();
  }

  const StoredIndex& index_;
  const TermEdit& edit_;
  const HeavyPostings old_;
  PostingList list_;
  std::map<size_t, Vector<FieldPositions>> decoded_;
};

}  // namespace

std::optional<EncodedTerms> EditChunk(const StoredIndex& index, uint32_t chunk,
                                      const ChunkEdits& edits) {
  return ChunkEdit(index, chunk).Run(edits);
}

EncodedTerms EditHeavy(const StoredIndex& index, const KeyedBlock& listed, const TermEdit& edit) {
  return HeavyEdit(index, edit, listed).Run();
}

}  // namespace broadsheet
