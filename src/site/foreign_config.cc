#include "site/foreign_config.h"

#include <algorithm>

#include "base/json_writer.h"
#include "post/data.h"
#include "site/permalink.h"

namespace broadsheet {
namespace {

std::string Lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return out;
}

std::string Json(std::string_view text) {
  JsonWriter json;
  return json.String(text).Take();
}

// Takes settings over one by one and remembers which keys were looked at.
class Importer {
 public:
  explicit Importer(const Data& root) : root_(root) {}

  // The value at "params.author.name", whatever the case of the keys; null when it is not there. A
  // name that stands for a map gives the text of its `name`.
  const Data* Find(std::string_view path) {
    const Data* data = &root_;
    bool is_top = true;
    while (data != nullptr && !path.empty()) {
      const size_t dot = std::min(path.find('.'), path.size());
      const std::string key = Lower(path.substr(0, dot));
      path.remove_prefix(std::min(dot + 1, path.size()));
      const Data* inner = nullptr;
      for (const Data::Field& field : data->fields) {
        if (Lower(field.first) != key) continue;
        inner = &field.second;
        if (is_top) used_.push_back(field.first);
      }
      data = inner;
      is_top = false;
    }
    if (data != nullptr && data->IsMap() && data->Find("name") != nullptr)
      data = data->Find("name");
    return data;
  }

  std::string Text(std::initializer_list<std::string_view> paths) {
    std::string found;
    for (const std::string_view path : paths) {
      const Data* data = Find(path);
      if (found.empty() && data != nullptr && data->IsText()) found = data->text;
    }
    return found;
  }

  void TakeText(std::string_view key, std::initializer_list<std::string_view> paths) {
    const std::string text = Text(paths);
    if (!text.empty()) Put(key, Json(text));
  }

  void TakeLanguage(std::initializer_list<std::string_view> paths) {
    std::string tag = Text(paths);
    std::replace(tag.begin(), tag.end(), '_', '-');
    tag = tag.substr(0, tag.find('.'));
    if (!tag.empty()) Put("language", Json(tag));
  }

  void TakeUrl(std::string url) {
    const bool is_full = url.starts_with("https://") || url.starts_with("http://");
    if (!is_full) return;
    if (url.back() != '/') url += '/';
    Put("url", Json(url));
  }

  void TakePageSize(std::initializer_list<std::string_view> paths) {
    const std::string text = Text(paths);
    const bool is_number = !text.empty() && text.size() < 4 && text != "0" &&
                           text.find_first_not_of("0123456789") == std::string::npos;
    if (is_number) Put("page_size", text);
  }

  // A menu as Hugo writes it: a list of maps with a name and an address.
  // The list of `section` is at home here.
  void TakeMenu(const Data* menu, std::string_view section) {
    if (menu == nullptr || !menu->IsList()) return;
    std::string links;
    for (const Data& item : menu->items) {
      const Data* name = item.Find("name");
      const Data* url = item.Find("url");
      const bool is_page = url == nullptr;
      if (is_page) url = item.Find("pageRef");
      if (name == nullptr || url == nullptr || !name->IsText() || !url->IsText()) continue;
      std::string address = url->text;
      // Relative to the site, whatever its base path.
      if (!address.starts_with("//")) address.erase(0, address.find_first_not_of('/'));
      if (is_page && !address.empty() && address.back() != '/') address += '/';
      if (address == section || address + "/" == section) address.clear();
      links += (links.empty() ? "" : ",") + ("\n    { \"title\": " + Json(name->text)) +
               ", \"url\": " + Json(address) + " }";
    }
    if (!links.empty()) Put("navigation", "[" + links + "\n  ]");
  }

  void TakePermalink(const std::string& pattern) {
    if (CheckPermalinkPattern(pattern).empty()) Put("permalink", Json(pattern));
  }

  // What was found and has no counterpart, in words.
  void LeaveOut(std::string what) { left_out_.push_back(std::move(what)); }

  void Put(std::string_view key, std::string_view value) {
    json_ += (json_.empty() ? "" : ",") + ("\n  " + Json(key)) + ": " + std::string(value);
  }

