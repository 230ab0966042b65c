#include "site/head.h"

#include "site/absolute_url.h"
#include "site/cover_url.h"
#include "site/feed.h"
#include "site/feed_settings.h"
#include "site/json_ld.h"
#include "site/social_card.h"
#include "view/address.h"
#include "view/html.h"
#include "view/views.h"

namespace broadsheet {
namespace {

void AppendMeta(HtmlWriter& html, std::string_view name, std::string_view content) {
  if (content.empty()) return;
  html.Raw("<meta").Attribute("name", name).Attribute("content", content).Raw(">");
}

// Writes the head of one page.
class HeadWriter {
 public:
  HeadWriter(const Edition& edition, const PageHead& head)
      : site_(edition.view), config_(edition.config), head_(head), has_url_(!config_.url.empty()) {
    page_.title = head.heading;
    page_.description = head.description.empty() ? config_.description : head.description;
    if (has_url_) page_.url = FullUrl(head.address);
    page_.post = head.post;
    if (head.post != nullptr) {
      const std::string cover = CoverUrl(site_, UrlOrigin(config_.url), *head.post);
      if (!UrlOrigin(cover).empty()) page_.image = cover;
      page_.image_alt = head.post->cover_alt;
    }
  }

  std::string Write() {
    html_.Raw("<title>").Text(PageTitle(site_, head_.heading)).Raw("</title>");
    AppendMeta(html_, "description", page_.description);
    if (!head_.is_findable) AppendMeta(html_, "robots", "noindex");
    if (has_url_ && head_.is_findable) AppendLink("canonical", page_.url);
    if (head_.previous) AppendLink("prev", Link(site_, *head_.previous));
    // No rel="next": Firefox fetches such pages ahead, and the content policy refuses that aloud.
    AppendTranslations();
    AppendFeeds();
    html_.Raw("<link rel=\"manifest\"")
        .Attribute("href", site_.file_base + "manifest.webmanifest")
        .Raw(">");
    if (has_url_) AppendSearch();
    if (head_.is_findable) AppendSocialCard(html_, site_, page_);
    if (head_.is_findable) AppendData();
    return html_.Take();
  }

 private:
  std::string FullUrl(std::string_view address) const {
    return PublicUrl(site_, config_.url, address);
  }

  void AppendLink(std::string_view rel, std::string_view href) {
    html_.Raw("<link").Attribute("rel", rel).Attribute("href", href).Raw(">");
  }

  // Search engines want full addresses here.
  void AppendTranslations() {
    if (!has_url_ || head_.translations.size() < 2) return;
    for (const Post* post : head_.translations) {
      const std::string& language = post->language.empty() ? site_.language : post->language;
      html_.Raw("<link rel=\"alternate\"").Attribute("hreflang", language);
      html_.Attribute("href", FullUrl(PostAddress(*post))).Raw(">");
    }
  }

  void AppendFeed(const FeedSettings::File& file, std::string_view folder,
                  std::string_view heading) {
    html_.Raw("<link rel=\"alternate\"").Attribute("type", FeedType(file.kind));
    html_.Attribute("title", FeedTitle(site_, heading));
    html_.Attribute("href", site_.file_base + std::string(folder) + file.name).Raw(">");
  }

  void AppendFeeds() {
    const std::vector<FeedSettings::File> files = config_.feeds.Files();
    if (files.empty()) return;
    if (!head_.tag.empty() && config_.feeds.for_tags) {
      AppendFeed(files.front(), TagAddress(head_.tag), head_.tag);
    }
    for (const FeedSettings::File& file : files) AppendFeed(file, "", "");
  }

  void AppendSearch() {
    html_.Raw("<link rel=\"search\" type=\"application/opensearchdescription+xml\"");
    html_.Attribute("title", site_.title)
        .Attribute("href", site_.file_base + "opensearch.xml")
        .Raw(">");
  }

  void AppendData() {
    const bool is_home = head_.address.empty();
    if (page_.post == nullptr && !is_home) return;
    const std::string json = is_home ? BlogJsonLd(site_, page_, has_url_ ? FullUrl("search/") : "")
                                     : PostingJsonLd(site_, page_, has_url_ ? FullUrl("") : "");
    html_.Raw("<script type=\"application/ld+json\">").Raw(json).Raw("</script>");
  }

  const SiteView& site_;
  const SiteConfig& config_;
  const PageHead& head_;
  bool has_url_;
  PageIdentity page_;
  HtmlWriter html_;
};

}  // namespace

std::string HeadHtml(const Edition& edition, const PageHead& head) {
  return HeadWriter(edition, head).Write();
}

}  // namespace broadsheet
