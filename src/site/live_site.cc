#include "site/live_site.h"

#include "base/json_writer.h"
#include "site/catalog.h"
#include "site/posts_folder.h"
#include "site/relations.h"

namespace broadsheet {
namespace {

std::string_view SeverityName(Severity severity) {
  if (severity == Severity::kNote) return "note";
  return severity == Severity::kError ? "error" : "warning";
}

void WriteDiagnostics(JsonWriter& json, const Diagnostics& diagnostics) {
  for (const Diagnostic& diagnostic : diagnostics) {
    json.BeginObject().Key("path").String(diagnostic.path).Key("line").Int(diagnostic.line);
    json.Key("severity").String(SeverityName(diagnostic.severity));
    json.Key("message").String(diagnostic.message).EndObject();
  }
}

}  // namespace

LiveSite::LiveSite(std::string_view site_json, std::string_view base, std::string_view link_base,
                   int64_t now)
    : now_(now) {
  Result<SiteConfig> config = ReadSiteConfig(site_json, config_diagnostics_);
  if (config.ok()) {
    config_ = std::move(*config);
  } else {
    config_diagnostics_.push_back({Severity::kError, std::string(kSiteConfigName),
                                   config.error().line, config.error().message});
  }
  // The policy of the page is in force, which no publisher has widened.
  config_.remote_media = false;
  const std::string folder = NormalBase(base);
  view_ = MakeSiteView(config_, folder, link_base.empty() ? std::string_view(folder) : link_base);
}

void LiveSite::Add(std::string_view path, std::string_view file) {
  Entry entry;
  if (!IsMarkdownPath(path) || !IsPostPath(path)) {
    entry.failure.push_back(
        {Severity::kNote, std::string(path), 0, "this is not a post; take it off the list"});
  } else {
    Result<Manuscript> manuscript = ReadManuscript(config_, path, file);
    if (manuscript.ok()) {
      entry.manuscript = std::make_shared<const Manuscript>(std::move(*manuscript));
    } else {
      entry.failure.push_back({Severity::kError, std::string(path), manuscript.error().line,
                               manuscript.error().message});
    }
  }
  entries_.insert_or_assign(std::string(path), std::move(entry));
}

bool LiveSite::IsDue(const Post& post) const {
  return !post.draft && !IsScheduled(post, now_) && (now_ == INT64_MAX || !IsExpired(post, now_));
}

void LiveSite::BuildIndex(Edition& edition) {
  IndexBuilder builder;
  std::vector<std::shared_ptr<const AnalyzedPost>> analyzed;
  for (const EditionPost& post : edition.posts) {
    Entry& entry = entries_.find(post.post.path)->second;
    if (entry.analyzed == nullptr || entry.slug != post.post.slug) {
      entry.slug = post.post.slug;
      entry.analyzed = AnalyzePost(MakeIndexDocument(edition.config, post));
    }
    analyzed.push_back(entry.analyzed);
    builder.Add(entry.analyzed);
  }
  RelateByWords(edition, FindRelated(analyzed));
  files_ = builder.Finish();
}

std::string LiveSite::Finish() {
  std::vector<std::shared_ptr<const Manuscript>> manuscripts;
  JsonWriter diagnostics;
  diagnostics.BeginArray();
  WriteDiagnostics(diagnostics, config_diagnostics_);
  for (const auto& [path, entry] : entries_) {
    WriteDiagnostics(diagnostics, entry.failure);
    if (entry.manuscript == nullptr) continue;
    WriteDiagnostics(diagnostics, entry.manuscript->diagnostics);
    if (IsDue(entry.manuscript->post)) manuscripts.push_back(entry.manuscript);
  }
  Edition edition = MakeEdition(config_, view_, std::move(manuscripts));
  WriteDiagnostics(diagnostics, edition.diagnostics);
  diagnostics.EndArray();
  BuildIndex(edition);

  CatalogRoot root;
  root.index = files_.front().name;
  JsonWriter files;
  files.BeginArray();
  for (const IndexFile& file : files_) {
    files.BeginObject().Key("name").String(file.name);
    files.Key("size").Int(static_cast<int64_t>(file.bytes.size())).EndObject();
  }
  files.EndArray();
  return "{\"catalog\":" + CatalogJson(edition, root) + ",\"entries\":" + EntriesJson(edition) +
         ",\"diagnostics\":" + diagnostics.Take() + ",\"files\":" + files.Take() + "}";
}

}  // namespace broadsheet
