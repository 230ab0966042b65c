#include "markdown/url.h"

#include <array>
#include <vector>

#include "markdown/text_scan.h"

namespace broadsheet {
namespace {

constexpr std::array<std::string_view, 12> kLinkSchemes = {
    "http", "https", "mailto", "tel", "sms", "ftp", "ftps", "xmpp", "irc", "ircs", "geo", "gemini"};
constexpr std::array<std::string_view, 5> kDataImages = {
    "data:image/png", "data:image/gif", "data:image/jpeg", "data:image/webp", "data:image/avif"};

bool IsDropped(char c) { return c == '\t' || c == '\n' || c == '\r'; }

// What the WHATWG URL parser looks at: no leading controls and blanks, no tabs and line ends.
std::string Stripped(std::string_view url, size_t most) {
  std::string text;
  for (const char c : url) {
    if (text.size() == most) break;
    if (IsDropped(c) || (text.empty() && static_cast<unsigned char>(c) <= ' ')) continue;
    text.push_back(ToLower(c));
  }
  return text;
}

bool IsSafeImageData(std::string_view url) {
  const std::string start = Stripped(url, 40);
  for (const std::string_view allowed : kDataImages) {
    if (StartsWith(start, allowed) && start.size() > allowed.size() &&
        (start[allowed.size()] == ';' || start[allowed.size()] == ',')) {
      return true;
    }
  }
  return false;
}

}  // namespace

std::string UrlScheme(std::string_view url) {
  std::string scheme;
  for (const char c : url) {
    if (IsDropped(c) || (scheme.empty() && static_cast<unsigned char>(c) <= ' ')) continue;
    if (c == ':') return scheme;
    const bool fits = scheme.empty() ? IsAlpha(c) : IsAlnum(c) || c == '+' || c == '-' || c == '.';
    if (!fits) return "";
    scheme.push_back(ToLower(c));
  }
  return "";
}

bool IsSafeUrl(std::string_view url, UrlUse use) {
  if (StartsWith(url, "https:")) return true;  // most are
  const std::string scheme = UrlScheme(url);
  if (scheme.empty() || scheme == "https") return true;
  if (use == UrlUse::kMedia) return false;
  if (scheme == "http") return true;
  if (use == UrlUse::kImage) return scheme == "data" && IsSafeImageData(url);
  for (const std::string_view allowed : kLinkSchemes) {
    if (scheme == allowed) return true;
  }
  return false;
}

bool IsRelativeUrl(std::string_view url) {
  if (url.empty() || url[0] == '/' || url[0] == '\\' || url[0] == '#' || url[0] == '?')
    return false;
  return static_cast<unsigned char>(url[0]) > ' ' && UrlScheme(url).empty();
}

bool IsExternalUrl(std::string_view url) {
  if (StartsWith(url, "//")) return true;
  // However many slashes: a browser may take the first word behind them for a host.
  return StartsWithIgnoringCase(url, "https:") || StartsWithIgnoringCase(url, "http:");
}

std::string ResolveUrl(std::string_view base_url, std::string_view url) {
  const size_t path_size = std::min(url.find_first_of("?#"), url.size());
  std::string joined(base_url);
  joined += url.substr(0, path_size);
  const bool rooted = !joined.empty() && joined[0] == '/';
  std::vector<std::string_view> segments;
  std::string_view rest = joined;
  if (rooted) rest.remove_prefix(1);
  bool folder = true;
  while (!rest.empty()) {
    const size_t slash = rest.find('/');
    const std::string_view segment = rest.substr(0, slash);
    folder = slash != std::string_view::npos || segment == "." || segment == "..";
    rest = slash == std::string_view::npos ? std::string_view() : rest.substr(slash + 1);
    if (segment == "..") {
      if (!segments.empty()) segments.pop_back();
    } else if (segment != "." && !segment.empty()) {
      segments.push_back(segment);
    }
  }
  std::string resolved(rooted ? "/" : "");
  for (size_t i = 0; i < segments.size(); ++i) {
    resolved += segments[i];
    if (i + 1 < segments.size() || folder) resolved += '/';
  }
  // "a/../javascript:x" must not become an address with a scheme.
  if (!UrlScheme(resolved).empty()) resolved.insert(0, "./");
  return resolved.append(url.substr(path_size));
}

}  // namespace broadsheet
