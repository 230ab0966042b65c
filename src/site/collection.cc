#include "site/collection.h"

#include <algorithm>
#include <memory>
#include <vector>

#include "base/hash.h"
#include "base/parallel.h"
#include "base/utf8.h"
#include "markdown/safe_html.h"
#include "post/post_path.h"
#include "site/link_check.h"
#include "site/progress.h"
#include "view/html.h"

namespace broadsheet {
namespace {

using Manuscripts = std::vector<std::shared_ptr<const Manuscript>>;

Result<SiteConfig> ReadConfig(FileSystem& files, const std::string& path,
                              Diagnostics& diagnostics) {
  std::string json;
  if (files.Exists(path)) {
    Result<std::string> bytes = files.Read(path);
    if (!bytes.ok()) return bytes.error();
    json = std::move(*bytes);
  }
  Result<SiteConfig> config = ReadSiteConfig(json, diagnostics);
  if (config.ok()) return config;
  Error error = config.error();
  error.path = path;
  return error;
}

// All that can be read, drafts too; what is wrong with them and the others goes to `diagnostics`.
Manuscripts ReadPosts(FileSystem& files, const CollectionOptions& options,
                      const PostsFolder& folder, const SiteConfig& config, const Progress& progress,
                      Diagnostics& diagnostics) {
  Manuscripts read(folder.posts.size());
  std::vector<Diagnostics> failures(folder.posts.size());
  RunWithProgress(options.jobs, "reading posts", folder.posts.size(), progress, [&](size_t i) {
    const std::string& path = folder.posts[i].path;
    PostRecords* known = options.known;
    if (known != nullptr) read[i] = known->Find(folder.posts[i]);
    if (read[i] != nullptr) return;
    const Result<std::string> file = files.Read(JoinPath(options.posts_folder, path));
    if (known != nullptr && file.ok()) read[i] = known->Find(folder.posts[i], Hash64(*file));
    if (read[i] != nullptr) return;
    Result<Manuscript> manuscript =
        file.ok() ? ReadManuscript(config, path, *file) : Result<Manuscript>(file.error());
    if (manuscript.ok()) {
      if (known != nullptr) known->Put(folder.posts[i], *manuscript);
      read[i] = std::make_shared<const Manuscript>(std::move(*manuscript));
    } else {
      const Error& error = manuscript.error();
      failures[i].push_back({Severity::kError, path, error.line, error.message});
    }
  });
  Manuscripts kept;
  for (size_t i = 0; i < read.size(); ++i) {
    const Diagnostics& found = read[i] == nullptr ? failures[i] : read[i]->diagnostics;
    diagnostics.insert(diagnostics.end(), found.begin(), found.end());
    if (read[i] != nullptr) kept.push_back(std::move(read[i]));
  }
  return kept;
}

// Those that are published now; those whose time has not come go to `out.scheduled`.
Manuscripts ChooseDue(Manuscripts all, const CollectionOptions& options, Collection& out) {
  Manuscripts due;
  for (auto& manuscript : all) {
    const Post& post = manuscript->post;
    const auto note = [&](std::string message) {
      out.diagnostics.push_back({Severity::kNote, post.path, 0, std::move(message)});
    };
    if (post.draft && !options.drafts) continue;
    if (options.now != INT64_MAX && IsExpired(post, options.now)) {
      note("expired on " + post.expires->ToString() + "; it is left out");
    } else if (IsScheduled(post, options.now)) {
      note("scheduled for " + post.date->ToString() + "; readers see it from then on");
      out.scheduled.push_back(std::move(manuscript));
    } else {
      due.push_back(std::move(manuscript));
    }
  }
  return due;
}

// What makes every page the writer's own: a link to style.css, then head.html as it is.
Result<std::string> ReadHeadExtra(FileSystem& files, const CollectionOptions& options) {
  std::string html;
  if (files.Exists(JoinPath(options.posts_folder, "style.css"))) {
    HtmlWriter link;
    link.Raw("<link rel=\"stylesheet\"")
        .Attribute("href", options.base + "posts/style.css")
        .Raw(">");
    html = link.Take();
  }
  const std::string path = JoinPath(options.posts_folder, "head.html");
  if (!files.Exists(path)) return html;
  const Result<std::string> own = files.Read(path);
  if (!own.ok()) return own.error();
  return html + ToValidUtf8(*own);
}

// Before style.css, which may say otherwise.
std::string OwnStyleLink(const CollectionOptions& options, const SiteConfig& config) {
  if (OwnStyleCss(config.style).empty()) return {};
  HtmlWriter link;
  link.Raw("<link rel=\"stylesheet\"").Attribute("href", options.base + "broadsheet/own.css");
  return link.Raw(">").Take();
}

// header.html or footer.html, as far as the site trusts it.
Result<std::string> ReadOwnHtml(FileSystem& files, const CollectionOptions& options,
                                const SiteConfig& config, std::string_view name) {
  const std::string path = JoinPath(options.posts_folder, name);
  if (!files.Exists(path)) return std::string();
  const Result<std::string> html = files.Read(path);
  if (!html.ok()) return html.error();
  const HtmlMode mode = config.html == HtmlMode::kTrusted ? HtmlMode::kTrusted : HtmlMode::kSafe;
  return "<div class=\"own\">" +
         RewriteHtml(ToValidUtf8(*html), mode, options.base, config.remote_media) + "</div>";
}

Status ReadOwnParts(FileSystem& files, const CollectionOptions& options, Edition& edition) {
  Result<std::string> head = ReadHeadExtra(files, options);
  if (!head.ok()) return head.error();
  Result<std::string> header = ReadOwnHtml(files, options, edition.config, "header.html");
  if (!header.ok()) return header.error();
  Result<std::string> footer = ReadOwnHtml(files, options, edition.config, "footer.html");
  if (!footer.ok()) return footer.error();
  edition.head_extra = OwnStyleLink(options, edition.config) + *head;
  edition.header_extra = std::move(*header);
  edition.footer_extra = std::move(*footer);
  return {};
}

void Append(Diagnostics more, Diagnostics& all) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

}  // namespace

Result<Collection> ReadCollection(FileSystem& files, const CollectionOptions& options,
                                  const Progress& progress) {
  Result<PostsFolder> folder = ReadPostsFolder(files, options.posts_folder);
  if (!folder.ok()) return folder.error();
  Collection out;
  out.folder = std::move(*folder);
  if (!options.drafts) {
    // What lies beside drafts is as little to be seen as they are.
    std::erase_if(out.folder.assets,
                  [](const FileInfo& info) { return IsInFolder(info.path, "_drafts"); });
  }
  out.diagnostics = out.folder.skipped;
  const std::string config_path = JoinPath(options.posts_folder, kSiteConfigName);
  const Result<SiteConfig> config = ReadConfig(files, config_path, out.diagnostics);
  if (!config.ok()) return config.error();
  Manuscripts manuscripts =
      ReadPosts(files, options, out.folder, *config, progress, out.diagnostics);
  manuscripts = ChooseDue(std::move(manuscripts), options, out);
  const SiteView view = MakeSiteView(*config, options.base, options.base);
  const PictureSizes pictures =
      ReadPictureSizes(files, options.posts_folder, out.folder.assets, manuscripts, options.jobs,
                       options.known, options.take_picture);
  out.edition = MakeEdition(*config, view, std::move(manuscripts), pictures);
  if (Status status = ReadOwnParts(files, options, out.edition); !status.ok())
    return status.error();
  Append(out.edition.diagnostics, out.diagnostics);
  Append(CheckLinks(out.edition, out.folder, options.jobs), out.diagnostics);
  std::stable_sort(out.diagnostics.begin(), out.diagnostics.end(),
                   [](const Diagnostic& a, const Diagnostic& b) {
                     return std::pair(std::string_view(a.path), a.line) <
                            std::pair(std::string_view(b.path), b.line);
                   });
  for (Diagnostic& diagnostic : out.diagnostics) {
    diagnostic.path = JoinPath(options.posts_folder, diagnostic.path);
  }
  return out;
}

}  // namespace broadsheet
