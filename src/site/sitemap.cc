#include "site/sitemap.h"

#include "site/xml.h"

namespace broadsheet {
namespace {

constexpr std::string_view kNamespace = "http://www.sitemaps.org/schemas/sitemap/0.9";
// What an entry takes beside its address, escaped generously: tags, indentation and the date.
constexpr size_t kEntryBytes = 128;

void AppendEntry(XmlWriter& xml, std::string_view element, std::string_view url,
                 const std::optional<Date>& changed) {
  xml.Open(element).Element("loc", url);
  if (changed) xml.Element("lastmod", changed->ToString());
  xml.Close();
}

using Pages = std::vector<SitemapPage>;

// Where the part that begins at `first` ends: as many pages as the limits allow, at least one.
Pages::const_iterator PartEnd(Pages::const_iterator first, Pages::const_iterator end,
                              const SitemapLimits& limits) {
  size_t bytes = kEntryBytes;
  auto last = first;
  for (size_t count = 0; last != end && count < limits.pages; ++count, ++last) {
    // An '&' takes five bytes.
    bytes += kEntryBytes + 5 * last->url.size();
    if (count > 0 && bytes > limits.bytes) break;
  }
  return last;
}

std::string PartXml(Pages::const_iterator first, Pages::const_iterator last) {
  XmlWriter xml;
  xml.Open("urlset").Attribute("xmlns", kNamespace);
  for (auto page = first; page != last; ++page) AppendEntry(xml, "url", page->url, page->changed);
  return xml.Close().Take();
}

std::optional<Date> LastChange(Pages::const_iterator first, Pages::const_iterator last) {
  std::optional<Date> newest;
  for (auto page = first; page != last; ++page) {
    if (!page->changed) continue;
    if (!newest || page->changed->UnixSeconds() > newest->UnixSeconds()) newest = page->changed;
  }
  return newest;
}

}  // namespace

std::vector<PublishedFile> Sitemap(const Pages& pages, std::string_view site_url,
                                   const SitemapLimits& limits) {
  if (PartEnd(pages.begin(), pages.end(), limits) == pages.end()) {
    return {{"sitemap.xml", PartXml(pages.begin(), pages.end())}};
  }
  std::vector<PublishedFile> files(1);
  XmlWriter index;
  index.Open("sitemapindex").Attribute("xmlns", kNamespace);
  for (auto first = pages.begin(); first != pages.end();) {
    const auto last = PartEnd(first, pages.end(), limits);
    const std::string name = "sitemap-" + std::to_string(files.size()) + ".xml";
    AppendEntry(index, "sitemap", std::string(site_url) + name, LastChange(first, last));
    files.push_back({name, PartXml(first, last)});
    first = last;
  }
  files.front() = {"sitemap.xml", index.Close().Take()};
  return files;
}

std::string RobotsText(std::string_view site_url) {
  std::string out = "User-agent: *\nAllow: /\n";
  if (!site_url.empty()) out += "\nSitemap: " + std::string(site_url) + "sitemap.xml\n";
  return out;
}

}  // namespace broadsheet
