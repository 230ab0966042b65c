#include "site/edition.h"

#include <algorithm>
#include <unordered_set>

#include "post/post_path.h"
#include "post/slug.h"
#include "site/language_folders.h"
#include "site/permalink.h"
#include "site/post_address.h"
#include "site/post_links.h"
#include "site/relations.h"
#include "site/template_address.h"
#include "view/address.h"

namespace broadsheet {
namespace {

bool ComesBefore(const Manuscript& a, const Manuscript& b) {
  const bool dated_a = a.post.date.has_value();
  const bool dated_b = b.post.date.has_value();
  if (dated_a != dated_b) return dated_b;
  if (dated_a) {
    const int64_t seconds_a = a.post.date->UnixSeconds();
    const int64_t seconds_b = b.post.date->UnixSeconds();
    if (seconds_a != seconds_b) return seconds_a < seconds_b;
  }
  return a.post.path < b.post.path;
}

// Returns what each wanted.
std::vector<std::string> GiveSlugs(Edition& edition) {
  std::unordered_set<std::string> taken;
  std::vector<std::string> all_wanted;
  for (EditionPost& entry : edition.posts) {
    Post& post = entry.post;
    const std::string wanted = post.slug;
    for (int n = 2; !taken.insert(post.slug).second; ++n)
      post.slug = wanted + "-" + std::to_string(n);
    if (post.slug != wanted && entry.post.permalink.empty() && edition.config.permalink.empty()) {
      edition.diagnostics.push_back({Severity::kNote, post.path, 0,
                                     "an older post lives at posts/" + wanted +
                                         "/, so this one is at posts/" + post.slug +
                                         "/; give it a `slug` to change that"});
    }
    all_wanted.push_back(wanted);
  }
  return all_wanted;
}

// "en" is the language of a site in "en-US".
bool IsSiteLanguage(const Edition& edition, std::string_view language) {
  const std::string& own = edition.view.language;
  return own == language || (own.starts_with(language) && own[language.size()] == '-');
}

// Where a folder says the language of its posts, they need not say it themselves. The site's own language
// is no part of addresses.
void GiveLanguages(Edition& edition) {
  std::vector<LanguageFolders::Text> texts;
  for (const EditionPost& entry : edition.posts)
    texts.push_back({entry.post.path, entry.post.translation_key});
  const LanguageFolders folders(texts);
  for (EditionPost& entry : edition.posts) {
    LanguageFolders::Place place = folders.Find(entry.post.path);
    entry.common_path = std::move(place.path);
    const std::string_view suffix = ReadPostName(entry.post.path).language;
    if (!IsSiteLanguage(edition, suffix)) entry.address_language = Slugify(suffix);
    if (place.language.empty()) continue;
    if (entry.post.language.empty()) entry.post.language = place.language;
    if (IsSiteLanguage(edition, place.language) || !suffix.empty()) continue;
    entry.address_language = Slugify(place.language);
    entry.post.slug = entry.address_language + "/" + entry.post.slug;
  }
}

std::string AddressByPattern(const Edition& edition, const EditionPost& entry,
                             const std::string& wanted_slug) {
  Post post = entry.post;
  post.path = entry.common_path;
  post.slug = wanted_slug;
  std::string address = PostAddressFrom(edition.config.permalink, post);
  if (!address.empty() && !entry.address_language.empty()) {
    address.insert(0, entry.address_language + "/");
  }
  return address;
}

// By the post's own permalink, else by the site's pattern.
void GiveAddresses(const std::vector<std::string>& wanted_slugs, Edition& edition) {
  std::unordered_set<std::string> taken;
  for (const EditionPost& entry : edition.posts) taken.insert("posts/" + entry.post.slug + "/");
  bool fits_none = !edition.posts.empty() && !edition.config.permalink.empty();
  for (size_t i = 0; i < edition.posts.size(); ++i) {
    EditionPost& entry = edition.posts[i];
    Post& post = entry.post;
    const bool is_own = !post.permalink.empty();
    const std::string& permalink = is_own ? post.permalink : edition.config.permalink;
    if (permalink.empty()) continue;
    const std::string address = is_own ? PostAddressFrom(permalink, post)
                                       : AddressByPattern(edition, entry, wanted_slugs[i]);
    if (address == "posts/" + post.slug + "/") continue;
    fits_none = fits_none && !is_own && address.empty();
    if (!address.empty() && taken.insert(address).second) {
      post.address = address;
    } else if (is_own || !address.empty()) {
      // In posts/ it can still lead to the post.
      if (permalink.starts_with("posts/")) post.aliases.push_back(permalink);
      const std::string why =
          address.empty() ? "cannot be a post's address" : "is the address of another post";
      edition.diagnostics.push_back({Severity::kNote, post.path, 0,
                                     "'" + permalink + "' " + why + ", so it is at posts/" +
                                         post.slug + "/; give it another `permalink`"});
    }
  }
  if (fits_none) {
    edition.diagnostics.push_back(
        {Severity::kWarning, std::string(kSiteConfigName), 0,
         "the permalink '" + edition.config.permalink +
             "' gives no post an address, so they are at posts/…/; name other folders"});
  }
}

// "[[Name#part|shown]]" -> "Name".
std::string_view WikilinkName(std::string_view address) {
  if (address.substr(0, 2) == "[[") address.remove_prefix(2);
  return address.substr(0, address.find_first_of("]|#"));
}

Reference ReferenceTo(const SiteView& view, const Post& post, std::string_view fragment) {
  Reference reference;
  reference.url = Link(view, PostAddress(post)) + std::string(fragment);
  return reference;
}

void ResolvePicture(const PictureSizes& pictures, std::string_view address, EditionPost& entry) {
  if (address.empty() || address.front() == '/') return;  // the host's, not ours
  const LinkTarget target = ReadLinkTarget(entry.post.path, address);
  const auto size = pictures.find(target.path);
  if (target.outside || size == pictures.end()) return;
  Reference& reference = entry.references[std::string(address)];
  reference.width = size->second.width;
  reference.height = size->second.height;
}

// What an address from the root of the site, given by a template, is at its place.
void ResolveRooted(const SiteView& view, const ReferenceUse& use, EditionPost& entry) {
  const TemplateAddress call = ReadTemplateAddress(use.address);
  if (call.kind != TemplateAddress::Kind::kRooted) return;
  entry.references[use.address].url = Link(view, EncodePath(DecodePath(call.path))) + call.suffix;
}

void Resolve(const PostLinks& links, const SiteView& view, const PictureSizes& pictures,
             EditionPost& entry) {
  ResolvePicture(pictures, entry.post.cover, entry);
  for (const ReferenceUse& use : entry.manuscript->references) {
    if (use.address.starts_with("#")) continue;
    if (use.kind == ReferenceUse::Kind::kWikilink) {
      const Post* post = links.FindByName(WikilinkName(use.address));
      if (post == nullptr) continue;
      Reference reference = ReferenceTo(view, *post, "");
      reference.title = post->title;
      entry.references[use.address] = std::move(reference);
    } else if (use.kind == ReferenceUse::Kind::kLink) {
      const PostLinks::Found found = links.Find(entry.post, use.address);
      if (found.post == nullptr) {
        ResolveRooted(view, use, entry);
        continue;
      }
      Reference reference = ReferenceTo(view, *found.post, found.fragment);
      if (reference.url != use.address) entry.references[use.address] = std::move(reference);
    } else {
      ResolveRooted(view, use, entry);
      ResolvePicture(pictures, use.address, entry);
    }
  }
}

// Only they name posts.
bool HasWikilinks(const Edition& edition) {
  return std::any_of(edition.posts.begin(), edition.posts.end(), [](const EditionPost& entry) {
    const auto& uses = entry.manuscript->references;
    return std::any_of(uses.begin(), uses.end(), [](const ReferenceUse& use) {
      return use.kind == ReferenceUse::Kind::kWikilink;
    });
  });
}

// Each post calls a term what all do, as it is shown in lists and looked for in the tab.
void SpellAlike(const TaxonomyBuilder& builder, std::vector<std::string> Post::*names,
                Edition& edition) {
  for (const TaxonomyBuilder::Variant& variant : builder.variants()) {
    std::vector<std::string>& own = edition.posts[variant.place].post.*names;
    std::replace(own.begin(), own.end(), variant.name, variant.term);
  }
}

void Classify(Edition& edition) {
  TaxonomyBuilder tags;
  TaxonomyBuilder categories;
  TaxonomyBuilder authors;
  TaxonomyBuilder series;
  for (uint32_t i = 0; i < edition.posts.size(); ++i) {
    const Post& post = edition.posts[i].post;
    tags.Add(i, post.tags);
    categories.Add(i, post.categories);
    authors.Add(i, post.authors);
    if (!post.series.empty()) series.Add(i, {post.series});
  }
  edition.tags = tags.Take();
  edition.categories = categories.Take();
  edition.series = series.Take();
  edition.authors = authors.Take();
  SpellAlike(tags, &Post::tags, edition);
  SpellAlike(categories, &Post::categories, edition);
  SpellAlike(authors, &Post::authors, edition);
  for (const TaxonomyBuilder::Variant& variant : series.variants())
    edition.posts[variant.place].post.series = variant.term;
  edition.view.author_pages = edition.authors.terms.size() > 1 || !edition.config.authors.empty();
  if (!edition.view.author_pages) edition.authors = {};
}

// Former addresses by the site's patterns; those in a post's own front matter stand before them.
void AddAliases(const SiteConfig& config, Post& post) {
  for (const std::string& pattern : config.aliases) {
    std::string address = ExpandPermalink(pattern, post);
    if (address.empty() || DecodePath(PostAddress(post)) == address) continue;
    if (std::find(post.aliases.begin(), post.aliases.end(), address) == post.aliases.end()) {
      post.aliases.push_back(std::move(address));
    }
  }
}

void ReportTemplateTags(Edition& edition) {
  TemplateTagSummary summary;
  for (const EditionPost& entry : edition.posts) {
    summary.Add(entry.post.path, entry.manuscript->template_tags);
  }
  for (Diagnostic& note : summary.Notes()) edition.diagnostics.push_back(std::move(note));
}

}  // namespace

Edition MakeEdition(const SiteConfig& config, const SiteView& view,
                    std::vector<std::shared_ptr<const Manuscript>> manuscripts,
                    const PictureSizes& pictures) {
  std::sort(manuscripts.begin(), manuscripts.end(),
            [](const auto& a, const auto& b) { return ComesBefore(*a, *b); });
  Edition edition;
  edition.config = config;
  edition.view = view;
  edition.posts.reserve(manuscripts.size());
  for (auto& manuscript : manuscripts) {
    Post post = manuscript->post;
    edition.posts.push_back({std::move(manuscript), std::move(post), {}, {}, {}, {}, {}, {}, {}});
  }
  GiveLanguages(edition);
  GiveAddresses(GiveSlugs(edition), edition);
  for (EditionPost& entry : edition.posts) AddAliases(config, entry.post);
  ReportTemplateTags(edition);
  PostLinks links;
  for (const EditionPost& entry : edition.posts) links.Add(entry.post);
  if (HasWikilinks(edition)) {
    for (const EditionPost& entry : edition.posts) links.AddNames(entry.post);
  }
  for (EditionPost& entry : edition.posts) Resolve(links, view, pictures, entry);
  Classify(edition);
  Relate(edition);
  return edition;
}

IndexDocument MakeIndexDocument(const SiteConfig& config, const EditionPost& entry) {
  const Post& post = entry.post;
  const PlainText& text = entry.manuscript->text;
  IndexDocument document;
  document.path = post.path;
  document.url = PostAddress(post);
  document.title = post.title;
  document.language = post.language.empty() ? config.language : post.language;
  document.has_date = post.date.has_value();
  // By the post's own clock, as its pages say it.
  if (post.date) document.date = post.date->UnixSeconds() + post.date->offset_minutes * 60;
  document.tags = post.tags;
  for (const std::string& category : post.categories) {
    const bool is_tag = std::any_of(post.tags.begin(), post.tags.end(), [&](const auto& tag) {
      return Slugify(tag) == Slugify(category);
    });
    if (!is_tag) document.tags.push_back(category);
  }
  document.authors = post.authors;
  document.text = text.text;
  for (const TextSection& section : text.sections) {
    document.sections.push_back(
        {section.level, section.id, section.title, section.range.begin, section.range.end});
  }
  for (const TextRange& code : text.code) document.code.push_back({code.begin, code.end});
  return document;
}

std::vector<const Post*> NewestFirst(const Edition& edition) {
  std::vector<const Post*> posts;
  for (auto entry = edition.posts.rbegin(); entry != edition.posts.rend(); ++entry) {
    posts.push_back(&entry->post);
  }
  return posts;
}

std::vector<const Post*> HomeOrder(const Edition& edition) {
  std::vector<const Post*> posts = NewestFirst(edition);
  std::stable_partition(posts.begin(), posts.end(), [](const Post* post) { return post->pinned; });
  return posts;
}

}  // namespace broadsheet
