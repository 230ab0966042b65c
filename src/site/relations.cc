#include "site/relations.h"

#include <algorithm>
#include <map>
#include <string>

#include "post/post_path.h"
#include "site/language_name.h"

namespace broadsheet {
namespace {

// Parts that have a number are at that place, as far as there are so many; the others, the oldest first, at those
// between.
std::vector<uint32_t> InOrder(const Edition& edition, const std::vector<uint32_t>& parts) {
  const auto order_of = [&](uint32_t part) { return edition.posts[part].post.series_order; };
  std::vector<uint32_t> numbered;
  std::vector<uint32_t> others;
  for (const uint32_t part : parts) (order_of(part) > 0 ? numbered : others).push_back(part);
  std::stable_sort(numbered.begin(), numbered.end(),
                   [&](uint32_t a, uint32_t b) { return order_of(a) < order_of(b); });
  std::vector<uint32_t> out;
  size_t next = 0;
  for (size_t other = 0; out.size() < parts.size();) {
    const bool is_due =
        next < numbered.size() && order_of(numbered[next]) <= static_cast<int>(out.size()) + 1;
    out.push_back(is_due || other == others.size() ? numbered[next++] : others[other++]);
  }
  return out;
}

void OrderSeries(Edition& edition) {
  for (std::vector<uint32_t>& places : edition.series.posts) {
    places = InOrder(edition, places);
    for (size_t i = 0; i < places.size(); ++i) {
      EditionPost& entry = edition.posts[places[i]];
      entry.post.part = static_cast<int>(i + 1);
      entry.post.parts = static_cast<int>(places.size());
      if (i > 0) entry.previous_part = places[i - 1];
      if (i + 1 < places.size()) entry.next_part = places[i + 1];
    }
  }
}

const std::string& LanguageOf(const Edition& edition, uint32_t place) {
  const std::string& language = edition.posts[place].post.language;
  return language.empty() ? edition.view.language : language;
}

// What files that are translations of one another have in common: "a/heron" of "a/heron.de.md" and, where
// languages have folders, of "de/a/heron.md".
std::string TranslationKey(const EditionPost& entry) {
  if (!entry.post.translation_key.empty()) return "key " + entry.post.translation_key;
  const std::string& path = entry.common_path;
  const size_t slash = path.rfind('/');
  const std::string name = path.substr(slash == std::string::npos ? 0 : slash + 1);
  const std::string folder = path.substr(0, path.size() - name.size());
  const std::string suffix(ReadPostName(path).language);
  const std::string stem = name.substr(0, name.rfind('.'));
  if (suffix.empty()) return folder + stem;
  return folder + stem.substr(0, stem.size() - suffix.size() - 1);
}

// The places of texts that are there in several languages, by language; of two in one language the older.
void LinkTranslations(Edition& edition, const std::vector<uint32_t>& places) {
  std::map<std::string, uint32_t> by_language;
  for (const uint32_t place : places) by_language.emplace(LanguageOf(edition, place), place);
  for (const auto& [own_language, own] : by_language) {
    for (const auto& [language, other] : by_language) {
      if (other != own) edition.posts[own].translations.push_back(other);
    }
  }
}

void FindTranslations(Edition& edition) {
  std::map<std::string, std::vector<uint32_t>> groups;
  for (uint32_t i = 0; i < edition.posts.size(); ++i) {
    groups[TranslationKey(edition.posts[i])].push_back(i);
  }
  for (const auto& [key, places] : groups) {
    if (places.size() > 1) LinkTranslations(edition, places);
  }
}

const Post* At(const Edition& edition, const std::optional<uint32_t>& place) {
  return place ? &edition.posts[*place].post : nullptr;
}

}  // namespace

void Relate(Edition& edition) {
  OrderSeries(edition);
  FindTranslations(edition);
}

void RelateByWords(Edition& edition, const std::vector<std::vector<uint32_t>>& found) {
  for (size_t i = 0; i < found.size(); ++i) {
    EditionPost& entry = edition.posts[i];
    entry.related.clear();
    for (const uint32_t related : found[i]) {
      const auto& shown = entry.translations;  // under the title
      if (std::find(shown.begin(), shown.end(), related) == shown.end()) {
        entry.related.push_back(related);
      }
    }
  }
}

Post PostMention(const Post& post) {
  Post mention;
  mention.slug = post.slug;
  mention.address = post.address;
  mention.title = post.title;
  mention.language = post.language;
  return mention;
}

Post TranslationMention(const SiteView& site, const Post& post) {
  Post mention = PostMention(post);
  if (mention.language.empty()) mention.language = site.language;
  mention.title = LanguageName(mention.language);
  return mention;
}

ArticleView ArticleViewOf(const Edition& edition, size_t index) {
  const EditionPost& entry = edition.posts[index];
  ArticleView view;
  view.post = &entry.post;
  view.references = &entry.references;
  view.older = index > 0 ? &edition.posts[index - 1].post : nullptr;
  view.newer = index + 1 < edition.posts.size() ? &edition.posts[index + 1].post : nullptr;
  view.previous_part = At(edition, entry.previous_part);
  view.next_part = At(edition, entry.next_part);
  for (const uint32_t place : entry.translations) {
    view.translations.push_back(TranslationMention(edition.view, edition.posts[place].post));
  }
  for (const uint32_t place : entry.related) {
    view.related.push_back(PostMention(edition.posts[place].post));
  }
  return view;
}

}  // namespace broadsheet
