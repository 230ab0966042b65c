#include "oracle/naive_search.h"

#include <algorithm>
#include <iterator>
#include <memory>

#include "search/day.h"
#include "text/fold.h"
#include "text/stemmer.h"
#include "text/tokenizer.h"

namespace broadsheet {
namespace {

using Kind = QueryNode::Kind;
using Paths = std::set<std::string>;

// Between tags and authors, so that no phrase runs from one into the next.
constexpr uint32_t kLabelGap = 8;

std::string Primary(const std::string& tag) { return Fold(tag.substr(0, tag.find_first_of("-_"))); }

Paths Union(Paths a, const Paths& b) {
  a.insert(b.begin(), b.end());
  return a;
}

Paths Intersection(const Paths& a, const Paths& b) {
  Paths both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::inserter(both, both.end()));
  return both;
}

Paths Difference(const Paths& a, const Paths& b) {
  Paths rest;
  std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::inserter(rest, rest.end()));
  return rest;
}

int64_t DayOf(int64_t seconds) {
  return seconds >= 0 ? seconds / 86400 : -((86399 - seconds) / 86400);
}

}  // namespace

NaiveSearch::NaiveSearch(const std::vector<IndexDocument>& documents, size_t slots) {
  for (const IndexDocument& document : documents) {
    Post& post = posts_.emplace_back();
    post.document = &document;
    post.language = Primary(document.language);
    AddTexts(post);
    for (const auto& [form, places] : post.forms) forms_.insert(form);
  }
  JoinClasses(slots);
}

void NaiveSearch::AddTexts(Post& post) {
  uint32_t title = kTitleBase;
  AddText(post, post.document->title, title, kFieldTitle);
  uint32_t label = kLabelBase;
  for (const auto* labels : {&post.document->tags, &post.document->authors}) {
    for (const std::string& text : *labels) {
      AddText(post, text, label, kFieldLabel);
      label += kLabelGap;
    }
  }
  AddBody(post);
}

void NaiveSearch::AddText(Post& post, std::string_view text, uint32_t& position, Field field) {
  Tokenizer tokenizer(text, position);
  for (Token token; tokenizer.Next(token);)
    post.forms[std::string(token.folded)][token.position] = field;
  position = tokenizer.next_position();
}

void NaiveSearch::AddBody(Post& post) {
  const IndexDocument& document = *post.document;
  const auto field_of = [&document](uint32_t byte) {
    uint32_t heading_begin = 0;
    for (const IndexSection& section : document.sections) {
      if (section.level > 0 && byte >= heading_begin && byte < section.begin) return kFieldHeading;
      heading_begin = section.end;
    }
    for (const IndexCodeRange& code : document.code) {
      if (byte >= code.begin && byte < code.end) return kFieldCode;
    }
    return kFieldText;
  };
  const auto code_of = [&document](uint32_t byte) {
    return std::find_if(
        document.code.begin(), document.code.end(),
        [&](const IndexCodeRange& code) { return byte >= code.begin && byte < code.end; });
  };
  Tokenizer tokenizer(document.text, kBodyBase);
  uint32_t gaps = 0;
  uint32_t begun = 0;
  uint32_t end = 0;
  for (Token token; tokenizer.Next(token);) {
    const bool parts =
        std::any_of(document.text.begin() + end, document.text.begin() + std::max(end, token.begin),
                    [](char c) { return c == '\n'; });
    const auto code = code_of(token.begin);
    if (parts && (code == document.code.end() || code != code_of(begun))) ++gaps;
    begun = token.begin;
    end = std::max(end, token.end);
    post.forms[std::string(token.folded)][token.position + gaps] = field_of(token.begin);
  }
}

