#include "index/index_update.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "index/analyzed_post.h"
#include "index/block_edit.h"
#include "index/block_writer.h"
#include "index/index_parts.h"
#include "index/limits.h"
#include "index/post_changes.h"
#include "index/post_writer.h"
#include "index/prefix_writer.h"
#include "index/range_encoder.h"
#include "index/stored_index.h"

namespace broadsheet {
namespace {

// By post: how much more of each field.
using CountGrowth = std::map<uint32_t, std::array<int64_t, kFieldCount>>;

class Updater {
 public:
  Updater(const StoredIndex& index, const std::vector<NumberedChange>& changes,
          const TermChanges& terms, const TermStatistics& statistics, const ParallelFor& run)
      : index_(index),
        changes_(changes),
        edits_(terms.edits),
        units_(terms.units),
        whole_units_(terms.whole_units),
        statistics_(statistics),
        run_(run),
        root_(index.root()) {}

  std::optional<std::vector<IndexFile>> Run() {
    if (!EditTermBlocks() || !EditPrefixes() || !EditTypos()) return std::nullopt;
    EditPosts();
    return JoinParts(root_, parts_);
  }

 private:
  Vector<std::string> Payloads(IndexFileKind file, size_t count, auto block_of) const {
    Vector<std::string> payloads(count);
    run_(count, [&](size_t i) { payloads[i] = index_.Payload(file, block_of(i)); });
    return payloads;
  }

  // Chunks and heavy terms, with their positions.
  bool EditTermBlocks() {
    const size_t chunk_count = root_.chunks.size();
    std::map<uint32_t, ChunkEdits> by_chunk;
    std::map<size_t, const TermEdit*> heavy;
    for (const auto& [key, edit] : edits_) {
      const bool is_heavy = edit.before.is_heavy;
      if (is_heavy) {
        const KeyedBlock* listed = index_.FindHeavy(key);
        if (listed == nullptr) return false;
        // Counts that are rounded cannot be had back.
        if (RoundingOf(edit.before.post_count, root_.post_count) !=
            RoundingOf(edit.after.post_count, root_.post_count)) {
          return false;
        }
        heavy[static_cast<size_t>(listed - index_.root().heavy_terms.begin())] = &edit;
      }
      if (!is_heavy || edit.whole || edit.after.post_count != edit.before.post_count) {
        by_chunk[*index_.ChunkOf(key)].emplace_back(key, &edit);
      }
    }
    std::vector<std::pair<size_t, std::optional<EncodedTerms>>> encoded;  // by place
    for (const auto& [chunk, range] : by_chunk) encoded.emplace_back(chunk, std::nullopt);
    for (const auto& [number, edit] : heavy)
      encoded.emplace_back(chunk_count + number, std::nullopt);
    run_(encoded.size(), [&](size_t i) {
      auto& [place, terms] = encoded[i];
      if (place < chunk_count) {
        const uint32_t chunk = static_cast<uint32_t>(place);
        terms = EditChunk(index_, chunk, by_chunk.at(chunk));
      } else {
        const size_t number = place - chunk_count;
        terms = EditHeavy(index_, index_.root().heavy_terms[number], *heavy.at(number));
      }
    });
    std::map<size_t, EncodedTerms> by_place;
    for (auto& [place, terms] : encoded) {
      if (!terms) return false;
      by_place[place] = std::move(*terms);
    }
    PlaceTerms(by_place);
    return true;
  }

