#include "markdown/safe_html.h"

#include "markdown/html_sink.h"
#include "markdown/raw_html.h"

namespace broadsheet {

std::string RewriteHtml(std::string_view html, HtmlMode mode, std::string_view base_url,
                        bool remote_media) {
  MarkdownOptions options;
  options.html = mode;
  options.base_url = base_url;
  options.remote_media = remote_media;
  HtmlSink sink(html.size() + 64);
  RawHtml raw(options, sink);
  raw.EnterElement();
  raw.PutInline(html);
  raw.LeaveElement();
  return std::string(sink.view());
}

}  // namespace broadsheet
