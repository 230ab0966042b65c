#pragma once

#include <string_view>

#include "markdown/document.h"
#include "markdown/html_sink.h"
#include "markdown/url.h"

namespace broadsheet {

// Writes addresses after the rules of dialect and mode.
class LinkWriter {
 public:
  LinkWriter(const MarkdownOptions& options, HtmlSink& sink) : options_(options), sink_(sink) {}

  // ` name="…"`, resolved where it is relative; nothing when the address may not stand in a page.
  void Put(std::string_view name, std::string_view url, UrlUse use) const;
  // The same for a `srcset`; candidates that may not stand are left out.
  void PutImageSet(std::string_view name, std::string_view candidates) const;
  const Reference* Find(std::string_view address) const;
  // Whether a picture or film at `url` may not be shown, only linked to.
  bool IsBarredMedia(std::string_view url) const {
    return !options_.remote_media && post() && IsExternalUrl(url);
  }
  // A link to such media up to where its text begins, a plain element within another link; CloseMediaLink
  // ends it.
  void OpenMediaLink(std::string_view url, bool within_link) const;
  void CloseMediaLink(bool within_link) const { sink_.Put(within_link ? "</span>" : "</a>"); }

 private:
  bool post() const { return options_.dialect == Dialect::kPost; }
  void PutResolved(std::string_view url) const;

  const MarkdownOptions& options_;
  HtmlSink& sink_;
};

}  // namespace broadsheet
