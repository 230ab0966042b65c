#include "cli/site_search.h"

#include <algorithm>

#include "post/data.h"
#include "search/snippet.h"
#include "site/manuscript.h"

namespace broadsheet {
namespace {

Error NotPublished(std::string path) {
  return {ErrorCode::kNotFound,
          "no published site is here; run broadsheet build, or name its folder with --site",
          std::move(path), 0};
}

// What decides how a post's text reads.
SiteConfig ConfigFrom(const Data& site) {
  SiteConfig config;
  const Data* html = site.Find("html");
  if (html != nullptr && html->text == "none") config.html = HtmlMode::kNone;
  if (html != nullptr && html->text == "trusted") config.html = HtmlMode::kTrusted;
  const Data* smart = site.Find("smart_punctuation");
  config.smart_punctuation = smart != nullptr && smart->text == "true";
  return config;
}

SnippetRequest RequestFor(const SearchRequest& request, const SearchAnswer& answer, const Hit& hit,
                          const PlainText& text) {
  SnippetRequest out;
  out.query = request.text;
  out.text = text.text;
  out.finished = request.finished;
  for (const std::string& forms : answer.forms) out.forms.push_back(forms);
  for (const TextSection& section : text.sections) {
    if (!hit.has_section || section.id != hit.section_id) continue;
    out.section_begin = section.range.begin;
    out.section_end = section.range.end;
    break;
  }
  return out;
}

}  // namespace

Result<SiteSearch> SiteSearch::Open(FileSystem& files, std::string_view folder) {
  SiteSearch out(files, folder);
  const std::string path = JoinPath(folder, "broadsheet/catalog.json");
  const Result<std::string> catalog = files.Read(path);
  if (!catalog.ok()) return NotPublished(path);
  const Result<Data> root = ReadJson(*catalog, 1);
  const Data* index = root.ok() ? root->Find("index") : nullptr;
  if (index == nullptr) return NotPublished(path);
  if (const Data* site = root->Find("site")) out.config_ = ConfigFrom(*site);
  Result<std::string> bytes = files.Read(JoinPath(folder, "broadsheet/index/" + index->text));
  if (!bytes.ok()) return bytes.error();
  if (Status status = out.searcher_.Open(0, index->text, *bytes); !status.ok())
    return status.error();
  return out;
}

Result<std::string> SiteSearch::ReadRange(const ByteRange& range) {
  auto file = index_files_.find(range.file);
  if (file == index_files_.end()) {
    Result<std::string> bytes = files_->Read(JoinPath(folder_, "broadsheet/index/" + range.file));
    if (!bytes.ok()) return bytes.error();
    file = index_files_.emplace(range.file, std::move(*bytes)).first;
  }
  const std::string& bytes = file->second;
  if (range.begin > bytes.size() || range.end > bytes.size() || range.begin > range.end) {
    return Error{ErrorCode::kCorrupt,
                 "the file is shorter than the index says; publish the site again", range.file, 0};
  }
  return bytes.substr(range.begin, range.end - range.begin);
}

SearchAnswer SiteSearch::Search(const SearchRequest& request) {
  return SearchWith(searcher_, request,
                    [this](const ByteRange& range) { return ReadRange(range); });
}

Vector<Snippet> SiteSearch::Snippets(const SearchRequest& request, const SearchAnswer& answer) {
  Vector<Snippet> snippets;
  for (const Hit& hit : answer.hits) {
    Snippet snippet;
    const Result<std::string> file = files_->Read(JoinPath(folder_, "posts/" + hit.post));
    if (file.ok()) {
      const Result<Manuscript> manuscript = ReadManuscript(config_, hit.post, *file);
      if (manuscript.ok()) snippet = CutSnippet(RequestFor(request, answer, hit, manuscript->text));
    }
    snippets.push_back(std::move(snippet));
  }
  return snippets;
}

}  // namespace broadsheet
