#include "markdown/link_writer.h"

#include <algorithm>
#include <string>

#include "markdown/heading_id.h"
#include "markdown/text_scan.h"

namespace broadsheet {

const Reference* LinkWriter::Find(std::string_view address) const {
  if (!post() || options_.references == nullptr) return nullptr;
  const auto found = options_.references->find(address);
  return found == options_.references->end() ? nullptr : &found->second;
}

void LinkWriter::PutResolved(std::string_view url) const {
  const Reference* const reference = Find(url);
  if (reference != nullptr && !reference->url.empty()) {
    sink_.EscapeUrl(reference->url);
  } else if (post() && !options_.base_url.empty() && IsRelativeUrl(url)) {
    sink_.EscapeUrl(ResolveUrl(options_.base_url, url));
  } else if (post() && url.size() > 1 && url[0] == '#') {
    sink_.Put('#');
    sink_.EscapeUrl(SafeId(url.substr(1)));
  } else {
    sink_.EscapeUrl(url);
  }
}

void LinkWriter::Put(std::string_view name, std::string_view url, UrlUse use) const {
  if (options_.html != HtmlMode::kTrusted && !IsSafeUrl(url, use)) return;
  sink_.Put(' ');
  sink_.Put(name);
  sink_.Put("=\"");
  PutResolved(url);
  sink_.Put('"');
}

void LinkWriter::OpenMediaLink(std::string_view url, bool within_link) const {
  sink_.Put(within_link ? "<span class=\"remote-media\"" : "<a class=\"remote-media\"");
  if (!within_link) {
    Put("href", url, UrlUse::kLink);
    sink_.Put(" rel=\"external\"");
  }
  sink_.Put('>');
}

void LinkWriter::PutImageSet(std::string_view name, std::string_view candidates) const {
  const size_t before = sink_.size();
  sink_.Put(' ');
  sink_.Put(name);
  sink_.Put("=\"");
  bool first = true;
  while (!candidates.empty()) {
    const size_t comma = std::min(candidates.find(','), candidates.size());
    const std::string_view candidate = Trim(candidates.substr(0, comma));
    candidates.remove_prefix(std::min(comma + 1, candidates.size()));
    const size_t url_size = std::min(candidate.find_first_of(" \t\n\f\r"), candidate.size());
    const std::string_view url = candidate.substr(0, url_size);
    const std::string_view density = Trim(candidate.substr(url_size));
    if (url.empty() || !IsSafeUrl(url, UrlUse::kImage) || IsBarredMedia(url)) continue;
    if (!first) sink_.Put(", ");
    first = false;
    PutResolved(url);
    if (!density.empty()) sink_.Put(' ');
    sink_.Escape(density);
  }
  if (first) return sink_.Truncate(before);
  sink_.Put('"');
}

}  // namespace broadsheet