  ForeignConfig Finish() {
    ForeignConfig config;
    config.site_json = "{" + json_ + "\n}\n";
    config.left_out = left_out_;
    for (const Data::Field& field : root_.fields) {
      if (std::find(used_.begin(), used_.end(), field.first) == used_.end())
        config.left_out.push_back(field.first);
    }
    return config;
  }

 private:
  const Data& root_;
  std::vector<std::string> left_out_;
  std::string json_;
  std::vector<std::string> used_;
};

// "content/blog" -> "blog/"; "content" -> "".
std::string Section(std::string_view posts_folder) {
  constexpr std::string_view kContent = "content/";
  return posts_folder.starts_with(kContent)
             ? std::string(posts_folder.substr(kContent.size())) + "/"
             : "";
}

// What `defaults:` says of all posts, a text; "" when nothing.
std::string JekyllDefault(Importer& in, std::string_view key) {
  const Data* defaults = in.Find("defaults");
  if (defaults == nullptr) return {};
  for (const Data& item : defaults->items) {
    const Data* scope = item.Find("scope");
    const Data* values = item.Find("values");
    if (scope == nullptr || values == nullptr) continue;
    const Data* type = scope->Find("type");
    const Data* path = scope->Find("path");
    const bool is_of_posts = type == nullptr || type->text == "posts" || type->text == "post";
    const bool is_of_all = path == nullptr || path->text.empty() || path->text == "_posts";
    const Data* value = values->Find(key);
    if (is_of_posts && is_of_all && value != nullptr && value->IsText()) return value->text;
  }
  return {};
}

void ImportJekyll(Importer& in) {
  in.TakeText("title", {"title", "name"});
  in.TakeText("description", {"description", "tagline"});
  in.TakeLanguage({"lang", "locale", "language"});
  const std::string url = in.Text({"url"});
  in.TakeUrl(url.empty() ? url : url + in.Text({"baseurl"}));
  const std::string author = JekyllDefault(in, "author");
  if (author.empty()) in.TakeText("author", {"author"});
  if (!author.empty()) in.Put("author", Json(author));
  in.TakePageSize({"paginate", "pagination.per_page"});
  std::string permalink = JekyllDefault(in, "permalink");
  const std::string general = in.Text({"collections.posts.permalink", "permalink"});
  if (permalink.empty()) permalink = general;
  in.TakePermalink(permalink.empty() ? "date" : permalink);
  std::string feed = in.Text({"feed.path"});
  feed.erase(0, feed.find_first_not_of('/'));
  in.Put("feeds", "{ \"atom\": " + Json(feed.empty() ? "feed.xml" : feed) + " }");
}

// Hugo's `:slug` falls back on the title, and its `:title` is the title; ours on the file's name.
std::string HugoPattern(std::string pattern) {
  const std::pair<std::string_view, std::string_view> words[] = {{":slugorfilename", ":\1"},
                                                                 {":slugorcontentbasename", ":\1"},
                                                                 {":slug", ":slug_or_title"},
                                                                 {":title", ":title_slug"},
                                                                 {":\1", ":slugorfilename"}};
  for (const auto& [word, ours] : words) {
    for (size_t at = pattern.find(word); at != std::string::npos;
         at = pattern.find(word, at + ours.size())) {
      pattern.replace(at, word.size(), ours);
    }
  }
  return pattern;
}

void ImportHugo(Importer& in, std::string_view posts_folder) {
  const std::string language = in.Text({"defaultContentLanguage"});
  // What the default language says for itself.
  const std::string own = "languages." + (language.empty() ? "en" : language) + ".";
  in.TakeText("title", {own + "title", "title"});
  in.TakeText("description", {own + "params.description", own + "description", "params.description",
                              "params.subtitle"});
  in.TakeLanguage(
      {own + "languageCode", own + "locale", "languageCode", "locale", "defaultContentLanguage"});
  in.TakeUrl(in.Text({"baseURL"}));
  in.TakeText("author", {own + "params.author", "params.author", "author", "author.name"});
  in.TakePageSize({"pagination.pagerSize", "paginate"});
  std::string section = Section(posts_folder);
  // The folder of the default language is no part of addresses.
  const std::string folder = (language.empty() ? "en" : language) + "/";
  if (section.starts_with(folder) && in.Text({"defaultContentLanguageInSubdir"}) != "true")
    section.erase(0, folder.size());
  const std::string name = section.substr(0, section.find('/'));
  std::string pattern = in.Text({"permalinks." + name, "permalinks.page." + name});
  // Within a section, `:section` is its name, and our paths begin below it.
  for (size_t at = pattern.find(":section"); at != std::string::npos && !section.empty();
       at = pattern.find(":section", at)) {
    pattern.replace(at, pattern.compare(at, 9, ":sections") == 0 ? 9 : 8, name);
  }
  pattern = HugoPattern(pattern);
  if (pattern.empty()) pattern = "/" + section + ":section/:slugorfilename/";
  if (in.Text({"uglyURLs"}) == "true" && pattern.ends_with("/")) {
    pattern.pop_back();
    pattern += ".html";
  }
  in.TakePermalink(pattern);
  in.TakeText("footer", {own + "copyright", "copyright"});
  const Data* menu = nullptr;
  for (const std::string& key : {own + "menu.main", own + "menus.main", std::string("menu.main"),
                                 std::string("menus.main")}) {
    if (menu == nullptr) menu = in.Find(key);
  }
  in.TakeMenu(menu, section);
  in.Put("feeds", "{ \"rss\": \"index.xml\" }");
}

void ImportZola(Importer& in, std::string_view posts_folder) {
  in.TakeText("title", {"title"});
  in.TakeText("description", {"description"});
  in.TakeLanguage({"default_language"});
  in.TakeUrl(in.Text({"base_url"}));
  in.TakeText("author", {"author", "extra.author"});
  const std::string smart = in.Text({"markdown.smart_punctuation"});
  if (smart == "true" || smart == "false") in.Put("smart_punctuation", smart);
  in.TakePermalink("/" + Section(posts_folder) + ":section/:slug/");
  std::string feed = in.Text({"feed_filename"});
  const Data* feeds = in.Find("feed_filenames");
  if (feed.empty() && feeds != nullptr && feeds->IsList() && !feeds->items.empty())
    feed = feeds->items.front().text;
  const bool is_rss = feed.find("rss") != std::string::npos;
  if (!feed.empty())
    in.Put("feeds", std::string("{ \"") + (is_rss ? "rss" : "atom") + "\": " + Json(feed) + " }");
}

void ImportEleventy(Importer& in, std::string_view posts_folder) {
  in.TakeText("title", {"title", "siteTitle", "name"});
  in.TakeText("description", {"description", "siteDescription"});
  in.TakeLanguage({"directory.lang", "directory.language", "language", "lang", "locale"});
  in.TakeUrl(in.Text({"url", "siteUrl", "siteURL", "baseUrl"}));
  in.TakeText("author", {"directory.author", "author", "authorName"});
  // Addresses start below the input folder.
  std::string section(posts_folder);
  for (const std::string_view input :
       {"src/content", "src/pages", "src/site", "content", "src", "site"}) {
    if (section != input && !section.starts_with(std::string(input) + "/")) continue;
    section.erase(0, std::min(input.size() + 1, section.size()));
    break;
  }
  const std::string written = in.Text({"directory.permalink"});
  std::string pattern = written;
  for (const std::string_view call : {"{{ title | slugify }}", "{{ title | slug }}",
                                      "{{title | slugify}}", "{{ title|slugify }}"}) {
    const size_t at = pattern.find(call);
    if (at != std::string::npos) pattern.replace(at, call.size(), ":title_slug");
  }
  for (const std::string_view name : {"page.fileSlug", "fileSlug", "page.filePathStem"}) {
    const std::string ours =
        name.ends_with("Stem") ? "/" + section + "/:section/:filename" : std::string(":filename");
    for (const std::string& call :
         {"{{ " + std::string(name) + " }}", "{{" + std::string(name) + "}}"}) {
      const size_t at = pattern.find(call);
      if (at != std::string::npos) pattern.replace(at, call.size(), ours);
    }
  }
  const bool is_ours = !pattern.empty() && pattern.find('{') == std::string::npos;
  if (!pattern.empty() && !is_ours) in.LeaveOut("the folder's permalink '" + written + "'");
  in.TakePermalink(is_ours ? pattern
                           : "/" + section + (section.empty() ? "" : "/") + ":section/:filename/");
  in.Put("feeds", "{ \"atom\": \"feed/feed.xml\" }");
}

// Puts `part` at its key into `root`; what is there already stays.
void Merge(Data& root, std::string_view key, Data part) {
  const size_t dot = std::min(key.find('.'), key.size());
  const std::string name(key.substr(0, dot));
  Data* inner = root.Find(name);
  if (inner == nullptr) {
    root.fields.emplace_back(name, Data::Map(1));
    inner = &root.fields.back().second;
  }
  if (dot < key.size()) return Merge(*inner, key.substr(dot + 1), std::move(part));
  for (Data::Field& field : part.fields) {
    if (inner->IsMap() && inner->Find(field.first) == nullptr)
      inner->fields.push_back(std::move(field));
  }
}

Result<Data> ReadByEnding(std::string_view name, std::string_view text) {
  const std::string_view ending = name.substr(std::min(name.rfind('.'), name.size()));
  if (ending == ".toml") return ReadToml(text, 1);
  if (ending == ".json") return ReadJson(text, 1);
  return ReadYaml(text, 1);
}

}  // namespace

