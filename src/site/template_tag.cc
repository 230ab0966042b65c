#include "site/template_tag.h"

#include <algorithm>
#include <iterator>

namespace broadsheet {
namespace {

constexpr std::string_view kBlank = " \t\r\n";

struct Form {
  std::string_view open;
  std::string_view close;
};

// Longer openings first: "{{<" begins with "{{".
constexpr Form kForms[] = {
    {"{{<", ">}}"}, {"{{%", "%}}"}, {"{%", "%}"}, {"{{", "}}"}, {"{::", "}"}};

// A tag may go over a few lines, but an opening without an end is no tag.
constexpr size_t kLongestTag = 2000;

std::string_view FirstWord(std::string_view text) {
  const size_t begin = text.find_first_not_of(" \t\r\n-");
  if (begin == std::string_view::npos) return {};
  text.remove_prefix(begin);
  return text.substr(0, text.find_first_of(" \t\r\n|(=\""));
}

bool IsClosing(std::string_view name) {
  return name.front() == '/' || name.substr(0, 3) == "end" || name == "else" || name == "elsif";
}

// Only what could be the name of a tag or a variable: "{{ a.b[0] }}", but not "{{}}" or "{{ 'x' }}".
bool IsName(std::string_view name) {
  return std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-' || c == '.' || c == '/' || c == ':' || c == '[' || c == ']' || c == '$';
  });
}

// Walks a Markdown text and knows where it is code.
class Scanner {
 public:
  Scanner(std::string_view text, int first_line) : text_(text), line_(first_line) {}

  std::vector<TemplateTag> Run() {
    while (at_ < text_.size()) {
      if (at_line_start_ && SkipFence()) continue;
      at_line_start_ = false;
      const char c = text_[at_];
      if (c == '`') {
        SkipCodeSpan();
      } else if (c != '{' || !TakeTag()) {
        Advance(1);
      }
    }
    return std::move(tags_);
  }

 private:
  void Advance(size_t count) {
    for (const size_t end = std::min(at_ + count, text_.size()); at_ < end; ++at_) {
      if (text_[at_] != '\n') continue;
      ++line_;
      at_line_start_ = true;
    }
  }

  std::string_view Line(size_t at) const { return text_.substr(at, text_.find('\n', at) - at); }

  // At the start of a line: passes over a fenced block as a whole.
  bool SkipFence() {
    const std::string_view line = Line(at_);
    const size_t indent = line.find_first_not_of(" \t>");
    if (indent == std::string_view::npos || (line[indent] != '`' && line[indent] != '~'))
      return false;
    const char mark = line[indent];
    const size_t length = std::min(line.find_first_not_of(mark, indent), line.size()) - indent;
    if (length < 3) return false;
    const bool has_mark_later =
        mark == '`' && line.find('`', indent + length) != std::string_view::npos;
    if (has_mark_later) return false;
    Advance(line.size() + 1);
    while (at_ < text_.size()) {
      const std::string_view inner = Line(at_);
      const size_t begin = inner.find_first_not_of(" \t>");
      Advance(inner.size() + 1);
      if (begin == std::string_view::npos || inner[begin] != mark) continue;
      const size_t end = std::min(inner.find_first_not_of(mark, begin), inner.size());
      const bool is_bare = inner.find_first_not_of(kBlank, end) == std::string_view::npos;
      if (end - begin >= length && is_bare) break;
    }
    at_line_start_ = true;
    return true;
  }

  // Passes over `code`, or over the backticks alone where nothing in the paragraph closes them.
  void SkipCodeSpan() {
    const size_t length = std::min(text_.find_first_not_of('`', at_), text_.size()) - at_;
    const size_t limit = std::min({text_.find("\n\n", at_), at_ + kLongestTag, text_.size()});
    for (size_t close = text_.find('`', at_ + length); close < limit;) {
      const size_t end = std::min(text_.find_first_not_of('`', close), text_.size());
      if (end - close == length) return Advance(end - at_);
      close = text_.find('`', end);
    }
    Advance(length);
  }

  bool TakeTag() {
    for (const Form& form : kForms) {
      if (text_.substr(at_, form.open.size()) != form.open) continue;
      const std::string_view reach = text_.substr(at_, kLongestTag);
      const size_t end = reach.find(form.close, form.open.size());
      if (end == std::string_view::npos) return false;
      const std::string_view name =
          FirstWord(reach.substr(form.open.size(), end - form.open.size()));
      if (name.empty() || !IsName(name)) return false;
      if (!IsClosing(name)) {
        tags_.push_back(
            {std::string(form.open) + " " + std::string(name) + " " + std::string(form.close),
             line_});
      }
      Advance(end + form.close.size());
      return true;
    }
    return false;
  }

  std::string_view text_;
  size_t at_ = 0;
  int line_;
  bool at_line_start_ = true;
  std::vector<TemplateTag> tags_;
};

}  // namespace

std::vector<TemplateTag> FindTemplateTags(std::string_view markdown, int first_line) {
  const bool has_any = std::any_of(std::begin(kForms), std::end(kForms), [&](const Form& form) {
    return markdown.find(form.open) != std::string_view::npos;
  });
  if (!has_any) return {};
  return Scanner(markdown, first_line).Run();
}

std::string WithoutTemplateTags(std::string_view text) {
  constexpr Form kComment = {"{#", "#}"};
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const size_t brace = std::min(text.find('{', at), text.size());
    out += text.substr(at, brace - at);
    at = brace;
    if (at == text.size()) break;
    const std::string_view reach = text.substr(at, kLongestTag);
    size_t size = 0;
    const auto skip = [&](const Form& form) {
      if (size > 0 || !reach.starts_with(form.open)) return;
      const size_t end = reach.find(form.close, form.open.size());
      if (end != std::string_view::npos) size = end + form.close.size();
    };
    for (const Form& form : kForms) skip(form);
    skip(kComment);
    out += size > 0 ? ' ' : '{';
    at += std::max<size_t>(size, 1);
  }
  return out;
}

void TemplateTagSummary::Add(std::string_view path, const std::vector<TemplateTag>& tags) {
  for (const TemplateTag& tag : tags) {
    auto kind = std::find_if(kinds_.begin(), kinds_.end(),
                             [&](const Kind& k) { return k.name == tag.kind; });
    if (kind == kinds_.end())
      kind = kinds_.insert(kinds_.end(), {tag.kind, std::string(path), tag.line, {}, 0, 0});
    ++kind->count;
    if (kind->last_path != path) ++kind->posts;
    kind->last_path = path;
  }
}

Diagnostics TemplateTagSummary::Notes() const {
  std::vector<Kind> kinds = kinds_;
  std::stable_sort(kinds.begin(), kinds.end(),
                   [](const Kind& a, const Kind& b) { return a.count > b.count; });
  Diagnostics notes;
  for (const Kind& kind : kinds) {
    const std::string times = kind.count == 1 ? "once" : std::to_string(kind.count) + " times";
    const std::string posts = kind.posts == 1 ? "" : " in " + std::to_string(kind.posts) + " posts";
    const bool is_html = kind.name.front() == '<';
    notes.push_back({Severity::kNote, kind.first_path, kind.first_line,
                     (is_html ? "the element " : "the template tag ") + kind.name +
                         " is shown as text (" + times + posts + "); " +
                         (is_html ? "replace it by Markdown, or have \"html\": \"trusted\" in "
                                    "site.json"
                                  : "replace it by Markdown")});
  }
  return notes;
}

}  // namespace broadsheet
