#include <algorithm>

#include "cli/verb.h"
#include "io/file_system.h"
#include "site/foreign_config.h"
#include "site/posts_folder.h"
#include "site/site_config.h"

namespace broadsheet {
namespace {

// The site that was found in a folder.
struct Found {
  std::string config;        // path of the settings
  std::string posts_folder;  // path of the posts
  std::string posts_name;    // the same, from the site's folder: "content/blog"
};

bool HasFolder(FileSystem& files, const std::string& path) { return files.List(path).ok(); }

Result<Found> FindSite(FileSystem& files, const Generator& generator, const std::string& folder) {
  Found found;
  for (const std::string_view name : generator.config_files) {
    const std::string path = JoinPath(folder, name);
    if (found.config.empty() && files.Exists(path)) found.config = path;
  }
  std::vector<std::string> folders(generator.posts_folders.begin(), generator.posts_folders.end());
  // A site in several languages may have a folder for each; "content" itself comes last.
  if (generator.name == "hugo") {
    const Result<std::string> text = files.Read(found.config);
    const std::string language = HugoLanguage(found.config, text.ok() ? *text : std::string());
    const std::string own = "content/" + language + "/";
    folders.insert(folders.end() - 1, {own + "posts", own + "post", own + "blog"});
  }
  for (const std::string& name : folders) {
    const std::string path = JoinPath(folder, name);
    if (!found.posts_folder.empty() || !HasFolder(files, path)) continue;
    found.posts_folder = path;
    found.posts_name = name;
  }
  const auto missing = [&](std::string_view what, std::string_view example) {
    return Error{ErrorCode::kNotFound,
                 "there is no " + std::string(what) + " of " + std::string(generator.name) +
                     " here, such as " + std::string(example) + "; name the site's own folder",
                 folder, 0};
  };
  if (found.config.empty()) return missing("settings file", generator.config_files.front());
  if (found.posts_folder.empty())
    return missing("folder of posts", generator.posts_folders.front());
  return found;
}

bool HasEnding(std::string_view name, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(),
                     [name](std::string_view ending) { return name.ends_with(ending); });
}

// The further settings of Hugo's config/_default/, and Eleventy's defaults for the folder of posts.
std::vector<ConfigPart> ReadParts(FileSystem& files, const Generator& generator,
                                  const Found& found) {
  std::vector<ConfigPart> parts;
  const auto take = [&](const std::string& path, std::string key) {
    const Result<std::string> text = files.Read(path);
    if (text.ok()) parts.push_back({std::move(key), path, *text});
  };
  const std::string_view own = FileName(found.config);
  const std::string folder = found.config.substr(0, found.config.size() - own.size());
  if (folder.ends_with("config/_default/")) {
    const Result<std::vector<FileInfo>> listed = files.List(folder.substr(0, folder.size() - 1));
    for (const FileInfo& info : listed.ok() ? *listed : std::vector<FileInfo>()) {
      const size_t dot = info.path.rfind('.');
      if (info.path == own || info.path.find('/') != std::string::npos) continue;
      if (!HasEnding(info.path, {".toml", ".yaml", ".yml", ".json"})) continue;
      std::string key = info.path.substr(0, dot);
      // "menus.de" is of one language.
      if (key.starts_with("menus.") || key.starts_with("menu.") || key.starts_with("params."))
        key = "languages." + key.substr(key.find('.') + 1) + "." + key.substr(0, key.find('.'));
      take(folder + info.path, key);
    }
  }
  if (generator.name == "eleventy") {
    const std::string name(FileName(found.posts_name));
    for (const char* ending : {".11tydata.json", ".json"})
      take(JoinPath(found.posts_folder, name + ending), "directory");
  }
  return parts;
}

// Whether a file of the other site is a page of its own, outside of the folder of posts.
bool IsPageBeside(const Generator& generator, const Found& found, std::string_view path) {
  if (!HasEnding(path, {".md", ".markdown"})) return false;
  if (generator.name == "jekyll") {
    return path.find('/') == std::string::npos && path != "README.md" && path != "LICENSE.md" &&
           path != "CONTRIBUTING.md";
  }
  // Beside "content/posts" in content/, beside "content/de/posts" in content/de/.
  const std::string_view own = found.posts_name;
  const std::string_view above = own.substr(0, own.rfind('/') + 1);
  return above.starts_with("content/") && path.starts_with(above) &&
         !path.starts_with(found.posts_name + "/") && !FileName(path).starts_with("_index.");
}

// What stays where it is: pages beside the posts.
std::string Beside(FileSystem& files, const Generator& generator, const Found& found,
                   const std::string& folder) {
  constexpr size_t kMostNamed = 5;
  std::string names;
  size_t count = 0;
  const Result<std::vector<FileInfo>> listed = files.List(folder);
  for (const FileInfo& info : listed.ok() ? *listed : std::vector<FileInfo>()) {
    if (!IsPageBeside(generator, found, info.path) || ++count > kMostNamed) continue;
    names += (names.empty() ? " " : ", ") + info.path;
  }
  if (count == 0) return {};
  return "Pages that are no posts:" + names +
         (count > kMostNamed ? " and " + std::to_string(count - kMostNamed) + " more" : "") +
         "; copy those that you want into the folder of posts\n";
}

// The folders of a Hugo site's other languages.
std::string OtherLanguages(FileSystem& files, const Found& found, const std::string& folder,
                           std::string_view site_json) {
  constexpr std::string_view kContent = "content/";
  const std::string_view name = found.posts_name;
  const std::string_view own = name.substr(0, name.rfind('/'));
  if (!name.starts_with(kContent) || own.size() < kContent.size()) return {};
  const Result<std::vector<FileInfo>> listed = files.List(JoinPath(folder, "content"));
  std::string names;
  for (const FileInfo& info : listed.ok() ? *listed : std::vector<FileInfo>()) {
    const std::string language = info.path.substr(0, info.path.find('/'));
    const std::string other = std::string(kContent) + language;
    const bool is_language = language.size() == 2 || (language.size() == 5 && language[2] == '-');
    if (!is_language || other == own || names.find(other) != std::string::npos) continue;
    names += (names.empty() ? " " : ", ") + other;
  }
  if (names.empty()) return names;
  // Paths there begin with the section's name.
  const std::string section = "/" + std::string(FileName(name));
  const bool is_doubled =
      site_json.find("\"permalink\": \"" + section + "/:section/") != std::string::npos;
  return "Other languages:" + names + "; to bring them in, move site.json to content/, " +
         (is_doubled ? "take '" + section + "' off the beginning of its permalink "
                     : std::string()) +
         "and publish that folder\n";
}

// Drafts and posts that are not in the folder of posts.
std::string OtherPosts(FileSystem& files, const Generator& generator, const Found& found,
                       const std::string& folder) {
  if (generator.name != "jekyll") return {};
  const Result<std::vector<FileInfo>> listed = files.List(folder);
  std::string names;
  for (const FileInfo& info : listed.ok() ? *listed : std::vector<FileInfo>()) {
    for (const std::string_view kind : {"_posts/", "_drafts/"}) {
      const size_t at = info.path.find(kind);
      if (at == std::string::npos || (at > 0 && info.path[at - 1] != '/')) continue;
      const std::string own = info.path.substr(0, at + kind.size() - 1);
      const bool is_known = (names + ",").find(" " + own + ",") != std::string::npos;
      if (own == found.posts_name || is_known) continue;
      names += (names.empty() ? " " : ", ") + own;
    }
  }
  return names.empty() ? names
                       : "Other folders of posts:" + names +
                             "; copy them into the folder of posts, drafts to its _drafts/\n";
}

std::string LeftOut(const std::vector<std::string>& keys) {
  if (keys.empty()) return {};
  std::string out = "Without counterpart:";
  for (const std::string& key : keys) out += (&key == &keys.front() ? " " : ", ") + key;
  return out + "\n";
}

// How to publish to the path that the site's address has.
std::string BaseAdvice(const std::string& site_json) {
  Diagnostics ignored;
  const Result<SiteConfig> config = ReadSiteConfig(site_json, ignored);
  const std::string base = config.ok() ? NormalBase(config->url) : "/";
  return base == "/" ? std::string() : "Then: broadsheet build with --base " + base + "\n";
}

// Copies what is the site's as it is to where `build` looks for that; the number of files.
Result<size_t> CopyStaticFiles(FileSystem& files, const Generator& generator,
                               const std::string& folder, const std::string& posts_folder) {
  size_t count = 0;
  const auto copy = [&](const std::string& from, std::string_view name) -> Status {
    const Result<std::string> bytes = files.Read(from);
    if (!bytes.ok()) return bytes.error();
    ++count;
    return files.Write(JoinPath(posts_folder, std::string(kStaticFolder) + std::string(name)),
                       *bytes);
  };
  // A file, or all in a folder; nothing where there is neither.
  const auto copy_all = [&](std::string_view path, std::string_view name) -> Status {
    const std::string from = JoinPath(folder, path);
    const Result<std::vector<FileInfo>> found = files.List(from, true);
    if (!found.ok()) return files.Exists(from) ? copy(from, name) : Status();
    for (const FileInfo& info : *found) {
      if (Status status = copy(JoinPath(from, info.path), JoinPath(name, info.path)); !status.ok())
        return status;
    }
    return {};
  };
  Status status;
  if (!generator.static_folder.empty()) status = copy_all(generator.static_folder, "");
  for (const std::string_view path : generator.static_paths) {
    if (status.ok()) status = copy_all(path, path);
  }
  if (!status.ok()) return status.error();
  return count;
}

Result<std::string> ImportSite(FileSystem& files, const Generator& generator,
                               const std::string& folder, bool force) {
  const Result<Found> found = FindSite(files, generator, folder);
  if (!found.ok()) return found.error();
  const std::string target = JoinPath(found->posts_folder, kSiteConfigName);
  if (files.Exists(target) && !force) {
    return Error{ErrorCode::kInvalidInput, "the file is there already; --force writes it anew",
                 target, 0};
  }
  const Result<std::string> text = files.Read(found->config);
  if (!text.ok()) return text.error();
  const Result<ForeignConfig> config = ReadForeignConfig(
      generator, found->config, *text, found->posts_name, ReadParts(files, generator, *found));
  if (!config.ok()) {
    Error error = config.error();
    error.path = found->config;
    return error;
  }
  if (Status status = files.Write(target, config->site_json); !status.ok()) return status.error();
  const Result<size_t> copied = CopyStaticFiles(files, generator, folder, found->posts_folder);
  if (!copied.ok()) return copied.error();
  const std::string report = *copied == 0
                                 ? std::string()
                                 : "Copied " + std::to_string(*copied) + " static files to " +
                                       JoinPath(found->posts_folder, kStaticFolder) + "\n";
  return "Wrote " + target + " from " + found->config + "\n" + report + LeftOut(config->left_out) +
         Beside(files, generator, *found, folder) + OtherPosts(files, generator, *found, folder) +
         OtherLanguages(files, *found, folder, config->site_json) +
         "Next: broadsheet check --posts " + found->posts_folder + "\n" +
         BaseAdvice(config->site_json);
}

int Import(const Arguments& arguments, Machine& machine) {
  const Generator* generator = FindGenerator(arguments.Value("--from"));
  if (generator == nullptr) {
    return Complain(machine, "--from needs jekyll, hugo, zola or eleventy", kExitUsage);
  }
  if (arguments.words().size() > 1) {
    return Complain(machine, "'" + arguments.words()[1] + "' is one word too many; name one folder",
                    kExitUsage);
  }
  const std::string folder = arguments.words().empty() ? "." : arguments.words().front();
  const Result<std::string> report =
      ImportSite(machine.files, *generator, folder, arguments.Has("--force"));
  if (!report.ok()) return Complain(machine, report.error().ToString(), kExitFailed);
  machine.console.Out(*report);
  return kExitDone;
}

}  // namespace

Verb ImportVerb() {
  Verb verb;
  verb.name = "import";
  verb.words = "[FOLDER]";
  verb.summary = "Writes a site.json from the settings of Jekyll, Hugo, Zola or Eleventy.";
  verb.details =
      "FOLDER is the other site's own folder, with its settings file. The posts stay as they are, "
      "where they are;\n"
      "site.json goes beside them and keeps their addresses alive, and what the site had in its "
      "static folder is\n"
      "copied to _static/ beside them.";
  verb.options = {
      {"--from", "NAME", "", "jekyll, hugo, zola or eleventy"},
      {"--force", "", "", "replace a site.json that is there"},
  };
  verb.examples = {
      "broadsheet import --from jekyll ~/old-blog",
      "broadsheet import --from hugo ~/notes && broadsheet build --posts ~/notes/content/posts"};
  verb.run = Import;
  return verb;
}

}  // namespace broadsheet