const std::vector<Generator>& Generators() {
  static const std::vector<Generator> kGenerators = {
      {"jekyll",
       {"_config.yml", "_config.yaml", "_config.toml"},
       {"_posts", "blog/_posts", "docs/_posts", "src/_posts"},
       "",
       {"assets", "images", "img", "uploads", "css", "js", "static", "public", "media", "files",
        "downloads", "favicon.ico", "robots.txt", "CNAME"}},
      {"hugo",
       {"hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json", "config.toml", "config.yaml",
        "config.yml", "config.json", "config/_default/hugo.toml", "config/_default/hugo.yaml",
        "config/_default/config.toml", "config/_default/config.yaml"},
       {"content/posts", "content/post", "content/blog", "content"},
       "static",
       {}},
      {"zola",
       {"config.toml", "zola.toml"},
       {"content/blog", "content/posts", "content"},
       "static",
       {}},
      {"eleventy",
       {"_data/metadata.json", "_data/site.json", "_data/meta.json", "src/_data/metadata.json",
        "src/_data/site.json", "src/_data/meta.json", "content/_data/metadata.json",
        "content/_data/site.json", "package.json"},
       {"content/blog", "content/posts", "src/content/blog", "src/content/posts", "src/posts",
        "src/blog", "src/site/posts", "src/site/blog", "site/posts", "_posts", "src/_posts",
        "posts", "blog", "src/content", "content", "src"},
       "public",
       {"img", "images", "assets", "css"}},
  };
  return kGenerators;
}

