#include "site/content_policy.h"

namespace broadsheet {

std::string_view ContentPolicyOf(std::string_view html) {
  constexpr std::string_view kStart = "<meta http-equiv=\"Content-Security-Policy\" content=\"";
  const size_t at = html.find(kStart);
  if (at == std::string_view::npos) return {};
  html.remove_prefix(at + kStart.size());
  return html.substr(0, html.find('"'));
}

std::string AllowRemoteMedia(std::string_view html) {
  std::string out(html);
  const std::string_view policy = ContentPolicyOf(html);
  const size_t begin = static_cast<size_t>(policy.data() - html.data());
  for (const std::string_view directive : {"img-src 'self'", "media-src 'self'"}) {
    const size_t at = policy.find(directive);
    if (at == std::string_view::npos) continue;
    // From the start again: the first insertion has moved what follows it.
    out.insert(out.find(directive, begin) + directive.size(), " https:");
  }
  return out;
}

}  // namespace broadsheet
