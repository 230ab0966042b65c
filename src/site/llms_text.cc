#include "site/llms_text.h"

#include <algorithm>

#include "post/slug.h"
#include "site/absolute_url.h"
#include "view/views.h"

namespace broadsheet {
namespace {

// `text` as one line of Markdown that opens no link, heading or tag.
std::string Line(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\' || c == '[' || c == ']' || c == '<' || c == '`' || c == '*' || c == '_')
      out.push_back('\\');
    out.push_back(c == '\n' || c == '\r' ? ' ' : c);
  }
  return out;
}

std::string LinkTo(std::string_view text, std::string_view url) {
  return "- [" + Line(text) + "](" + std::string(url) + ")";
}

}  // namespace

std::string LlmsText(const SiteView& site, std::string_view url,
                     const std::vector<const Post*>& posts, size_t limit) {
  std::string out = "# " + Line(site.title) + "\n";
  if (!site.description.empty()) out += "\n> " + Line(site.description) + "\n";
  if (!posts.empty()) out += "\n## Posts\n\n";
  for (size_t i = 0; i < std::min(limit, posts.size()); ++i) {
    const Post& post = *posts[i];
    // A file always lies under file_base, which Link may not give.
    const std::string path = "posts/" + EncodePath(post.path);
    out += LinkTo(post.title, std::string(UrlOrigin(url)) + site.file_base + path);
    if (!post.summary.empty()) out += ": " + Line(post.summary);
    out += '\n';
  }
  out +=
      "\n## Optional\n\n" + LinkTo(ArchiveHeading(site), PublicUrl(site, url, "archive/")) + '\n';
  return out + LinkTo(TagIndexHeading(site), PublicUrl(site, url, "tags/")) + '\n';
}

}  // namespace broadsheet
