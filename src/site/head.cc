#include "site/head.h"

#include "view/html.h"
#include "view/views.h"

namespace broadsheet {
namespace {

void AppendMeta(HtmlWriter& html, std::string_view kind, std::string_view name, std::string_view content) {
  if (content.empty()) return;
  html.Raw("<meta").Attribute(kind, name).Attribute("content", content).Raw(">");
}

}  // namespace

std::string HeadHtml(const Edition& edition, const PageHead& head) {
  const SiteConfig& config = edition.config;
  HtmlWriter html;
  html.Raw("<title>").Text(PageTitle(edition.view, head.heading)).Raw("</title>");
  AppendMeta(html, "name", "description", head.description.empty() ? config.description : head.description);
  if (!head.is_findable) AppendMeta(html, "name", "robots", "noindex");
  if (!config.url.empty() && head.is_findable) {
    html.Raw("<link rel=\"canonical\"").Attribute("href", config.url + head.address).Raw(">");
  }
  return html.Take();
}

}  // namespace broadsheet
