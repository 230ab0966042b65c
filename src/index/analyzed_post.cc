#include "index/analyzed_post.h"

#include <algorithm>
#include <memory>

#include "base/bytes.h"
#include "index/builder.h"
#include "index/interner.h"
#include "index/posting.h"
#include "text/stemmer.h"
#include "text/tokenizer.h"

namespace broadsheet {
namespace {

struct Occurrence {
  uint32_t word;
  uint32_t position;
  Field field;

  bool operator<(const Occurrence& other) const {
    if (word != other.word) return word < other.word;
    if (field != other.field) return field < other.field;
    return position < other.position;
  }
  bool operator==(const Occurrence& other) const {
    return word == other.word && field == other.field && position == other.position;
  }
};

// Labels must not run into each other as phrases.
constexpr uint32_t kLabelGap = 8;

class Analysis {
 public:
  explicit Analysis(const IndexDocument& document)
      : document_(document), stemmer_(Stemmer::ForLanguage(document.language)) {}

  std::shared_ptr<const AnalyzedPost> Run() {
    post_ = std::make_shared<AnalyzedPost>();
    Describe();
    Words(document_.title, 0, kFieldTitle);
    uint32_t next = 0;
    for (const std::string& tag : document_.tags) next = Words(tag, next, kFieldLabel) + kLabelGap;
    for (const std::string& author : document_.authors) {
      next = Words(author, next, kFieldLabel) + kLabelGap;
    }
    Body();
    Pack();
    return post_;
  }

