#include "post/post.h"

#include <algorithm>
#include <initializer_list>
#include <limits>

#include "base/number.h"
#include "base/utf8.h"
#include "post/body.h"
#include "post/data.h"
#include "post/foreign_date.h"
#include "post/language_tag.h"
#include "post/one_line.h"
#include "post/post_path.h"
#include "post/slug.h"

namespace broadsheet {
namespace {

using Keys = std::initializer_list<std::string_view>;

// The words of several generators for the same things, read from one front matter.
class FrontMatter {
 public:
  FrontMatter(const Data& root, std::string_view path, Diagnostics& diagnostics)
      : root_(root), path_(path), diagnostics_(diagnostics) {}

  void Warn(int line, std::string message) const {
    diagnostics_.push_back({Severity::kWarning, std::string(path_), line, std::move(message)});
  }

  // The first of `keys` that has a value.
  const Data* First(Keys keys) const {
    for (const std::string_view key : keys) {
      const Data* data = root_.Find(key);
      if (data != nullptr && !data->IsNull()) return data;
    }
    return nullptr;
  }

  std::string Text(Keys keys) const {
    const Data* data = First(keys);
    if (data == nullptr) return {};
    if (!data->IsText()) {
      Warn(data->line, "'" + std::string(*keys.begin()) + "' should be text; it is left out");
      return {};
    }
    return OneLine(data->text);
  }

  std::optional<bool> Flag(Keys keys) const {
    const Data* data = First(keys);
    if (data == nullptr) return std::nullopt;
    const std::string_view text = data->text;
    if (text == "true" || text == "yes" || text == "on" || text == "True") return true;
    if (text == "false" || text == "no" || text == "off" || text == "False") return false;
    Warn(data->line,
         "'" + std::string(*keys.begin()) + "' should be true or false; it is left out");
    return std::nullopt;
  }

  // From 1; 0 when there is none.
  int Number(Keys keys) const {
    const Data* data = First(keys);
    int64_t number = 0;
    const bool fits = data != nullptr && ReadNumber(data->text, number) && number > 0 &&
                      number <= std::numeric_limits<int>::max();
    return fits ? static_cast<int>(number) : 0;
  }

  std::optional<Date> When(Keys keys) const {
    const Data* data = First(keys);
    if (data == nullptr) return std::nullopt;
    const std::optional<Date> date = ParseForeignDate(data->text);
    const std::string_view text = data->text;
    if (text.ends_with("Last Modified") || text.ends_with("Created")) {
      Warn(data->line,
           "the date '" + data->text + "' is worked out by Eleventy; write the date itself");
    } else if (!date) {
      Warn(data->line, "the date '" + data->text +
                           "' is not understood; write it as 2026-11-22 or " +
                           "2026-11-22T09:30:00+01:00");
    }
    return date;
  }

  // Texts of all `keys` together: a list, one text, a text with commas, or maps that have a `name`.
  std::vector<std::string> Texts(Keys keys, bool split_commas) const {
    std::vector<std::string> out;
    for (const std::string_view key : keys) {
      if (const Data* data = root_.Find(key)) AppendTexts(*data, split_commas, out);
    }
    return out;
  }

 private:
  void AppendTexts(const Data& data, bool split_commas, std::vector<std::string>& out) const {
    for (const Data& item : data.items) AppendTexts(item, false, out);
    if (const Data* name = data.Find("name")) AppendTexts(*name, false, out);
    std::string_view rest = data.text;
    while (!rest.empty()) {
      const size_t comma = split_commas ? rest.find(',') : std::string_view::npos;
      std::string text = OneLine(rest.substr(0, comma));
      if (!text.empty()) out.push_back(std::move(text));
      rest = comma == std::string_view::npos ? std::string_view() : rest.substr(comma + 1);
    }
  }