// Forms of one language belong together if they share a stem in one index, or if others link them.
void NaiveSearch::JoinClasses(size_t slots) {
  std::map<std::string, std::unique_ptr<Stemmer>> stemmers;
  std::map<std::string, std::map<std::string, Forms>> forms_by_stem;
  size_t slot = 0;
  const auto take = [&](const Post& post, std::string_view text) {
    auto& stemmer = stemmers[post.language];
    if (stemmer == nullptr) stemmer = Stemmer::ForLanguage(post.language);
    if (stemmer == nullptr) return;
    Tokenizer tokenizer(text);
    for (Token token; tokenizer.Next(token);) {
      if (!token.is_plain) continue;
      const std::string stem = std::to_string(slot) + " " + std::string(stemmer->Stem(token.exact));
      forms_by_stem[post.language][stem].emplace(token.folded);
    }
  };
  for (const Post& post : posts_) {
    take(post, post.document->title);
    take(post, post.document->text);
    for (const std::string& tag : post.document->tags) take(post, tag);
    for (const std::string& author : post.document->authors) take(post, author);
    slot = (slot + 1) % slots;
  }
  for (const auto& [language, stems] : forms_by_stem) {
    auto& classes = classes_[language];
    uint32_t next = 0;
    for (const auto& [stem, forms] : stems) {
      const uint32_t number = next++;
      for (const std::string& form : forms) {
        const auto [entry, is_new] = classes.emplace(form, number);
        if (is_new || entry->second == number) continue;
        const uint32_t merged = entry->second;
        for (auto& [other, other_number] : classes) {
          if (other_number == merged) other_number = number;
        }
      }
    }
  }
}

Bounds NaiveSearch::Find(std::string_view question, bool finished) const {
  const Query query = ParseQuery(question, finished);
  return query.root.children.empty() ? Bounds() : Evaluate(query.root);
}

std::set<std::string> NaiveSearch::Having(const Takes& takes) const {
  Paths paths;
  for (const Post& post : posts_) {
    if (takes(post)) paths.insert(post.document->path);
  }
  return paths;
}

Bounds NaiveSearch::Evaluate(const QueryNode& node) const {
  const auto exactly = [this](const Takes& takes) {
    const Paths paths = Having(takes);
    return Bounds{paths, paths};
  };
  const auto has_label = [&node](const std::vector<std::string>& labels) {
    return std::any_of(labels.begin(), labels.end(), [&node](const std::string& label) {
      const std::string folded = Fold(label);
      const std::string wanted = Fold(node.label);
      return node.is_prefix ? folded.substr(0, wanted.size()) == wanted : folded == wanted;
    });
  };
  switch (node.kind) {
    case Kind::kAll: {
      Bounds all = exactly([](const Post&) { return true; });
      for (const QueryNode& child : node.children) {
        const Bounds part = Evaluate(child);
        all = {Intersection(all.least, part.least), Intersection(all.most, part.most)};
      }
      return all;
    }
    case Kind::kAny: {
      Bounds any;
      for (const QueryNode& child : node.children) {
        const Bounds part = Evaluate(child);
        any = {Union(any.least, part.least), Union(any.most, part.most)};
      }
      return any;
    }
    case Kind::kNot: {
      const Bounds part = Evaluate(node.children[0]);
      const Paths every = Having([](const Post&) { return true; });
      return {Difference(every, part.most), Difference(every, part.least)};
    }
    case Kind::kWord:
      return Word(node);
    case Kind::kPhrase:
      return Phrase(node.phrase, node);
    case Kind::kTag:
      return exactly([&](const Post& post) { return has_label(post.document->tags); });
    case Kind::kAuthor:
      return exactly([&](const Post& post) { return has_label(post.document->authors); });
    case Kind::kLanguage:
      return exactly([&](const Post& post) { return post.language == Primary(node.label); });
    case Kind::kDates:
      return exactly([&](const Post& post) {
        const int64_t day = DayOf(post.document->date);
        return post.document->has_date && day >= node.days.first && day <= node.days.last;
      });
  }
  return {};
}

Bounds NaiveSearch::Word(const QueryNode& node) const {
  Bounds any;
  for (const QueryPhrase& phrase : node.word.phrases) {
    const Bounds part = phrase.size() > 1
                            ? Phrase(phrase, node)
                            : Bounds{Term(phrase[0], node.fields), Term(phrase[0], node.fields)};
    any = {Union(any.least, part.least), Union(any.most, part.most)};
  }
  return any;
}

