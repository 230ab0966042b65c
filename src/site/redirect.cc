#include "site/redirect.h"

#include <unordered_set>

#include "post/slug.h"
#include "site/absolute_url.h"
#include "site/post_address.h"
#include "view/address.h"
#include "view/html.h"

namespace broadsheet {

std::string RedirectHtml(const SiteView& site, std::string_view url, const Post& post) {
  const std::string target = Link(site, PostAddress(post));
  const std::string& language = post.language.empty() ? site.language : post.language;
  HtmlWriter html;
  html.Raw("<!doctype html>\n<html")
      .Attribute("lang", language)
      .Raw(">\n<head>\n<meta charset=\"utf-8\">\n");
  html.Raw("<title>").Text(post.title).Raw("</title>\n");
  html.Raw("<meta http-equiv=\"refresh\"").Attribute("content", "0; url=" + target).Raw(">\n");
  html.Raw("<link rel=\"canonical\"")
      .Attribute("href", PublicUrl(site, url, PostAddress(post)))
      .Raw(">\n");
  html.Raw("<meta name=\"robots\" content=\"noindex\">\n");
  html.Raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
  html.Raw("<meta name=\"color-scheme\" content=\"light dark\">\n</head>\n<body>\n");
  html.Raw("<p>\u2192 <a").Attribute("href", target).Raw(">").Text(post.title).Raw("</a></p>\n");
  html.Raw("</body>\n</html>\n");
  return html.Take();
}

std::string RedirectFile(std::string_view alias) {
  const std::string path = DecodePath(alias);
  // The shell and the files beside posts are no place for a page, and the home page is the site's own.
  if (path == "index.html" || path.starts_with("broadsheet/")) return {};
  if (path.find('\0') != std::string::npos || path.find("..") != std::string::npos) return {};
  if (!HasPlainNames(path) || path.find(".html/") != path.npos) return {};
  if (path.starts_with("posts/") && path.ends_with(".md")) return {};  // the post's own file
  if (path.back() == '/') return path + "index.html";
  return path.ends_with(".html") || path.ends_with(".htm") ? path : path + "/index.html";
}

std::vector<PagePlan> PlanRedirects(const Edition& edition, const std::vector<PagePlan>& taken,
                                    Diagnostics& diagnostics) {
  std::unordered_set<std::string> files;
  for (const PagePlan& plan : taken) files.insert(plan.file);
  for (const EditionPost& entry : edition.posts) files.insert(PageFile(PostAddress(entry.post)));
  std::vector<PagePlan> plans;
  for (const EditionPost& entry : edition.posts) {
    for (const std::string& alias : entry.post.aliases) {
      const std::string file = RedirectFile(alias);
      if (file == PageFile(PostAddress(entry.post))) continue;
      if (file.empty() || !files.insert(file).second) {
        diagnostics.push_back(
            {Severity::kNote, entry.post.path, 0,
             "the old address '" + alias + "' " +
                 (file.empty() ? "cannot be a page" : "is that of another page, too") +
                 "; it is left out"});
        continue;
      }
      plans.push_back({file, [this_edition = &edition, post = &entry.post] {
                         return RedirectHtml(this_edition->view, this_edition->config.url, *post);
                       }});
    }
  }
  return plans;
}

}  // namespace broadsheet
