#include "index/term_writer.h"

#include <algorithm>
#include <functional>
#include <map>
#include <utility>

#include "index/block_writer.h"
#include "index/limits.h"
#include "index/range_encoder.h"
#include "text/fold.h"

namespace broadsheet {
namespace {

constexpr uint32_t kMinHeavyPosts = 48;
constexpr size_t kBatch = 256;

// How many terms the root lists as heavy: enough that chunks stay small, few enough that the root does.
size_t MostHeavyTerms(size_t post_count) { return std::min<size_t>(700 + post_count / 8, 3000); }

// Encodes positions, of one term or of several one after the other, as one block.
class PositionStream {
 public:
  void Add(const Posting& posting, size_t form_count, FieldPositions& positions) {
    model_.Code(encoder_, posting, form_count, positions);
  }
  std::string Finish() { return encoder_.Finish(); }

 private:
  RangeEncoder encoder_;
  PositionModel model_;
};

uint32_t AppendPositions(std::string& file, PositionStream& stream) {
  const uint32_t size = AppendBlock(file, stream.Finish()).size;
  stream = PositionStream();
  return size;
}

}  // namespace

void TermWriter::Plan(Root& root, const ParallelFor& run) {
  ListForms();
  ListClasses(run);
  ListLabels();
  std::sort(sources_.begin(), sources_.end(),
            [](const Source& a, const Source& b) { return a.term.key < b.term.key; });
  ChooseHeavy();
  Divide();
  for (uint32_t i : heavy_) root.heavy_terms.push_back({sources_[i].term.key, {}, 0});
  LinkHeavy(root);
  for (const Chunk& chunk : chunks_) {
    root.chunks.push_back({sources_[chunk.begin].term.key, {}, {}});
  }
}

void TermWriter::LinkHeavy(Root& root) const {
  for (size_t h = 0; h < heavy_.size(); ++h) {
    const Vector<ClassLink>& links = sources_[heavy_[h]].term.links;
    if (links.empty()) continue;
    const std::string key = ClassKey(links[0].anchor, links[0].language);
    const auto found = std::lower_bound(
        root.heavy_terms.begin(), root.heavy_terms.end(), key,
        [](const ListedTerm& term, const std::string& wanted) { return term.key < wanted; });
    if (found == root.heavy_terms.end() || found->key != key) continue;
    root.heavy_terms[h].to_class =
        static_cast<int32_t>(found - root.heavy_terms.begin()) - static_cast<int32_t>(h);
  }
}

void TermWriter::ListForms() {
  for (uint32_t rank = 0; rank < draft_.form_count(); ++rank) {
    Source& source = sources_.emplace_back();
    source.number = rank;
    source.term.key = draft_.form(rank);
    source.term.post_count = draft_.post_count(rank);
    for (uint32_t number : draft_.classes_of(rank)) {
      const StemClass& stem_class = draft_.classes()[number];
      source.term.links.push_back(
          {stem_class.language, std::string(draft_.form(stem_class.forms.front()))});
    }
  }
}

void TermWriter::ListClasses(const ParallelFor& run) {
  const size_t first = sources_.size();
  sources_.resize(first + draft_.classes().size());
  run(draft_.classes().size(), [&](size_t number) {
    const StemClass& stem_class = draft_.classes()[number];
    Source& source = sources_[first + number];
    source.number = static_cast<uint32_t>(number);
    source.term.key = ClassKey(draft_.form(stem_class.forms.front()), stem_class.language);
    source.term.post_count = static_cast<uint32_t>(draft_.ClassPostings(stem_class).size());
    for (uint32_t rank : stem_class.forms) source.term.forms.emplace_back(draft_.form(rank));
  });
}

void TermWriter::ListLabels() {
  std::map<std::string, PostingList> lists;
  const auto add = [&](char kind, const std::string& label, uint32_t post) {
    PostingList& list = lists[LabelKey(kind, label)];
    if (list.empty() || list.back().post != post) list.push_back({post, {0, 0, 0, 0, 1}});
  };
  for (uint32_t post = 0; post < draft_.posts().size(); ++post) {
    for (const std::string& tag : draft_.posts()[post].tags) add(kTagKind, tag, post);
    for (const std::string& author : draft_.posts()[post].authors) add(kAuthorKind, author, post);
  }
  for (auto& [key, list] : lists) {
    Source& source = sources_.emplace_back();
    source.number = static_cast<uint32_t>(labels_.size());
    source.term.key = key;
    source.term.post_count = static_cast<uint32_t>(list.size());
    labels_.push_back({key, std::move(list)});
  }
}

void TermWriter::ChooseHeavy() {
  Vector<uint32_t> counts;
  for (const Source& source : sources_) counts.push_back(source.term.post_count);
  std::sort(counts.begin(), counts.end(), std::greater<>());
  const size_t most = MostHeavyTerms(draft_.posts().size());
  const uint32_t bound = counts.size() > most ? counts[most] + 1 : 0;
  for (uint32_t i = 0; i < sources_.size(); ++i) {
    Term& term = sources_[i].term;
    term.is_heavy = term.post_count >= std::max(bound, kMinHeavyPosts);
    if (term.is_heavy) heavy_.push_back(i);
  }
}

void TermWriter::Divide() {
  ChunkLimits limits;
  for (uint32_t i = 0; i < sources_.size(); ++i) {
    const Term& term = sources_[i].term;
    if (limits.Begins(term.key, term.is_heavy ? 0 : term.post_count)) chunks_.push_back({i, i});
    chunks_.back().end = i + 1;
  }
}

PostingList TermWriter::PostingsOf(const Source& source) const {
  switch (source.term.kind()) {
    case TermKind::kClass:
      return draft_.ClassPostings(draft_.classes()[source.number]);
    case TermKind::kLabel:
      return labels_[source.number].list;
    default:
      return draft_.Postings(source.number);
  }
}

Vector<FieldPositions> TermWriter::PositionsOf(const Source& source,
                                               const PostingList& list) const {
  const bool is_class = source.term.kind() == TermKind::kClass;
  return is_class ? draft_.ClassPositions(draft_.classes()[source.number])
                  : draft_.Positions(source.number, list);
}

TermWriter::Encoded TermWriter::EncodeChunk(const Chunk& chunk, const Root& root,
                                            const StringModel& words) const {
  Encoded encoded;
  for (uint32_t i = chunk.begin; i < chunk.end; ++i) {
    encoded.entries.push_back(sources_[i].term);
    const bool is_heavy = sources_[i].term.is_heavy;
    encoded.postings.lists.push_back(is_heavy ? PostingList() : PostingsOf(sources_[i]));
  }
  RangeEncoder encoder;
  StringModel model = words;
  TermChunkModel(encoder, model).Code(encoded.entries, root);
  encoded.terms = encoder.Finish();

  const Vector<uint32_t> groups =
      PositionGroups(encoded.entries, encoded.postings.lists, root.post_languages);
  for (size_t g = 0; g + 1 < groups.size(); ++g) {
    PositionStream stream;
    for (uint32_t i = groups[g]; i < groups[g + 1]; ++i) {
      const Source& source = sources_[chunk.begin + i];
      const PostingList& list = encoded.postings.lists[i];
      const Vector<uint32_t> kept = KeptPositions(source.term, list, root.post_languages);
      if (std::all_of(kept.begin(), kept.end(), [](uint32_t count) { return count == 0; }))
        continue;
      Vector<FieldPositions> places = PositionsOf(source, list);
      for (size_t p = 0; p < list.size(); ++p) {
        if (kept[p] > 0) stream.Add(list[p], source.term.forms.size(), places[p]);
      }
    }
    encoded.postings.group_sizes.push_back(AppendPositions(encoded.positions, stream));
  }
  return encoded;
}

TermWriter::Encoded TermWriter::EncodeHeavy(const Source& source, const Root& root) const {
  Encoded encoded;
  const PostingList& list = encoded.heavy.list = PostingsOf(source);
  const Vector<uint32_t> kept = KeptPositions(source.term, list, root.post_languages);
  if (std::all_of(kept.begin(), kept.end(), [](uint32_t count) { return count == 0; })) {
    return encoded;
  }
  Vector<FieldPositions> places = PositionsOf(source, list);
  PositionStream stream;
  uint32_t filled = 0;
  uint32_t posts = 0;
  for (size_t p = 0; p < list.size(); ++p) {
    if (kept[p] > 0) stream.Add(list[p], source.term.forms.size(), places[p]);
    filled += kept[p];
    ++posts;
    if (p + 1 < list.size() && !EndsRun(filled, list[p].post, list[p + 1].post)) continue;
    encoded.heavy.runs.push_back({posts, AppendPositions(encoded.positions, stream)});
    filled = posts = 0;
  }
  return encoded;
}

// In batches, so that only some of the lists are in memory at a time: positions first, then, when their
// places are known, the lists that name these.
TermWriter::Output TermWriter::Write(const Root& root, const StringModel& words,
                                     const ParallelFor& run) {
  Output output;
  const size_t count = chunks_.size() + heavy_.size();
  for (size_t first = 0; first < count; first += kBatch) {
    Vector<Encoded> batch(std::min(kBatch, count - first));
    const auto chunk_of = [&](size_t i) {
      return first + i < chunks_.size() ? &chunks_[first + i] : nullptr;
    };
    run(batch.size(), [&](size_t i) {
      const Chunk* chunk = chunk_of(i);
      batch[i] = chunk != nullptr ? EncodeChunk(*chunk, root, words)
                                  : EncodeHeavy(sources_[heavy_[first + i - chunks_.size()]], root);
    });
    for (Encoded& encoded : batch) {
      encoded.begin = static_cast<uint32_t>(output.positions.size());
      output.positions += encoded.positions;
    }
    run(batch.size(), [&](size_t i) {
      RangeEncoder encoder;
      if (chunk_of(i) != nullptr) {
        CodeChunkPostings(encoder, batch[i].entries, root, batch[i].postings);
      } else {
        CodeHeavyPostings(encoder, root.post_count, batch[i].heavy);
      }
      batch[i].lists = PlacedAt(batch[i].begin, encoder.Finish());
    });
    for (size_t i = 0; i < batch.size(); ++i) {
      const bool is_chunk = chunk_of(i) != nullptr;
      if (is_chunk) output.chunk_terms.push_back(std::move(batch[i].terms));
      (is_chunk ? output.chunk_postings : output.heavy).push_back(std::move(batch[i].lists));
    }
  }
  return output;
}

}  // namespace broadsheet