NaiveSearch::Forms NaiveSearch::ClassOf(const std::string& form,
                                        const std::string& language) const {
  Forms forms = {form};
  const auto classes = classes_.find(language);
  if (classes == classes_.end()) return forms;
  const auto found = classes->second.find(form);
  if (found == classes->second.end()) return forms;
  for (const auto& [other, number] : classes->second) {
    if (number == found->second) forms.insert(other);
  }
  return forms;
}

// The posts with a form that the term stands for, or with a form of its class in their language.
std::set<std::string> NaiveSearch::Term(const QueryTerm& term, FieldMask fields) const {
  const bool has_classes = term.is_plain || term.match != TermMatch::kEqual;
  std::map<std::string, Forms> wanted;  // by language
  for (const Post& post : posts_) wanted[post.language];
  for (const std::string& form : forms_) {
    if (!term.Matches(form)) continue;
    for (auto& [language, forms] : wanted) {
      if (forms.count(form) > 0) continue;
      const Forms members = has_classes ? ClassOf(form, language) : Forms{form};
      forms.insert(members.begin(), members.end());
    }
  }
  return Having([&](const Post& post) {
    const Forms& forms = wanted[post.language];
    return std::any_of(forms.begin(), forms.end(), [&](const std::string& form) {
      const auto places = post.forms.find(form);
      if (places == post.forms.end()) return false;
      return std::any_of(places->second.begin(), places->second.end(),
                         [fields](const auto& place) { return (fields >> place.second & 1) != 0; });
    });
  });
}

namespace {

bool HasAt(const std::map<std::string, std::map<uint32_t, Field>>& forms, const QueryTerm& term,
           uint32_t position, FieldMask fields) {
  for (auto form = forms.lower_bound(term.folded); form != forms.end(); ++form) {
    if (form->first.compare(0, term.folded.size(), term.folded) != 0) return false;
    const auto place = form->second.find(position);
    if (place == form->second.end() || (fields >> place->second & 1) == 0) continue;
    if (term.Matches(form->first)) return true;
  }
  return false;
}

}  // namespace

bool NaiveSearch::StandsIn(const Post& post, const QueryPhrase& phrase, const QueryNode& node) {
  for (const auto& [form, places] : post.forms) {
    if (!phrase[0].Matches(form)) continue;
    for (const auto& place : places) {
      const auto position = place.first;
      const bool stands = std::all_of(phrase.begin(), phrase.end(), [&](const QueryTerm& term) {
        return HasAt(post.forms, term, position + term.offset - phrase[0].offset, node.fields);
      });
      if (stands) return true;
    }
  }
  return false;
}

// A window of as many words as the phrase has, and `distance` more, that holds every term.
bool NaiveSearch::StandsNear(const Post& post, const QueryPhrase& phrase, const QueryNode& node) {
  const uint32_t size = static_cast<uint32_t>(phrase.size()) + node.distance;
  for (const auto& [form, places] : post.forms) {
    for (const auto& [start, field] : places) {
      const bool stands =
          std::all_of(phrase.begin(), phrase.end(), [&, first = start](const QueryTerm& term) {
            for (uint32_t position = first; position < first + size; ++position) {
              if (HasAt(post.forms, term, position, node.fields)) return true;
            }
            return false;
          });
      if (stands) return true;
    }
  }
  return false;
}

Bounds NaiveSearch::Phrase(const QueryPhrase& phrase, const QueryNode& node) const {
  if (phrase.size() == 1) {
    QueryTerm term = phrase[0];
    if (term.match == TermMatch::kEqual) term.is_plain = false;
    const Paths paths = Term(term, node.fields);
    return {paths, paths};
  }
  Bounds bounds;
  bounds.least = Having([&](const Post& post) {
    return node.is_near && node.kind == Kind::kPhrase ? StandsNear(post, phrase, node)
                                                      : StandsIn(post, phrase, node);
  });
  bounds.most = bounds.least;
  if (phrase.back().match != TermMatch::kPrefix) return bounds;
  bounds.most = Term(phrase.back(), kAllFields);
  for (size_t i = 0; i + 1 < phrase.size(); ++i) {
    bounds.most = Intersection(bounds.most, Term(phrase[i], node.fields));
  }
  return bounds;
}

}  // namespace broadsheet