  // Puts old and new blocks together; positions move, so all lists learn where theirs begin.
  void PlaceTerms(std::map<size_t, EncodedTerms>& encoded) {
    const Root& old = index_.root();
    const size_t chunk_count = old.chunks.size();
    const auto payload_of = [&](size_t place) {
      return index_.Payload(kTermsFile, place < chunk_count
                                            ? old.chunks[place].postings
                                            : old.heavy_terms[place - chunk_count].block);
    };
    parts_.chunk_terms =
        Payloads(kTermsFile, chunk_count, [&](size_t i) { return old.chunks[i].block; });
    const size_t count = chunk_count + old.heavy_terms.size();
    for (size_t place = 0; place < count; ++place) {
      const uint32_t begin = static_cast<uint32_t>(parts_.positions.size());
      Vector<std::string>& lists = place < chunk_count ? parts_.chunk_postings : parts_.heavy;
      const PlacedStream before = SplitPlace(payload_of(place));
      const auto found = encoded.find(place);
      if (found != encoded.end()) {
        if (place < chunk_count) parts_.chunk_terms[place] = std::move(found->second.words);
        lists.push_back(PlacedAt(begin, found->second.lists));
        parts_.positions += found->second.positions;
        continue;
      }
      const uint32_t end = place + 1 < count ? SplitPlace(payload_of(place + 1)).positions_begin
                                             : index_.positions_size();
      lists.push_back(PlacedAt(begin, before.stream));
      parts_.positions += index_.Positions(before.positions_begin, end);
    }
  }

  bool EditPrefixes() {
    const BlockList& prefixes = index_.root().prefixes;
    parts_.prefixes =
        Payloads(kTermsFile, prefixes.size(), [&](size_t i) { return prefixes[i].block; });
    std::map<size_t, CountGrowth> growths;
    for (const auto& [key, edit] : edits_) {
      if (!KeepsPrefixes(key, edit)) return false;
    }
    for (const PrefixUnit& unit : units_) AddGrowth(unit, growths);
    const std::vector<std::pair<size_t, CountGrowth>> jobs(growths.begin(), growths.end());
    std::vector<char> is_exact(jobs.size());
    run_(jobs.size(), [&](size_t i) {
      const auto& [number, growth] = jobs[i];
      const HeavyPostings before = index_.Listed(prefixes[number]);
      PostingList list;
      const bool is_known = before.is_rounded
                                ? Recount(prefixes[number].key, before.list, growth, list)
                                : Grow(before.list, growth, list);
      is_exact[i] = is_known && RoundingOf(list.size(), root_.post_count) ==
                                    RoundingOf(before.list.size(), root_.post_count);
      parts_.prefixes[number] = EncodePrefix(std::move(list), root_.post_count);
    });
    return std::find(is_exact.begin(), is_exact.end(), 0) == is_exact.end();
  }

  // Whether the same prefixes of a form are listed as before.
  bool KeepsPrefixes(std::string_view key, const TermEdit& edit) const {
    const bool comes_or_goes = edit.before.post_count == 0 || edit.after.post_count == 0;
    if (edit.before.kind() != TermKind::kForm || !comes_or_goes) return true;
    const auto is_kept = [&](std::string_view prefix) {
      const KeyedBlock* listed = index_.FindPrefix(prefix);
      const bool by_number = statistics_.CountPrefix(prefix) > kMostFormsOfPrefix;
      if (listed == nullptr) return !by_number;
      return by_number || HasHeavyForms(prefix);
    };
    for (size_t size = 1; size <= key.size(); ++size) {
      const bool is_whole = size == key.size() || (key[size] & 0xc0) != 0x80;
      if (is_whole && key.substr(0, size) != std::string_view(&kGramMark, 1) &&
          !is_kept(key.substr(0, size))) {
        return false;
      }
    }
    return true;
  }

  bool HasHeavyForms(std::string_view prefix) const {
    size_t count = 0;
    for (const KeyedBlock& term : index_.root().heavy_terms) {
      if (std::string_view(term.key).substr(0, prefix.size()) == prefix &&
          KindOfKey(term.key) == TermKind::kForm) {
        ++count;
      }
    }
    return count > kMostHeavyFormsOfPrefix;
  }

