#include "site/manuscript.h"

#include <algorithm>

#include "base/hash.h"
#include "base/utf8.h"
#include "markdown/html_tag.h"
#include "post/body.h"
#include "site/reading_time.h"
#include "site/summary.h"
#include "site/template_address.h"
#include "view/views.h"

namespace broadsheet {
namespace {

constexpr size_t kFileLimitBytes = 32u << 20;

std::string FlatLine(std::string text) {
  for (char& c : text) {
    if (c == '\n' || c == '\t') c = ' ';
  }
  while (!text.empty() && text.back() == ' ') text.pop_back();
  return text;
}

// The title decides whether the first heading is part of the text, so it must be known first.
Document ParseBody(const SiteView& site, std::string_view body, Post& post) {
  const References none;
  if (post.title.empty()) {
    post.title = FlatLine(Document::Parse(body, BodyOptions(site, post, none, "")).FirstHeading());
  }
  if (post.title.empty()) post.title = TitleFromPath(post.path);
  return Document::Parse(body, BodyOptions(site, post, none, ""));
}

// UTF-16, or no text at all.
bool IsOtherThanText(std::string_view file) {
  if (file.starts_with("\xff\xfe") || file.starts_with("\xfe\xff")) return true;
  const std::string_view head = file.substr(0, 1024);
  const auto zeros = std::count(head.begin(), head.end(), '\0');
  return static_cast<size_t>(zeros) > head.size() / 8;
}

void ReportBadUtf8(std::string_view file, std::string_view path, Diagnostics& out) {
  if (IsValidUtf8(file)) return;
  int line = 1;
  for (size_t end; (end = file.find('\n')) != file.npos && IsValidUtf8(file.substr(0, end)); ++line)
    file.remove_prefix(end + 1);
  out.push_back(
      {Severity::kWarning, std::string(path), line,
       "this line is not UTF-8, so what cannot be read is shown as \uFFFD; save the file as "
       "UTF-8"});
}

// What attributes of kramdown and Pandoc call a part: "{#part}", "{: .note #part}".
void TakeAttributeIds(std::string_view body, std::vector<std::string>& anchors) {
  for (size_t at = 0; (at = body.find('{', at)) != body.npos; ++at) {
    const size_t end = body.find_first_of("}\n", at);
    const std::string_view list = body.substr(at, end - at);
    for (size_t sign = 0; (sign = list.find('#', sign)) != list.npos; ++sign) {
      const size_t stop = std::min(list.find_first_of(" \t", sign), list.size());
      anchors.emplace_back(list.substr(sign + 1, stop - sign - 1));
    }
  }
}

void TakeFromDocument(const SiteView& site, const Document& document, Manuscript& manuscript) {
  Post& post = manuscript.post;
  const int shift = post.body_line - 1;
  manuscript.text = document.Text();
  post.summary = SummaryOf(site, post, document, manuscript.text.text);
  const TextLength length = MeasureText(manuscript.text.text);
  post.word_count = length.words;
  post.reading_minutes = length.minutes;
  for (const Heading& heading : document.Outline()) manuscript.anchors.push_back(heading.id);
  for (std::string& id : document.HtmlIds()) manuscript.anchors.push_back(std::move(id));
  manuscript.references = document.RelativeReferences();
  for (ReferenceUse& use : manuscript.references) use.line += shift;
  for (Diagnostic note : document.notes()) {
    note.path = post.path;
    note.line += note.line > 0 ? shift : 0;
    manuscript.diagnostics.push_back(std::move(note));
  }
}

// Those in addresses are no text: they lead where they name, or are reported as links.
void ForgetInAddresses(Manuscript& manuscript) {
  std::vector<TemplateTag>& tags = manuscript.template_tags;
  for (const ReferenceUse& use : manuscript.references) {
    const TemplateAddress::Kind kind = ReadTemplateAddress(use.address).kind;
    if (kind == TemplateAddress::Kind::kPlain || kind == TemplateAddress::Kind::kUnknown) continue;
    for (const TemplateTag& tag : FindTemplateTags(use.address, use.line)) {
      auto same = std::find_if(tags.begin(), tags.end(), [&](const TemplateTag& other) {
        return other.kind == tag.kind && other.line >= use.line;
      });
      if (same != tags.end()) tags.erase(same);
    }
  }
}

}  // namespace

Result<Manuscript> ReadManuscript(const SiteConfig& config, std::string_view path,
                                  std::string_view file) {
  if (file.size() > kFileLimitBytes) {
    return Error{ErrorCode::kTooLarge, "the file is larger than 32 MB; part it into several posts",
                 std::string(path), 0};
  }
  if (IsOtherThanText(file)) {
    return Error{ErrorCode::kInvalidInput, "this is no text in UTF-8; save the file as UTF-8",
                 std::string(path), 1};
  }
  Manuscript manuscript;
  ReportBadUtf8(file, path, manuscript.diagnostics);
  Result<Post> post = ParsePost(path, file, manuscript.diagnostics);
  if (!post.ok()) return post.error();
  manuscript.post = std::move(*post);
  // As blogs from WordPress write titles.
  manuscript.post.title = ResolveReferences(manuscript.post.title);
  manuscript.hash = Hash64(file);
  if (manuscript.post.authors.empty() && !config.author.empty()) {
    manuscript.post.authors.push_back(config.author);
  }
  for (std::string& author : manuscript.post.authors) author = config.AuthorOf(author).name;
  const SiteView site = MakeSiteView(config, "/", "/");
  const Document document =
      ParseBody(site, file.substr(manuscript.post.body_offset), manuscript.post);
  TakeFromDocument(site, document, manuscript);
  TakeAttributeIds(file.substr(manuscript.post.body_offset), manuscript.anchors);
  manuscript.template_tags =
      FindTemplateTags(file.substr(manuscript.post.body_offset), manuscript.post.body_line);
  ForgetInAddresses(manuscript);
  for (const ForeignElement& element : document.ForeignElements()) {
    manuscript.template_tags.push_back(
        {"<" + element.name + ">", element.line + manuscript.post.body_line - 1});
  }
  return manuscript;
}

}  // namespace broadsheet
