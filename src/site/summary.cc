#include "site/summary.h"

#include "base/utf8.h"
#include "post/one_line.h"
#include "site/template_tag.h"
#include "view/views.h"

namespace broadsheet {
namespace {

constexpr size_t kMostBytes = 280;

// The beginning of a long text, cut between words.
std::string Shorten(std::string text) {
  if (text.size() <= kMostBytes) return text;
  std::string_view cut = Utf8Prefix(text, kMostBytes);
  const size_t space = cut.rfind(' ');
  if (space != std::string_view::npos && space > kMostBytes / 2) cut = cut.substr(0, space);
  while (!cut.empty() && (cut.back() == ' ' || cut.back() == ',' || cut.back() == '.'))
    cut.remove_suffix(1);
  return std::string(cut) + "…";
}

// Whether it may be more than plain text; most is not, and need not be parsed.
bool HasMarkup(std::string_view text) {
  if (text.find_first_of("<`") != std::string_view::npos) return true;
  for (const std::string_view sign :
       {"](", "**", "__", "&#", "&amp;", "&lt;", "&quot;", "&nbsp;"}) {
    if (text.find(sign) != std::string_view::npos) return true;
  }
  // Something within the stars of emphasis.
  const size_t star = text.find('*');
  return star != std::string_view::npos && text.find('*', star + 1) != std::string_view::npos;
}

std::string Plain(const SiteView& site, const Post& post, const std::string& written) {
  std::string line = OneLine(WithoutTemplateTags(written));
  if (!HasMarkup(line)) return line;
  const References none;
  return OneLine(Document::Parse(line, BodyOptions(site, post, none, "")).Text().text);
}

}  // namespace

std::string SummaryOf(const SiteView& site, const Post& post, const Document& document,
                      std::string_view text) {
  std::string written = Plain(site, post, post.summary);
  if (!written.empty()) return written;
  const std::string excerpt = OneLine(WithoutTemplateTags(document.Excerpt()));
  if (!excerpt.empty()) return Shorten(excerpt);
  constexpr size_t kEnough = 4096;  // bytes of text, more than tags will take
  return Shorten(OneLine(WithoutTemplateTags(Utf8Prefix(text, kEnough))));
}

}  // namespace broadsheet