  const Data& root_;
  std::string_view path_;
  Diagnostics& diagnostics_;
};

// Whether a key says where a post lives, which only the post itself can say, not what its theme is told.
bool IsOfAddress(std::string_view key) {
  return key == "slug" || key == "path" || key == "url" || key == "permalink" || key == "aliases" ||
         key == "alias" || key == "redirect_from";
}

// Lifts [taxonomies] and [extra] (Zola), params (Hugo) to the top, where keys are looked for.
void Flatten(Data& root) {
  for (const std::string_view group : {"taxonomies", "extra", "params"}) {
    const Data* inner = root.Find(group);
    if (inner == nullptr || !inner->IsMap()) continue;
    const std::vector<Data::Field> fields = inner->fields;
    for (const Data::Field& field : fields) {
      if (root.Find(field.first) == nullptr && !IsOfAddress(field.first))
        root.fields.push_back(field);
    }
  }
}

// Without Eleventy's names for the collection of all posts, which are no topics.
std::vector<std::string> Topics(std::vector<std::string> tags) {
  std::erase_if(tags, [](const std::string& tag) {
    return tag == "post" || tag == "posts" || tag == "all" || tag == "nav";
  });
  return tags;
}

// Those that have a slug, the first of each slug.
std::vector<std::string> Distinct(std::vector<std::string> names) {
  std::vector<std::string> seen;
  std::vector<std::string> out;
  for (std::string& name : names) {
    std::string slug = Slugify(name);
    if (slug.empty() || std::find(seen.begin(), seen.end(), slug) != seen.end()) continue;
    seen.push_back(std::move(slug));
    out.push_back(std::move(name));
  }
  return out;
}

std::string SlugPath(std::string_view text) {
  std::string out;
  for (size_t start = 0; start <= text.size();) {
    const size_t slash = std::min(text.find('/', start), text.size());
    const std::string segment = Slugify(text.substr(start, slash - start));
    if (!segment.empty()) out += (out.empty() ? "" : "/") + segment;
    start = slash + 1;
  }
  return out;
}

// "/2014/12/12/name.html" and "https://old.example/2014/12/12/name/": "2014/12/12/name.html", "…/name/".
// Nothing for addresses that cannot be files of the site.
std::string SiteAddress(std::string_view address) {
  if (const size_t scheme = address.find("://"); scheme != std::string_view::npos) {
    const size_t slash = address.find('/', scheme + 3);
    address = slash == std::string_view::npos ? std::string_view() : address.substr(slash);
  }
  address = address.substr(0, address.find_first_of("?#"));
  while (!address.empty() && address.front() == '/') address.remove_prefix(1);
  for (const char c : address) {
    if (static_cast<unsigned char>(c) < 0x20 || c == '\\' || c == ':' || c == '"' || c == '<')
      return {};
  }
  const bool climbs = address == ".." || address.substr(0, 3) == "../" ||
                      address.find("/../") != std::string_view::npos ||
                      (address.size() > 2 && address.substr(address.size() - 3) == "/..");
  return climbs ? std::string() : std::string(address);
}

// The name of the page at a permalink: "2014/12/12/name.html" -> "name".
std::string_view PermalinkName(std::string_view address) {
  constexpr std::string_view kIndex = "/index.html";
  if (address.size() > kIndex.size() && address.substr(address.size() - kIndex.size()) == kIndex) {
    address.remove_suffix(kIndex.size());
  }
  while (!address.empty() && address.back() == '/') address.remove_suffix(1);
  const size_t slash = address.rfind('/');
  if (slash != std::string_view::npos) address.remove_prefix(slash + 1);
  const size_t dot = address.rfind(".htm");
  return dot == std::string_view::npos ? address : address.substr(0, dot);
}

// A date that an address starts with or holds: "blog/2014/12/12/name".
std::optional<Date> DateInAddress(std::string_view address) {
  for (size_t at = 0; at + 10 < address.size(); ++at) {
    const bool at_segment = at == 0 || address[at - 1] == '/';
    if (at_segment && address[at + 4] == '/' && address[at + 10] == '/') {
      if (auto date = ParseDate(address.substr(at, 10))) return date;
    }
  }
  return std::nullopt;
}

// What Eleventy would have filled in, as a pattern: "/x/{{ page.fileSlug }}/" -> "/x/:filename/". Nothing
// when it holds another template.
std::string WithoutTemplates(std::string address, const std::string& title) {
  for (size_t at = address.find("{{"); at != std::string::npos; at = address.find("{{")) {
    const size_t end = address.find("}}", at);
    if (end == std::string::npos) return {};
    std::string name = address.substr(at + 2, end - at - 2);
    name.erase(std::remove(name.begin(), name.end(), ' '), name.end());
    const bool is_file = name == "page.fileSlug" || name == "fileSlug";
    const bool is_title = name.rfind("title|slug", 0) == 0;
    if (!is_file && !is_title) return {};
    address.replace(at, end + 2 - at, is_file ? ":filename" : Slugify(title));
  }
  return address.find("{%") == std::string::npos ? address : std::string();
}

// Its own address, as Jekyll, Hugo, Zola and Eleventy name it. One with a host is where the post was before.
void ReadPermalink(const FrontMatter& matter, Post& post) {
  const std::string given = matter.Text({"permalink", "url", "path"});
  if (given == "false") post.draft = true;  // in Eleventy: no page
  if (given == "false" || given == "true") return;
  const bool has_template =
      given.find("{{") != std::string::npos || given.find("{%") != std::string::npos;
  const std::string written =
      has_template ? WithoutTemplates(given, matter.Text({"title"})) : given;
  if (written.empty() && !given.empty()) {
    matter.Warn(matter.First({"permalink", "url", "path"})->line,
                "the permalink '" + given + "' is a template; write the address that it stood for");
  }
  const bool has_host = written.find("://") != std::string::npos;
  const std::string address = SiteAddress(written);
  const bool is_pattern = address.empty() && !has_host;
  post.permalink = has_host ? std::string() : is_pattern ? written : address;
  if (address.empty()) return;
  if (has_host) post.aliases.push_back(address);
  if (post.slug.empty()) post.slug = Slugify(PermalinkName(address));
  if (!post.date) post.date = DateInAddress(address);
}

void ReadAddresses(const FrontMatter& matter, const PostName& name, Post& post) {
  const std::string slug = matter.Text({"slug"});
  post.slug = SlugPath(slug);
  if (!post.slug.empty()) post.own_slug = slug;
  ReadPermalink(matter, post);
  for (const std::string& alias : matter.Texts({"aliases", "redirect_from", "alias"}, false)) {
    const std::string address = SiteAddress(alias);
    const bool known =
        std::find(post.aliases.begin(), post.aliases.end(), address) != post.aliases.end();
    if (!address.empty() && !known) post.aliases.push_back(address);
    if (address.empty() && alias.find_first_not_of('/') != alias.npos) {
      matter.Warn(0, "the old address '" + alias +
                         "' is left out; write it from the root of the site, as /2014/name/");
    }
  }
  if (post.slug.empty()) post.slug = Slugify(name.stem);
  if (post.slug.empty()) post.slug = SlugPath(post.path);
  if (!name.language.empty()) post.slug = SlugPath(name.language) + "/" + post.slug;
}

void ReadLanguage(const FrontMatter& matter, const PostName& name, Post& post) {
  const Keys keys = {"lang", "language", "locale"};
  post.language = matter.Text(keys);
  std::replace(post.language.begin(), post.language.end(), '_', '-');
  if (!post.language.empty() && !IsLanguageTag(post.language)) {
    matter.Warn(
        matter.First(keys)->line,
        "'" + post.language + "' is no language tag; write one such as \"de\" or \"pt-BR\"");
    post.language.clear();
  }
  if (post.language.empty()) post.language = name.language;
}

void ReadDates(const FrontMatter& matter, const PostName& name, Post& post) {
  const Keys publish_keys = {"publishDate", "publish_date"};
  const std::optional<Date> published = matter.When(publish_keys);
  if (matter.First({"date"}) != nullptr) {
    post.date = matter.When({"date"});
  } else if (matter.First(publish_keys) == nullptr) {
    post.date = matter.When({"pubDate", "pubDatetime", "created"});
  }
  if (!post.date) post.date = name.date;
  // Hugo holds a page back until then, whatever its date.
  if (published && (!post.date || published->UnixSeconds() > post.date->UnixSeconds()))
    post.date = published;
  post.updated = matter.When({"updated", "lastmod", "last_modified_at", "modified", "updatedDate",
                              "modDatetime", "last_modified"});
  post.expires = matter.When({"expires", "expiryDate", "expiry_date", "expiry"});
}

void ReadFlags(const FrontMatter& matter, Post& post) {
  post.draft = post.draft || matter.Flag({"draft"}).value_or(false);
  // In Jekyll `published: false` is a draft; elsewhere the key may hold a date.
  const Data* published = matter.First({"published"});
  if (published != nullptr && published->text == "false") post.draft = true;
  if (IsInFolder(post.path, "_drafts")) post.draft = true;
  // In Hugo and Zola these have no page of their own.
  if (matter.Flag({"headless"}).value_or(false)) post.draft = true;
  if (!matter.Flag({"render"}).value_or(true)) post.draft = true;
  if (const Data* build = matter.First({"build", "_build"}); build != nullptr) {
    const Data* render = build->Find("render");
    if (render != nullptr && (render->text == "never" || render->text == "false")) {
      post.draft = true;
    }
  }
  post.pinned = matter.Flag({"pinned", "sticky", "pin"}).value_or(false);
  post.smart_punctuation = matter.Flag({"smart_punctuation"});
}

void ReadPicture(const FrontMatter& matter, Post& post) {
  const Data* cover =
      matter.First({"cover", "image", "hero_image", "heroImage", "featured_image", "banner"});
  if (cover == nullptr) return;
  const Data* source = cover;
  for (const std::string_view key : {"image", "src", "path", "url", "feature"}) {
    if (const Data* inner = cover->Find(key)) source = inner;
  }
  if (source->IsText()) post.cover = EncodeUrl(OneLine(source->text));
  const Data* alt = cover->Find("alt");
  post.cover_alt = alt != nullptr ? OneLine(alt->text) : matter.Text({"cover_alt", "image_alt"});
}

// The names in `own`, which Jekyll parts at spaces where it is one text without commas, and in the other keys.
std::vector<std::string> ReadTerms(const FrontMatter& matter, std::string_view path,
                                   std::string_view own,
                                   std::initializer_list<std::string_view> others) {
  const Data* layout = matter.First({"layout"});
  const bool has_layout = layout != nullptr && layout->text.find('.') == std::string::npos;
  const bool is_jekyll = IsInFolder(path, "_posts") || (has_layout && ReadPostName(path).date);
  const Data* data = matter.First({own});
  std::vector<std::string> names = matter.Texts({own}, true);
  if (is_jekyll && data != nullptr && data->IsText() && data->text.find(',') == std::string::npos) {
    names.clear();
    const std::string line = OneLine(data->text) + " ";
    for (size_t start = 0, end; (end = line.find(' ', start)) != std::string::npos; start = end + 1)
      names.push_back(line.substr(start, end - start));
  }
  for (std::string& name : matter.Texts(others, true)) names.push_back(std::move(name));
  return names;
}

Post ReadPost(const FrontMatter& matter, std::string_view path) {
  const PostName name = ReadPostName(path);
  Post post;
  post.path = path;
  ReadDates(matter, name, post);
  ReadAddresses(matter, name, post);
  ReadFlags(matter, post);
  ReadPicture(matter, post);
  post.title = matter.Text({"title"});
  post.summary = matter.Text({"summary", "description", "excerpt", "subtitle"});
  post.tags = Distinct(Topics(ReadTerms(matter, path, "tags", {"tag", "keywords"})));
  post.categories = Distinct(ReadTerms(matter, path, "categories", {"category"}));
  post.authors = Distinct(matter.Texts({"authors", "author"}, false));
  ReadLanguage(matter, name, post);
  const std::vector<std::string> series = matter.Texts({"series"}, false);
  if (!series.empty()) post.series = series.front();
  post.series_order = matter.Number({"series_order", "series_part", "part"});
  post.translation_key = matter.Text({"translationKey", "translation_key", "page_id"});
  return post;
}

// Tabs, which YAML does not allow for indentation, count for two spaces.
Result<Data> ReadTabbedYaml(std::string_view text, int first_line) {
  Result<Data> data = ReadYaml(text, first_line);
  if (data.ok() || text.find('\t') == std::string_view::npos) return data;
  std::string spaced;
  for (const char c : text) {
    if (c == '\t') {
      spaced += "  ";
    } else {
      spaced.push_back(c);
    }
  }
  Result<Data> mended = ReadYaml(spaced, first_line);
  return mended.ok() ? std::move(mended) : std::move(data);
}

Result<Data> ReadFrontMatter(const BodySplit& split) {
  switch (split.kind) {
    case FrontMatterKind::kYaml:
      return ReadTabbedYaml(split.front_matter, split.front_matter_line);
    case FrontMatterKind::kToml:
      return ReadToml(split.front_matter, split.front_matter_line);
    case FrontMatterKind::kJson:
      return ReadJson(split.front_matter, split.front_matter_line);
    case FrontMatterKind::kNone:
      break;
  }
  return Data::Map(1);
}

}  // namespace

Result<Post> ParsePost(std::string_view path, std::string_view file, Diagnostics& diagnostics) {
  if (file.substr(0, 5) == "---js") {
    return Error{ErrorCode::kInvalidInput,
                 "front matter in JavaScript cannot be read; write it in YAML, TOML or JSON",
                 std::string(path), 1};
  }
  const BodySplit split = SplitBody(file);
  Result<Data> data = IsValidUtf8(split.front_matter)
                          ? ReadFrontMatter(split)
                          : Error{ErrorCode::kInvalidInput,
                                  "the front matter is not UTF-8; save the file as UTF-8",
                                  {},
                                  1};
  if (data.ok() && !data->IsMap()) {
    data = Error{ErrorCode::kInvalidInput,
                 "the front matter has no keys; write `title: …` lines, or put a "
                 "blank line before a `---` that is a rule",
                 {},
                 1};
  }
  if (!data.ok()) {
    Error error = data.error();
    error.path = path;
    return error;
  }
  Flatten(*data);
  const FrontMatter matter(*data, path, diagnostics);
  if (split.unclosed) {
    matter.Warn(
        1, "the front matter never ends and is shown as text; close it with a line of its own");
  }
  Post post = ReadPost(matter, path);
  post.body_offset = static_cast<size_t>(split.body.data() - file.data());
  post.body_line = split.body_line;
  return post;
}

int64_t DueSeconds(const Post& post) {
  constexpr int64_t kEarliestOffset = 14 * 3600;
  if (!post.date) return INT64_MIN;
  return post.date->UnixSeconds() - (post.date->has_time ? 0 : kEarliestOffset);
}

bool IsScheduled(const Post& post, int64_t now) { return DueSeconds(post) > now; }

bool IsExpired(const Post& post, int64_t now) {
  return post.expires && post.expires->UnixSeconds() <= now;
}

}  // namespace broadsheet