 private:
  void Describe() {
    post_->row.path = document_.path;
    post_->row.url = document_.url;
    post_->row.title = document_.title;
    post_->row.has_date = document_.has_date;
    post_->row.date = document_.has_date ? document_.date : 0;
    post_->tags = document_.tags;
    post_->authors = document_.authors;
    const std::string& tag = document_.language;
    for (char c : tag.substr(0, tag.find_first_of("-_"))) {
      post_->language += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    if (post_->language.empty()) post_->language = "und";
  }

  uint32_t Words(std::string_view text, uint32_t first_position, Field field) {
    Tokenizer tokenizer(text, first_position);
    for (Token token; tokenizer.Next(token);) Take(token, field);
    return tokenizer.next_position();
  }

  void Body() {
    Tokenizer tokenizer(document_.text);
    size_t code = 0;
    size_t code_before = SIZE_MAX;
    size_t read = 0;
    uint32_t blocks = 0;
    for (Token token; tokenizer.Next(token);) {
      while (code < document_.code.size() && document_.code[code].end <= token.begin) ++code;
      const bool in_code =
          code < document_.code.size() && token.begin >= document_.code[code].begin;
      // Between blocks a position stays free, so that no phrase runs across.
      const bool goes_on = (in_code && code == code_before) || token.begin <= read;
      if (!goes_on &&
          std::string_view(document_.text).substr(read, token.begin - read).find('\n') !=
              std::string::npos) {
        ++blocks;
      }
      read = std::max<size_t>(read, token.end);
      code_before = in_code ? code : SIZE_MAX;
      token.position += blocks;
      EnterSections(token.begin, token.position);
      Take(token, InHeading(token.begin) ? kFieldHeading : in_code ? kFieldCode : kFieldText);
    }
    EnterSections(UINT32_MAX, tokenizer.next_position() + blocks);
  }

  // A section begins with its heading, which stands between the end of the section before and its
  // own text.
  void EnterSections(uint32_t byte, uint32_t position) {
    const std::vector<IndexSection>& sections = document_.sections;
    while (section_ < sections.size() &&
           (section_ == 0 ? (sections[0].level == 0 ? sections[0].begin : 0)
                          : sections[section_ - 1].end) <= byte) {
      const IndexSection& section = sections[section_++];
      if (section.level == 0 && section.id.empty()) continue;
      post_->row.sections.push_back({position, section.id, section.title});
    }
  }

  bool InHeading(uint32_t byte) const {
    return section_ > 0 && (byte < document_.sections[section_ - 1].begin);
  }

  void Take(const Token& token, Field field) {
    if (token.folded.find('\0') != std::string_view::npos) return;
    const uint32_t word = words_.Intern(token.folded);
    occurrences_.push_back({word, token.position, field});
    if (token.kind == TokenKind::kWord || token.kind == TokenKind::kGram) ++post_->length;
    if (!token.is_plain || stemmer_ == nullptr) return;
    const uint32_t exact = exacts_.Intern(token.exact);
    if (exact == stemmed_) {
      ++stemmed_;
      post_->stems.Add(word, stemmer_->Stem(token.exact));
    }
  }

  void Pack() {
    std::sort(occurrences_.begin(), occurrences_.end());
    occurrences_.erase(std::unique(occurrences_.begin(), occurrences_.end()), occurrences_.end());
    ByteWriter counts;
    ByteWriter positions;
    for (auto first = occurrences_.begin(); first != occurrences_.end();) {
      auto last = first;
      while (last != occurrences_.end() && last->word == first->word) ++last;
      PackWord(first, last, counts, positions);
      first = last;
    }
    for (uint32_t word = 0; word < words_.size(); ++word) post_->words.Add(words_[word]);
    post_->counts = counts.Take();
    post_->positions = positions.Take();
  }

  template <typename Iterator>
  static void PackWord(Iterator first, Iterator last, ByteWriter& counts, ByteWriter& positions) {
    uint8_t mask = 0;
    for (Iterator i = first; i != last; ++i) mask = static_cast<uint8_t>(mask | 1u << i->field);
    counts.U8(mask);
    while (first != last) {
      const Iterator end = std::find_if(
          first, last, [&](const Occurrence& other) { return other.field != first->field; });
      const size_t count = std::min<size_t>(static_cast<size_t>(end - first), kMaxCount);
      counts.Varint(count);
      uint32_t next = 0;
      for (size_t i = 0; i < count; ++i) {
        positions.Varint(first[i].position - next);
        next = first[i].position + 1;
      }
      first = end;
    }
  }

  const IndexDocument& document_;
  std::unique_ptr<Stemmer> stemmer_;
  std::shared_ptr<AnalyzedPost> post_;
  std::vector<Occurrence> occurrences_;
  Interner words_;
  Interner exacts_;
  uint32_t stemmed_ = 0;
  size_t section_ = 0;
};

size_t SkipVarints(std::string_view bytes, size_t at, uint32_t count) {
  for (; count > 0 && at < bytes.size(); ++at) {
    if (static_cast<uint8_t>(bytes[at]) < 0x80) --count;
  }
  return at;
}

}  // namespace

std::shared_ptr<const AnalyzedPost> AnalyzePost(const IndexDocument& document) {
  return Analysis(document).Run();
}

FieldCounts ReadFieldCounts(ByteReader& reader) {
  FieldCounts counts{};
  const uint8_t mask = reader.U8();
  for (size_t f = 0; f < kFieldCount; ++f) {
    if ((mask >> f & 1) != 0) counts[f] = static_cast<uint16_t>(reader.Varint32());
  }
  return counts;
}

FieldPositions ReadPositions(ByteReader& reader, const FieldCounts& counts) {
  FieldPositions places;
  for (size_t f = 0; f < kFieldCount; ++f) {
    uint32_t position = FieldBase(static_cast<Field>(f));
    places.fields[f].reserve(counts[f]);
    for (uint32_t left = counts[f]; left > 0; --left) {
      position += reader.Varint32();
      places.fields[f].push_back(position++);
    }
  }
  return places;
}

std::vector<WordUse> WordUses(std::string_view counts, std::string_view positions) {
  std::vector<WordUse> uses;
  size_t position = 0;
  for (ByteReader reader(counts); !reader.AtEnd();) {
    const size_t begin = reader.position();
    const uint32_t total = Posting{0, ReadFieldCounts(reader)}.total();
    const size_t end = SkipVarints(positions, position, total);
    uses.push_back({{},
                    counts.substr(begin, reader.position() - begin),
                    positions.substr(position, end - position)});
    position = end;
  }
  return uses;
}

std::vector<WordUse> WordUses(const AnalyzedPost& post) {
  std::vector<WordUse> uses = WordUses(post.counts, post.positions);
  for (uint32_t i = 0; i < uses.size(); ++i) uses[i].word = post.words[i];
  return uses;
}

FieldCounts JoinCounts(const std::vector<FormUse>& forms) {
  FieldCounts joined{};
  for (const FormUse& form : forms) AddCounts(form.counts, joined);
  return joined;
}

FieldPositions JoinPositions(const std::vector<FormUse>& forms) {
  FieldPositions joined;
  for (size_t f = 0; f < kFieldCount; ++f) {
    std::vector<std::pair<uint32_t, uint16_t>> places;
    for (const FormUse& form : forms) {
      for (const uint32_t position : form.positions.fields[f])
        places.emplace_back(position, form.form);
    }
    std::sort(places.begin(), places.end());
    if (places.size() > kMaxCount) places.resize(kMaxCount);
    for (const auto& [position, form] : places) {
      joined.fields[f].push_back(position);
      joined.forms[f].push_back(form);
    }
  }
  return joined;
}

}  // namespace broadsheet
