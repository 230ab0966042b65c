#include "site/open_search.h"

#include "base/utf8.h"
#include "site/absolute_url.h"
#include "site/xml.h"

namespace broadsheet {
namespace {

// The first `count` code points: the format bounds its texts.
std::string_view FirstCharacters(std::string_view text, size_t count) {
  size_t end = 0;
  for (size_t n = 0; n < count && end < text.size(); ++n) end += DecodeUtf8(text, end).size;
  return text.substr(0, end);
}

}  // namespace

std::string OpenSearchXml(const SiteView& site, std::string_view url) {
  const std::string& about = site.description.empty() ? site.title : site.description;
  XmlWriter xml;
  xml.Open("OpenSearchDescription").Attribute("xmlns", "http://a9.com/-/spec/opensearch/1.1/");
  xml.Element("ShortName", FirstCharacters(site.title, 16));
  xml.Element("LongName", FirstCharacters(site.title, 48));
  xml.Element("Description", FirstCharacters(about, 1024));
  xml.Open("Url").Attribute("type", "text/html").Attribute("method", "get");
  xml.Attribute("template", PublicUrl(site, url, "search/") + "?q={searchTerms}").Close();
  xml.Open("Url")
      .Attribute("type", "application/opensearchdescription+xml")
      .Attribute("rel", "self");
  xml.Attribute("template", PublicUrl(site, url, "opensearch.xml")).Close();
  xml.Open("Image").Attribute("type", "image/svg+xml");
  xml.Text(PublicUrl(site, url, "broadsheet/style/icon.svg")).Close();
  xml.Element("Language", site.language).Element("InputEncoding", "UTF-8");
  return xml.Close().Take();
}

}  // namespace broadsheet
