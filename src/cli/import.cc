#include "cli/verb.h"
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
  for (const std::string_view name : generator.posts_folders) {
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

std::string LeftOut(const std::vector<std::string>& keys) {
  if (keys.empty()) return {};
  std::string out = "Without counterpart:";
  for (const std::string& key : keys) out += (&key == &keys.front() ? " " : ", ") + key;
  return out + "\n";
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
    const Result<std::vector<FileInfo>> found = files.List(from);
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
  const Result<ForeignConfig> config =
      ReadForeignConfig(generator, found->config, *text, found->posts_name);
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
         "Next: broadsheet check --posts " + found->posts_folder + "\n";
}

int Import(const Arguments& arguments, Machine& machine) {
  const Generator* generator = FindGenerator(arguments.Value("--from"));
  if (generator == nullptr) {
    return Complain(machine, "--from needs jekyll, hugo or zola", kExitUsage);
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
  verb.summary = "Writes a site.json from the settings of Jekyll, Hugo or Zola.";
  verb.details =
      "FOLDER is the other site's own folder, with its settings file. The posts stay as they are, "
      "where they are;\n"
      "site.json goes beside them and keeps their addresses alive, and what the site had in its "
      "static folder is\n"
      "copied to _static/ beside them.";
  verb.options = {
      {"--from", "NAME", "", "jekyll, hugo or zola"},
      {"--force", "", "", "replace a site.json that is there"},
  };
  verb.examples = {
      "broadsheet import --from jekyll ~/old-blog",
      "broadsheet import --from hugo ~/notes && broadsheet build --posts ~/notes/content/posts"};
  verb.run = Import;
  return verb;
}

}  // namespace broadsheet
