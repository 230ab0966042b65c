#include "index/draft.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "base/bytes.h"
#include "index/root.h"

namespace broadsheet {
namespace {

class Disjoint {
 public:
  explicit Disjoint(size_t size) : parents_(size) {
    std::iota(parents_.begin(), parents_.end(), 0u);
  }
  uint32_t Find(uint32_t item) {
    while (parents_[item] != item) item = parents_[item] = parents_[parents_[item]];
    return item;
  }
  void Join(uint32_t a, uint32_t b) { parents_[Find(a)] = Find(b); }

 private:
  std::vector<uint32_t> parents_;
};

}  // namespace

void Draft::Add(const AnalyzedPost& post) {
  Forward& forward = forwards_.emplace_back();
  forward.post = {post.row, 0, post.length, post.tags, post.authors};
  forward.language = post.language;
  std::vector<uint32_t> numbers;
  ByteWriter words;
  for (uint32_t i = 0; i < post.words.size(); ++i) {
    numbers.push_back(words_.Intern(post.words[i]));
    words.Varint(numbers.back());
  }
  last_stems_.resize(words_.size());
  ByteWriter stems;
  for (uint32_t i = 0; i < post.stems.size(); ++i) {
    stems.Varint(post.stems[i].word);
    uint32_t& stem = last_stems_[numbers[post.stems[i].word]];
    if (!IsStem(stem, post.language, post.stems[i].stem)) {
      std::string key = post.language;
      key += '\0';
      key += post.stems[i].stem;
      stem = stems_.Intern(key);
    }
    stems.Varint(stem);
  }
  forward.words = words.bytes();
  forward.stems = stems.bytes();
  forward.counts = post.counts;
  forward.positions = post.positions;
}

bool Draft::IsStem(uint32_t number, std::string_view language, std::string_view stem) const {
  if (number >= stems_.size()) return false;
  const std::string_view key = stems_[number];
  return key.size() == language.size() + 1 + stem.size() &&
         key.substr(language.size() + 1) == stem && key.substr(0, language.size()) == language &&
         key[language.size()] == '\0';
}

void Draft::Arrange() {
  SortPosts();
  NumberLanguages();
  Invert();
  RankForms();
  JoinForms();
}

void Draft::SortPosts() {
  std::stable_sort(forwards_.begin(), forwards_.end(), [](const Forward& a, const Forward& b) {
    return a.post.row.path < b.post.row.path;
  });
  std::vector<Forward> kept;
  for (Forward& forward : forwards_) {
    if (!kept.empty() && kept.back().post.row.path == forward.post.row.path) kept.pop_back();
    kept.push_back(std::move(forward));
  }
  forwards_ = std::move(kept);
}

void Draft::NumberLanguages() {
  std::map<std::string, uint32_t> numbers;
  for (const Forward& forward : forwards_) numbers[forward.language] = 0;
  for (auto& [tag, number] : numbers) {
    if (languages_.size() < kMaxLanguages) languages_.push_back(tag);
    number = static_cast<uint32_t>(languages_.size()) - 1;
  }
  for (Forward& forward : forwards_) {
    posts_.push_back(std::move(forward.post));
    posts_.back().language = numbers[forward.language];
  }
}

// Gives the posts back one by one, so that they and the lists are never whole in memory together.
void Draft::Invert() {
  counts_.resize(words_.size());
  positions_.resize(words_.size());
  last_posts_.resize(words_.size());
  post_counts_.resize(words_.size());
  first_stems_.resize(words_.size());
  for (uint32_t number = 0; number < forwards_.size(); ++number) {
    InvertPost(number, forwards_[number]);
    forwards_[number] = Forward();
  }
  forwards_ = {};
}

void Draft::InvertPost(uint32_t number, const Forward& forward) {
  std::vector<uint32_t> words;
  for (ByteReader reader(forward.words); !reader.AtEnd();) words.push_back(reader.Varint32());
  const std::vector<WordUse> uses = WordUses(forward.counts, forward.positions);
  for (size_t i = 0; i < words.size(); ++i) {
    const uint32_t word = words[i];
    ByteWriter gap;
    gap.Varint(number - last_posts_[word]);
    counts_[word] += gap.bytes();
    counts_[word].append(uses[i].counts);
    positions_[word].append(uses[i].positions);
    last_posts_[word] = number + 1;
    ++post_counts_[word];
  }
  for (ByteReader reader(forward.stems); !reader.AtEnd();) {
    const uint32_t word = words[reader.Varint32()];
    AddStem(word, reader.Varint32());
  }
}

void Draft::AddStem(uint32_t word, uint32_t stem) {
  WordStem& first = first_stems_[word];
  if (first.post_count == 0) first.stem = stem;
  if (first.stem == stem) {
    ++first.post_count;
  } else {
    other_stems_.emplace_back(stem, word);
  }
}

std::vector<std::pair<std::pair<uint32_t, uint32_t>, uint32_t>> Draft::CountStems() {
  std::vector<std::pair<std::pair<uint32_t, uint32_t>, uint32_t>> counted;
  for (uint32_t word = 0; word < first_stems_.size(); ++word) {
    const WordStem& first = first_stems_[word];
    if (first.post_count != 0) counted.push_back({{first.stem, word}, first.post_count});
  }
  std::sort(other_stems_.begin(), other_stems_.end());
  for (auto first = other_stems_.begin(); first != other_stems_.end();) {
    const auto next = std::upper_bound(first, other_stems_.end(), *first);
    counted.push_back({*first, static_cast<uint32_t>(next - first)});
    first = next;
  }
  std::sort(counted.begin(), counted.end());
  first_stems_ = {};
  other_stems_ = {};
  return counted;
}

void Draft::RankForms() {
  for (uint32_t word = 0; word < words_.size(); ++word) {
    if (post_counts_[word] != 0) order_.push_back(word);
  }
  std::sort(order_.begin(), order_.end(),
            [&](uint32_t a, uint32_t b) { return words_[a] < words_[b]; });
  ranks_.assign(words_.size(), 0);
  for (uint32_t rank = 0; rank < order_.size(); ++rank) ranks_[order_[rank]] = rank;
}

// Forms of one language that share a stem are one class, and so are classes that share a form.
void Draft::JoinForms() {
  std::map<std::string, uint32_t, std::less<>> numbers;
  for (uint32_t i = 0; i < languages_.size(); ++i) numbers[languages_[i]] = i;
  std::vector<std::vector<std::pair<uint32_t, uint32_t>>> by_language(languages_.size());
  stems_of_.resize(form_count());
  for (const auto& [pair, post_count] : CountStems()) {
    const auto [stem, word] = pair;
    const std::string_view key = stems_[stem];
    const size_t language_end = key.find('\0');
    const auto found = numbers.find(key.substr(0, language_end));
    if (found == numbers.end() || post_counts_[word] == 0) continue;
    by_language[found->second].emplace_back(stem, ranks_[word]);
    stems_of_[ranks_[word]].push_back({found->second, key.substr(language_end + 1), post_count});
  }
  for (std::vector<StemUse>& stems : stems_of_) {
    std::sort(stems.begin(), stems.end(), [](const StemUse& a, const StemUse& b) {
      return a.language != b.language ? a.language < b.language : a.stem < b.stem;
    });
  }
  classes_of_.resize(form_count());
  for (uint32_t language = 0; language < by_language.size(); ++language) {
    std::vector<std::pair<uint32_t, uint32_t>>& pairs = by_language[language];
    std::sort(pairs.begin(), pairs.end());
    Disjoint sets(form_count());
    for (size_t i = 1; i < pairs.size(); ++i) {
      if (pairs[i].first == pairs[i - 1].first) sets.Join(pairs[i].second, pairs[i - 1].second);
    }
    std::map<uint32_t, std::vector<uint32_t>> members;
    std::vector<uint32_t> forms;
    for (const auto& [stem, rank] : pairs) forms.push_back(rank);
    std::sort(forms.begin(), forms.end());
    forms.erase(std::unique(forms.begin(), forms.end()), forms.end());
    for (uint32_t rank : forms) members[sets.Find(rank)].push_back(rank);
    std::vector<StemClass> found;
    for (auto& [root, ranks] : members) {
      if (ranks.size() > 1) found.push_back({language, std::move(ranks)});
    }
    std::sort(found.begin(), found.end(), [](const StemClass& a, const StemClass& b) {
      return a.forms.front() < b.forms.front();
    });
    for (StemClass& stem_class : found) {
      for (uint32_t rank : stem_class.forms) {
        classes_of_[rank].push_back(static_cast<uint32_t>(classes_.size()));
      }
      classes_.push_back(std::move(stem_class));
    }
  }
}

Vector<FieldPositions> Draft::Positions(uint32_t rank, const PostingList& list) const {
  Vector<FieldPositions> places;
  places.reserve(list.size());
  ByteReader reader(positions_[order_[rank]]);
  for (const Posting& posting : list) places.push_back(ReadPositions(reader, posting.counts));
  return places;
}

PostingList Draft::Postings(uint32_t rank) const {
  const uint32_t word = order_[rank];
  PostingList list(post_counts_[word]);
  ByteReader reader(counts_[word]);
  uint32_t next = 0;
  for (Posting& posting : list) {
    next += reader.Varint32();
    posting.post = next++;
    posting.counts = ReadFieldCounts(reader);
  }
  return list;
}

PostingList Draft::ClassPostings(const StemClass& stem_class) const {
  PostingList all;
  for (uint32_t rank : stem_class.forms) {
    for (const Posting& posting : Postings(rank)) {
      if (posts_[posting.post].language == stem_class.language) all.push_back(posting);
    }
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const Posting& a, const Posting& b) { return a.post < b.post; });
  PostingList list;
  for (const Posting& posting : all) {
    if (list.empty() || list.back().post != posting.post) {
      list.push_back(posting);
    } else {
      AddCounts(posting.counts, list.back().counts);
    }
  }
  return list;
}

