#include "index/term_writer.h"

#include <algorithm>
#include <map>
#include <utility>

#include "index/block_writer.h"
#include "index/limits.h"
#include "index/terms_encoder.h"
#include "text/fold.h"

namespace broadsheet {
namespace {

constexpr size_t kBatch = 256;

}  // namespace

void TermWriter::Plan(Root& root, const ParallelFor& run) {
  ListForms();
  ListClasses(run);
  ListLabels();
  std::sort(sources_.begin(), sources_.end(),
            [](const Source& a, const Source& b) { return a.term.key < b.term.key; });
  ChooseHeavy();
  Divide();
  for (uint32_t i : heavy_) root.heavy_terms.emplace_back().key = sources_[i].term.key;
  LinkHeavy(root);
  for (const Chunk& chunk : chunks_) {
    root.chunks.emplace_back().key = sources_[chunk.begin].term.key;
  }
}

void TermWriter::LinkHeavy(Root& root) const {
  for (size_t h = 0; h < heavy_.size(); ++h) {
    const Vector<ClassLink>& links = sources_[heavy_[h]].term.links;
    if (links.empty()) continue;
    const KeyedBlock* const listed =
        FindKey(root.heavy_terms, ClassKey(links[0].anchor, links[0].language));
    if (listed == nullptr) continue;
    root.heavy_terms[h].to_class =
        static_cast<int32_t>(listed - root.heavy_terms.begin()) - static_cast<int32_t>(h);
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
  for (const Source& source : sources_) ++histogram_[source.term.post_count];
  const uint32_t bound = HeavyBound(histogram_, draft_.posts().size());
  for (uint32_t i = 0; i < sources_.size(); ++i) {
    Term& term = sources_[i].term;
    term.is_heavy = term.post_count >= bound;
    if (term.is_heavy) heavy_.push_back(i);
  }
}

TermStatistics TermWriter::Statistics() const {
  TermStatistics statistics;
  statistics.histogram = histogram_;
  for (uint32_t rank = 0; rank < draft_.form_count(); ++rank) {
    statistics.forms.push_back({draft_.form(rank), draft_.post_count(rank), draft_.stems_of(rank)});
  }
  return statistics;
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

EncodedTerms TermWriter::EncodeChunkAt(const Chunk& chunk, const Root& root,
                                       const StringModel& words) const {
  Vector<Term> terms;
  Vector<PostingList> lists;
  for (uint32_t i = chunk.begin; i < chunk.end; ++i) {
    terms.push_back(sources_[i].term);
    const bool is_heavy = sources_[i].term.is_heavy;
    lists.push_back(is_heavy ? PostingList() : PostingsOf(sources_[i]));
  }
  const auto positions = [&](size_t first, size_t last) {
    PositionWriter writer;
    for (size_t i = first; i < last; ++i) {
      const Vector<uint32_t> kept = KeptPositions(terms[i], lists[i], root.post_languages);
      if (std::all_of(kept.begin(), kept.end(), [](uint32_t count) { return count == 0; }))
        continue;
      Vector<FieldPositions> places = PositionsOf(sources_[chunk.begin + i], lists[i]);
      for (size_t p = 0; p < lists[i].size(); ++p) {
        if (kept[p] > 0) writer.Add(lists[i][p], terms[i].forms.size(), places[p]);
      }
    }
    return writer.Finish();
  };
  return EncodeChunk(terms, lists, root, words, positions);
}

EncodedTerms TermWriter::EncodeHeavyAt(const Source& source, const Root& root) const {
  const PostingList exact = PostingsOf(source);
  PostingList list = exact;
  RoundCounts(list, root.post_count);
  Vector<FieldPositions> places;
  const auto positions = [&](size_t first, size_t last) {
    if (places.empty()) places = PositionsOf(source, exact);
    PositionWriter writer(IsRounded(list.size(), root.post_count));
    for (size_t p = first; p < last; ++p) {
      if (KeepsPositions(source.term, root.post_languages[list[p].post])) {
        writer.Add(list[p], source.term.forms.size(), places[p]);
      }
    }
    return writer.Finish();
  };
  return EncodeHeavy(source.term, list, root, positions);
}

// In batches, so that only some of the blocks are in memory twice.
void TermWriter::Write(const Root& root, const StringModel& words, const ParallelFor& run,
                       IndexParts& parts) {
  const size_t count = chunks_.size() + heavy_.size();
  for (size_t first = 0; first < count; first += kBatch) {
    Vector<EncodedTerms> batch(std::min(kBatch, count - first));
    run(batch.size(), [&](size_t i) {
      const size_t number = first + i;
      batch[i] = number < chunks_.size()
                     ? EncodeChunkAt(chunks_[number], root, words)
                     : EncodeHeavyAt(sources_[heavy_[number - chunks_.size()]], root);
    });
    for (size_t i = 0; i < batch.size(); ++i) {
      const bool is_chunk = first + i < chunks_.size();
      const uint32_t begin = static_cast<uint32_t>(parts.positions.size());
      if (is_chunk) parts.chunk_terms.push_back(std::move(batch[i].words));
      (is_chunk ? parts.chunk_postings : parts.heavy).push_back(PlacedAt(begin, batch[i].lists));
      parts.positions += batch[i].positions;
    }
  }
}

}  // namespace broadsheet