  void AddGrowth(const PrefixUnit& unit, std::map<size_t, CountGrowth>& growths) const {
    std::set<size_t> numbers;
    for (const std::string_view form : unit.forms) {
      for (size_t size = 1; size <= form.size(); ++size) {
        if (const KeyedBlock* listed = index_.FindPrefix(form.substr(0, size))) {
          numbers.insert(static_cast<size_t>(listed - index_.root().prefixes.begin()));
        }
      }
    }
    for (const size_t number : numbers) {
      for (const Posting& posting : unit.list) {
        auto& growth = growths[number][posting.post];
        for (size_t f = 0; f < kFieldCount; ++f) growth[f] += unit.sign * posting.counts[f];
      }
    }
  }

  // False when counts reach their limit, beyond which they do not add up.
  static bool Grow(const PostingList& list, const CountGrowth& growth, PostingList& grown) {
    auto next = growth.begin();
    bool is_exact = true;
    const auto add = [&](Posting posting) {
      for (size_t f = 0; f < kFieldCount; ++f) {
        const int64_t count = posting.counts[f] + next->second[f];
        is_exact = is_exact && posting.counts[f] < kMaxCount && count >= 0 && count < kMaxCount;
        posting.counts[f] = static_cast<uint16_t>(count);
      }
      if (posting.mask() != 0) grown.push_back(posting);
      ++next;
    };
    for (const Posting& posting : list) {
      while (next != growth.end() && next->first < posting.post) add({next->first, {}});
      if (next != growth.end() && next->first == posting.post) {
        add(posting);
      } else {
        grown.push_back(posting);
      }
    }
    while (next != growth.end()) add({next->first, {}});
    return is_exact;
  }

  // Counts that are rounded cannot grow: those of the changed posts are summed up anew. False when they
  // change in other posts.
  bool Recount(std::string_view prefix, const PostingList& list, const CountGrowth& growth,
               PostingList& recounted) const {
    std::map<uint32_t, FieldCounts> sums;
    for (const NumberedChange& change : changes_) sums[change.post] = {};
    for (const auto& [post, more] : growth) {
      const bool is_none =
          std::all_of(more.begin(), more.end(), [](int64_t field) { return field == 0; });
      if (!is_none && sums.count(post) == 0) return false;
    }
    for (const PrefixUnit& unit : whole_units_) {
      const bool counts = std::any_of(unit.forms.begin(), unit.forms.end(), [&](const auto& form) {
        return std::string_view(form).substr(0, prefix.size()) == prefix;
      });
      if (counts) AddCounts(unit.list[0].counts, sums[unit.list[0].post]);
    }
    TermEdit edit;
    for (const auto& [post, counts] : sums) edit.posts.push_back({post, {}, counts, {}});
    recounted = edit.Apply(list);
    return true;
  }

  bool EditTypos() {
    for (size_t d = 0; d < kTypoDictionaries; ++d) {
      const BlockList& chunks = index_.root().typos[d];
      parts_.typos[d] =
          Payloads(kTermsFile, chunks.size(), [&](size_t i) { return chunks[i].block; });
      std::map<uint32_t, Vector<TypoWord>> edited;
      for (const auto& [key, edit] : edits_) {
        if (edit.before.kind() != TermKind::kForm ||
            edit.after.post_count == edit.before.post_count)
          continue;
        const std::string typo_key = TypoKey(key, d);
        if (typo_key.empty()) continue;
        const size_t place = CountUpTo(chunks, typo_key);
        if (place == 0) return false;
        const uint32_t number = static_cast<uint32_t>(place - 1);
        const auto [words, is_new] = edited.try_emplace(number);
        if (is_new) words->second = index_.Typos(d, number);
        SetTypoWord(words->second, {typo_key, edit.after.post_count});
      }
      for (auto& [number, words] : edited) {
        const auto no_postings = [](const TypoWord&) { return 0u; };
        if (!KeepsLimits(chunks, number, words, no_postings, LargeScale(root_.post_count))) {
          return false;
        }
        RangeEncoder encoder;
        StringModel model = index_.words();
        CodeTypoChunk(encoder, model, words);
        parts_.typos[d][number] = encoder.Finish();
      }
    }
    return true;
  }

