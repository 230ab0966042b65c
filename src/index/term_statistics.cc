#include "index/term_statistics.h"

#include <algorithm>

#include "base/bytes.h"

namespace broadsheet {
namespace {

constexpr uint32_t kMinHeavyPosts = 48;

size_t MostHeavyTerms(size_t post_count) { return std::min<size_t>(700 + post_count / 8, 3000); }

auto PlaceOf(const std::vector<TermStatistics::Form>& forms, std::string_view key) {
  return std::lower_bound(
      forms.begin(), forms.end(), key,
      [](const TermStatistics::Form& form, std::string_view wanted) { return form.key < wanted; });
}

}  // namespace

StemUse& TermStatistics::Form::FindOrAdd(uint32_t language, std::string_view stem) {
  const auto place = std::find_if(stems.begin(), stems.end(), [&](const StemUse& use) {
    return use.language != language ? use.language > language : use.stem >= stem;
  });
  if (place != stems.end() && place->language == language && place->stem == stem) return *place;
  return *stems.insert(place, StemUse{language, stem, 0});
}

bool TermStatistics::Unpack(std::string_view bytes) {
  ByteReader in(bytes);
  for (uint64_t left = in.Varint(); left > 0 && in.ok(); --left) {
    const uint32_t posts = in.Varint32();
    histogram[posts] = in.Varint32();
  }
  const uint64_t count = in.Varint();
  if (count > bytes.size()) return false;
  forms.reserve(count);
  for (uint64_t left = count; left > 0 && in.ok(); --left) {
    Form& form = forms.emplace_back();
    form.key = in.Counted();
    form.post_count = in.Varint32();
    for (uint64_t stems = in.Varint(); stems > 0 && in.ok(); --stems) {
      StemUse& use = form.stems.emplace_back();
      use.language = in.Varint32();
      use.stem = in.Counted();
      use.post_count = in.Varint32();
    }
  }
  return in.ok() && in.AtEnd();
}

std::string TermStatistics::Pack() const {
  ByteWriter out;
  out.Varint(histogram.size());
  for (const auto& [posts, terms] : histogram) {
    out.Varint(posts);
    out.Varint(terms);
  }
  out.Varint(forms.size());
  for (const Form& form : forms) {
    out.Counted(form.key);
    out.Varint(form.post_count);
    out.Varint(form.stems.size());
    for (const StemUse& use : form.stems) {
      out.Varint(use.language);
      out.Counted(use.stem);
      out.Varint(use.post_count);
    }
  }
  return out.Take();
}

const TermStatistics::Form* TermStatistics::Find(std::string_view key) const {
  const auto found = PlaceOf(forms, key);
  return found != forms.end() && found->key == key ? &*found : nullptr;
}

TermStatistics::Form& TermStatistics::FindOrAdd(std::string_view key) {
  const auto found = PlaceOf(forms, key);
  const auto place = forms.begin() + (found - forms.cbegin());
  if (found != forms.end() && found->key == key) return *place;
  return *forms.insert(place, Form{key, 0, {}});
}

uint32_t TermStatistics::CountPrefix(std::string_view prefix) const {
  const auto first = PlaceOf(forms, prefix);
  const auto last = std::partition_point(first, forms.end(), [&](const Form& form) {
    return form.key.substr(0, prefix.size()) == prefix;
  });
  return static_cast<uint32_t>(last - first);
}

std::vector<const TermStatistics::Form*> TermStatistics::FormsOf(uint32_t language,
                                                                 std::string_view stem) const {
  std::vector<const Form*> found;
  for (const Form& form : forms) {
    for (const StemUse& use : form.stems) {
      if (use.language == language && use.stem == stem) found.push_back(&form);
    }
  }
  return found;
}

uint32_t HeavyBound(const TermStatistics::Histogram& histogram, size_t post_count) {
  const size_t most = MostHeavyTerms(post_count);
  size_t terms = 0;
  for (auto entry = histogram.rbegin(); entry != histogram.rend(); ++entry) {
    terms += entry->second;
    if (terms > most) return std::max(entry->first + 1, kMinHeavyPosts);
  }
  return kMinHeavyPosts;
}

}  // namespace broadsheet