Vector<FieldPositions> Draft::ClassPositions(const StemClass& stem_class) const {
  struct Place {
    uint32_t post;
    uint32_t position;
    uint16_t form;
    Field field;
  };
  std::vector<Place> all;
  for (size_t i = 0; i < stem_class.forms.size(); ++i) {
    const PostingList list = Postings(stem_class.forms[i]);
    ByteReader reader(positions_[order_[stem_class.forms[i]]]);
    for (const Posting& posting : list) {
      const bool is_own = posts_[posting.post].language == stem_class.language;
      for (size_t f = 0; f < kFieldCount; ++f) {
        uint32_t position = FieldBase(static_cast<Field>(f));
        for (uint32_t left = posting.counts[f]; left > 0; --left) {
          position += reader.Varint32();
          if (is_own) {
            all.push_back(
                {posting.post, position, static_cast<uint16_t>(i), static_cast<Field>(f)});
          }
          ++position;
        }
      }
    }
  }
  std::sort(all.begin(), all.end(), [](const Place& a, const Place& b) {
    if (a.post != b.post) return a.post < b.post;
    return a.position != b.position ? a.position < b.position : a.form < b.form;
  });
  Vector<FieldPositions> result;
  for (size_t i = 0; i < all.size(); ++i) {
    if (i == 0 || all[i].post != all[i - 1].post) result.emplace_back();
    Vector<uint32_t>& positions = result.back().fields[all[i].field];
    if (positions.size() >= kMaxCount) continue;
    positions.push_back(all[i].position);
    result.back().forms[all[i].field].push_back(all[i].form);
  }
  return result;
}

}  // namespace broadsheet