  static void SetTypoWord(Vector<TypoWord>& words, const TypoWord& word) {
    Vector<TypoWord> edited;
    bool is_placed = false;
    for (TypoWord& other : words) {
      if (!is_placed && !(other.key < word.key)) {
        if (word.post_count != 0) edited.push_back(word);
        is_placed = true;
      }
      if (other.key != word.key) edited.push_back(std::move(other));
    }
    if (!is_placed && word.post_count != 0) edited.push_back(word);
    words = std::move(edited);
  }

  void EditPosts() {
    Vector<int32_t> days = index_.Days();
    for (const NumberedChange& change : changes_) {
      const AnalyzedPost& before = *change.change->before;
      const AnalyzedPost& after = *change.change->after;
      root_.word_count += uint64_t{after.length} - before.length;
      root_.post_lengths[change.post] = StoredLength(after.length, root_.post_count);
      days[change.post] = DayOf(after.row);
    }
    parts_.dates = EncodeDays(std::move(days));
    parts_.labels = index_.Payload(kPostsFile, index_.root().labels);
    EditRows();
  }

  void EditRows() {
    const Vector<RowPage>& pages = index_.root().row_pages;
    std::map<uint32_t, PostRow> changed;
    for (const NumberedChange& change : changes_) {
      changed[change.post] = CleanRow(change.change->after->row);
    }
    uint32_t old_page = 0;  // whose rows are read
    Vector<PostRow> rows;
    const auto row_of = [&](uint32_t post) {
      const auto edited = changed.find(post);
      if (edited != changed.end()) return edited->second;
      const auto after = std::upper_bound(
          pages.begin(), pages.end(), post,
          [](uint32_t wanted, const RowPage& page) { return wanted < page.first_post; });
      const uint32_t page = static_cast<uint32_t>(after - pages.begin() - 1);
      if (rows.empty() || page != old_page) rows = index_.Rows(page);
      old_page = page;
      return rows[post - pages[page].first_post];
    };
    root_.row_pages.clear();
    uint32_t page = 0;
    for (uint32_t first = 0, next = 0; first < root_.post_count; first = next) {
      while (page < pages.size() && pages[page].first_post < first) ++page;
      const bool is_page = page < pages.size() && pages[page].first_post == first;
      const uint32_t end = page + 1 < pages.size() ? pages[page + 1].first_post : root_.post_count;
      const auto edited = changed.lower_bound(first);
      if (is_page && (edited == changed.end() || edited->first >= end)) {
        parts_.rows.push_back(std::string(index_.Payload(kPostsFile, pages[page].block)));
        next = end;
      } else {
        parts_.rows.push_back(EncodePage(first, root_.post_count, index_.words(), row_of, next));
      }
      root_.row_pages.push_back({first, {}});
    }
  }

  const StoredIndex& index_;
  const std::vector<NumberedChange>& changes_;
  const std::map<std::string, TermEdit, std::less<>>& edits_;
  const std::vector<PrefixUnit>& units_;
  const std::vector<PrefixUnit>& whole_units_;
  const TermStatistics& statistics_;
  const ParallelFor& run_;
  Root root_;
  IndexParts parts_;
};

}  // namespace

std::optional<IndexUpdate> UpdateIndex(const std::vector<IndexFile>& files,
                                       std::string_view statistics,
                                       const std::vector<PostChange>& changes,
                                       const ParallelFor& run) {
  const std::unique_ptr<StoredIndex> index = StoredIndex::Open(files);
  TermStatistics terms;
  if (index == nullptr || !terms.Unpack(statistics)) return std::nullopt;
  const auto numbered = NumberChanges(*index, changes);
  if (!numbered) return std::nullopt;
  const auto edits = EditTerms(*index, *numbered, terms, run);
  if (!edits) return std::nullopt;
  auto updated = Updater(*index, *numbered, *edits, terms, run).Run();
  if (!updated) return std::nullopt;
  return IndexUpdate{std::move(*updated), terms.Pack()};
}

}  // namespace broadsheet
