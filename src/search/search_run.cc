#include "search/search_run.h"

#include <algorithm>
#include <utility>

#include "base/sort.h"

namespace broadsheet {

SearchRun::SearchRun(const SearchRequest& request, Vector<IndexReader*> readers)
    : request_(request),
      readers_(std::move(readers)),
      query_(ParseQuery(request.text, request.finished)),
      wanted_(WantedLeaves(query_.root)),
      order_(request.order) {
  uint64_t words = 0;
  double average_length = 1;
  for (IndexReader* reader : readers_) {
    matchers_.emplace_back(*reader, readers_);
    post_count_ += reader->root().post_count;
    words += reader->root().word_count;
  }
  if (post_count_ > 0 && words > 0) {
    average_length = static_cast<double>(words) / post_count_;
  }
  for (size_t code = 0; code < length_ratios_.size(); ++code) {
    length_ratios_[code] = LengthOfCode(static_cast<uint8_t>(code)) / average_length;
  }
  if (wanted_.empty() && order_ == SearchOrder::kRelevance) order_ = SearchOrder::kNewest;
}

bool SearchRun::Run(SearchAnswer& answer) {
  answer = SearchAnswer();
  answer.query = request_.text;
  answer.notes = query_.notes;
  if (query_.root.children.empty()) return true;
  const bool is_found = Find();
  const bool is_guess = std::all_of(matchers_.begin(), matchers_.end(),
                                    [](const Matcher& matcher) { return matcher.is_guess(); });
  if (!is_found && !is_guess) return false;
  // With a guess, what is likely to be shown is asked for together with what is missing.
  if (!is_found) spare_ = Ranking::kGuessed;
  Score();
  if (!Order()) return false;
  const bool is_refined = Refine();
  for (const QueryNode* node : wanted_) answer.forms.push_back(FormsOf(*node));
  answer.corrections = corrections_;
  answer.total = full_total_;
  answer.partial_total = partial_total_;
  const bool is_counted = !request_.facets || CountFacets(answer);
  return Show(answer) && is_refined && is_counted && is_found;
}

bool SearchRun::Find() {
  bool ready = true;
  for (Matcher& matcher : matchers_) ready &= matcher.Find(query_.root);
  if (!request_.correct_typos) return ready;
  if (!ready) {
    PrefetchSpelling(query_.root);
    return false;
  }
  bool has_corrected = false;
  if (!Correct(query_.root, has_corrected)) return false;
  if (!has_corrected) return true;
  wanted_ = WantedLeaves(query_.root);
  matchers_.clear();
  for (IndexReader* reader : readers_) {
    matchers_.emplace_back(*reader, readers_);
    ready &= matchers_.back().Find(query_.root);
  }
  return ready;
}

double SearchRun::LengthRatio(size_t slot, uint32_t post) const {
  return length_ratios_[readers_[slot]->root().post_lengths[post]];
}

// Posts of all indexes count as one collection: frequencies are summed before anything is scored.
void SearchRun::Score() {
  for (const QueryNode* node : wanted_) {
    uint32_t with_stem = 0;
    uint32_t with_any = 0;
    for (const Matcher& matcher : matchers_) {
      for (const LeafPosting& posting : matcher.leaf(*node).postings) {
        with_stem += HasAny(posting.stem) ? 1 : 0;
        ++with_any;
      }
    }
    const double idf_all = InverseFrequency(with_any, post_count_);
    const double share = node->shares.empty() ? 1.0 : Ranking::kTypoFit;
    const double idf_stem = with_stem > 0 ? InverseFrequency(with_stem, post_count_) : idf_all;
    scorers_.emplace_back(idf_stem, idf_all, share);
  }
  for (const Matcher& matcher : matchers_) {
    full_.push_back(matcher.Full(query_.root));
    full_total_ += full_.back().Count();
  }
  for (size_t slot = 0; slot < matchers_.size(); ++slot) ScoreIndex(slot);
}

// Zero if the form adds nothing: what only begins like a word that posts have must not go before that.
double SearchRun::FormFrequency(size_t word, const FoundForm& form) const {
  uint32_t with = 0;
  for (const Matcher& matcher : matchers_) {
    for (const FoundForm& other : matcher.leaf(*wanted_[word]).forms) {
      if (other.is_typed && !form.is_typed) return 0;
      if (*other.key == *form.key) with += static_cast<uint32_t>(other.postings->size());
    }
  }
  return InverseFrequency(with, post_count_);
}

double SearchRun::FormScore(size_t slot, size_t word, const FoundForm& form, double idf,
                            const Posting& posting) const {
  const double share = std::min(1.0, Ranking::kShortQuestion / static_cast<double>(wanted_.size()));
  return share * form.share *
         scorers_[word].Form(idf, form.is_typed, posting.counts, wanted_[word]->fields,
                             LengthRatio(slot, posting.post));
}

void SearchRun::ScoreForms(size_t slot, size_t word, Vector<double>& scores) const {
  Vector<double> most(scores.size());
  for (const FoundForm& form : matchers_[slot].leaf(*wanted_[word]).forms) {
    const double idf = FormFrequency(word, form);
    if (idf <= scorers_[word].idf_all()) continue;
    for (const Posting& posting : *form.postings) {
      most[posting.post] = std::max(most[posting.post], FormScore(slot, word, form, idf, posting));
    }
  }
  for (size_t post = 0; post < scores.size(); ++post) scores[post] += most[post];
}

void SearchRun::ScoreIndex(size_t slot) {
  const uint32_t post_count = readers_[slot]->root().post_count;
  Vector<double> scores(post_count);
  Vector<double> titles(post_count);
  double idf_sum = 0;
  for (size_t i = 0; i < wanted_.size(); ++i) {
    idf_sum += scorers_[i].idf();
    for (const LeafPosting& posting : matchers_[slot].leaf(*wanted_[i]).postings) {
      const WordScore score = scorers_[i].Score(posting, LengthRatio(slot, posting.post));
      scores[posting.post] += score.value;
      if (score.in_title) titles[posting.post] += score.idf;
    }
    ScoreForms(slot, i, scores);
  }
  for (uint32_t post = 0; post < post_count && idf_sum > 0; ++post) {
    const double cover = titles[post] / idf_sum;
    scores[post] *= 1 + Ranking::kTitleCover * cover * cover;
  }
  AddCandidates(slot, HitGroup::kFull, full_[slot], scores);
  if (full_total_ >= Ranking::kFewPosts || wanted_.empty()) return;
  PostSet others = full_[slot];
  others.Invert();
  others.KeepAll(matchers_[slot].Relaxed(query_.root));
  AddCandidates(slot, HitGroup::kPartial, others, scores);
}

namespace {

// Better first. Posts that tie come newest last in an index, and live posts are newer still.
bool ByScore(const Candidate& a, const Candidate& b) {
  if (a.group != b.group) return a.group < b.group;
  if (a.score != b.score) return a.score > b.score;
  return a.slot != b.slot ? a.slot > b.slot : a.post > b.post;
}

bool ByDay(const Candidate& a, const Candidate& b) {
  if (a.group != b.group) return a.group < b.group;
  if (a.day != b.day) return a.day > b.day;
  return a.slot != b.slot ? a.slot > b.slot : a.post > b.post;
}

}  // namespace

void SearchRun::AddCandidates(size_t slot, HitGroup group, const PostSet& posts,
                              const Vector<double>& scores) {
  posts.ForEach([&](uint32_t post) {
    Candidate candidate;
    candidate.slot = slot;
    candidate.post = post;
    candidate.group = group;
    candidate.score = scores[post];
    partial_total_ += group == HitGroup::kPartial ? 1 : 0;
    // By relevance, only the best are kept.
    if (order_ == SearchOrder::kRelevance) {
      if (candidates_.size() >= 2 * Kept()) {
        SortBy(candidates_, ByScore);
        candidates_.resize(Kept());
        floor_ = candidates_.back();
      }
      if (floor_ && ByScore(*floor_, candidate)) return;
    }
    candidates_.push_back(candidate);
  });
}

size_t SearchRun::Kept() const {
  return std::max(request_.offset + request_.limit + spare_, Ranking::kRefined);
}

bool SearchRun::Order() {
  const size_t shown = request_.offset + request_.limit + spare_;
  if (order_ == SearchOrder::kRelevance) {
    SortBy(candidates_, ByScore);
    candidates_.resize(std::min(candidates_.size(), Kept()));
    return true;
  }
  bool ready = true;
  for (Candidate& candidate : candidates_) {
    const Vector<int32_t>* days = readers_[candidate.slot]->Days();
    ready &= days != nullptr;
    if (days != nullptr) candidate.day = (*days)[candidate.post];
  }
  const bool newest = order_ == SearchOrder::kNewest;
  SortBy(candidates_, [&](const Candidate& a, const Candidate& b) {
    if (a.group != b.group) return a.group < b.group;
    return newest ? ByDay(a, b) : ByDay(b, a);
  });
  candidates_.resize(std::min(candidates_.size(), shown));
  return ready;
}

std::string SearchRun::FormsOf(const QueryNode& node) const {
  std::string forms = " ";
  const auto add = [&](const KeptTerm& kept, const std::string& form) {
    const bool is_told = node.shares.empty() && kept.term.Matches(form);
    if (!is_told && forms.size() < kMostForms) forms += form + ' ';
  };
  for (size_t slot = 0; slot < matchers_.size(); ++slot) {
    for (const Vector<KeptTerm>& phrase : matchers_[slot].leaf(node).phrases) {
      for (const KeptTerm& kept : phrase) {
        for (const TermRef& keeper : kept.keepers) {
          const Vector<Term>* terms = readers_[slot]->Terms(keeper.chunk);
          if (kept.is_exact || terms == nullptr || keeper.index >= terms->size()) continue;
          const Term& term = (*terms)[keeper.index];
          if (term.kind() == TermKind::kForm) add(kept, term.key);
          for (const std::string& form : term.forms) add(kept, form);
        }
      }
    }
  }
  return forms;
}

bool SearchRun::Show(SearchAnswer& answer) {
  bool ready = true;
  const size_t first = std::min(request_.offset, candidates_.size());
  const size_t last = std::min(candidates_.size(), first + request_.limit + spare_);
  for (size_t i = first; i < last; ++i) {
    Candidate& candidate = candidates_[i];
    IndexReader& reader = *readers_[candidate.slot];
    const PostRow* row = reader.Row(candidate.post);
    if (row == nullptr) {
      ready = false;
      continue;
    }
    Hit& hit = answer.hits.emplace_back();
    hit.post = row->path;
    hit.url = row->url;
    hit.title = row->title;
    hit.language = reader.root().languages[reader.root().post_languages[candidate.post]];
    hit.has_date = row->has_date;
    hit.date = row->date;
    hit.score = candidate.score;
    hit.group = candidate.group;
    if (request_.explain != nullptr) hit.explanation = request_.explain(*this, candidate);
    if (candidate.has_section && candidate.section < row->sections.size()) {
      hit.has_section = true;
      hit.section_id = row->sections[candidate.section].id;
      hit.section_title = row->sections[candidate.section].title;
    }
  }
  return ready;
}

}  // namespace broadsheet