const Generator* FindGenerator(std::string_view name) {
  for (const Generator& generator : Generators()) {
    if (generator.name == name) return &generator;
  }
  return nullptr;
}

std::string HugoLanguage(std::string_view name, std::string_view text) {
  const Result<Data> data = ReadByEnding(name, text);
  const std::string language =
      data.ok() ? Lower(Importer(*data).Text({"defaultContentLanguage"})) : std::string();
  return language.empty() ? "en" : language;
}

Result<ForeignConfig> ReadForeignConfig(const Generator& generator, std::string_view name,
                                        std::string_view text, std::string_view posts_folder,
                                        const std::vector<ConfigPart>& parts) {
  Result<Data> data = ReadByEnding(name, text);
  if (!data.ok()) return data.error();
  if (!data->IsMap()) return Error{ErrorCode::kInvalidInput, "the settings have no keys", {}, 1};
  for (const ConfigPart& part : parts) {
    Result<Data> more = ReadByEnding(part.name, part.text);
    if (more.ok()) Merge(*data, part.key, std::move(*more));
  }
  Importer in(*data);
  if (generator.name == "jekyll") ImportJekyll(in);
  if (generator.name == "hugo") ImportHugo(in, posts_folder);
  if (generator.name == "zola") ImportZola(in, posts_folder);
  if (generator.name == "eleventy") ImportEleventy(in, posts_folder);
  return in.Finish();
}

}  // namespace broadsheet
