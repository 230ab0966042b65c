#include "site/absolute_url.h"

#include <algorithm>
#include <vector>

#include "base/ascii.h"
#include "view/address.h"

namespace broadsheet {
namespace {

constexpr std::string_view kBlank = " \t\n\r\f";

bool HasScheme(std::string_view reference) {
  const size_t end = reference.find_first_of(":/?#");
  return end != std::string_view::npos && end > 0 && reference[end] == ':' &&
         IsAsciiLetter(reference.front());
}

// Without "." and ".." segments; starts with '/' if `path` does.
std::string RemoveDots(std::string_view path) {
  std::vector<std::string_view> kept;
  bool ends_in_folder = false;
  for (size_t start = 0; start <= path.size();) {
    const size_t slash = std::min(path.find('/', start), path.size());
    const std::string_view segment = path.substr(start, slash - start);
    ends_in_folder = segment == "." || segment == "..";
    if (segment == ".." && kept.size() > 1) kept.pop_back();
    if (!ends_in_folder) kept.push_back(segment);
    start = slash + 1;
  }
  if (ends_in_folder) kept.emplace_back();
  std::string out;
  for (size_t i = 0; i < kept.size(); ++i) {
    if (i > 0) out += '/';
    out += kept[i];
  }
  return out;
}

bool EqualsIgnoringCase(std::string_view a, std::string_view lower) {
  return a.size() == lower.size() &&
         std::equal(a.begin(), a.end(), lower.begin(), [](char x, char y) {
           return (x >= 'A' && x <= 'Z' ? static_cast<char>(x + 32) : x) == y;
         });
}

bool HoldsUrl(std::string_view attribute) {
  constexpr std::string_view kNames[] = {"href", "src", "poster", "cite", "data"};
  return std::any_of(std::begin(kNames), std::end(kNames),
                     [&](std::string_view name) { return EqualsIgnoringCase(attribute, name); });
}

// "a.png 2x, b.png" with each address resolved.
std::string ResolveSourceSet(std::string_view set, std::string_view page_url) {
  std::string out;
  while (!set.empty()) {
    const size_t begin = set.find_first_not_of(" \t\n\r\f,");
    if (begin == std::string_view::npos) break;
    set.remove_prefix(begin);
    const size_t url_end = std::min(set.find_first_of(kBlank), set.size());
    std::string_view url = set.substr(0, url_end);
    const bool ends_candidate = url.back() == ',';
    if (ends_candidate) url.remove_suffix(1);
    const size_t end = ends_candidate ? url_end : std::min(set.find(',', url_end), set.size());
    if (!out.empty()) out += ", ";
    out += AbsoluteUrl(page_url, url);
    if (!ends_candidate) out += set.substr(url_end, end - url_end);
    set.remove_prefix(end);
  }
  return out;
}

// Walks one start tag and copies it with its addresses resolved.
class TagRewriter {
 public:
  TagRewriter(std::string_view html, std::string_view page_url, std::string& out)
      : html_(html), page_url_(page_url), out_(out) {}

  // `position` is at '<'. Returns the position after the tag.
  size_t Rewrite(size_t position) {
    begin_ = position;
    at_ = std::min(html_.find_first_of(" \t\n\r\f/>", position + 1), html_.size());
    while (at_ < html_.size() && html_[at_] != '>') ReadAttribute();
    if (at_ < html_.size()) ++at_;
    out_ += html_.substr(begin_, at_ - begin_);
    return at_;
  }

 private:
  void ReadAttribute() {
    at_ = std::min(html_.find_first_not_of(" \t\n\r\f/", at_), html_.size());
    if (at_ >= html_.size() || html_[at_] == '>') return;
    const size_t name_begin = at_;
    at_ = std::min(html_.find_first_of(" \t\n\r\f/>=", at_ + 1), html_.size());
    const std::string_view name = html_.substr(name_begin, at_ - name_begin);
    const size_t equals = html_.find_first_not_of(kBlank, at_);
    if (equals == std::string_view::npos || html_[equals] != '=') return;
    at_ = std::min(html_.find_first_not_of(kBlank, equals + 1), html_.size());
    ReadValue(name);
  }

  void ReadValue(std::string_view name) {
    if (at_ >= html_.size()) return;
    const char quote = html_[at_];
    const bool quoted = quote == '"' || quote == '\'';
    const size_t begin = quoted ? at_ + 1 : at_;
    const size_t end = std::min(
        quoted ? html_.find(quote, begin) : html_.find_first_of(" \t\n\r\f>", begin), html_.size());
    const std::string_view value = html_.substr(begin, end - begin);
    if (HoldsUrl(name)) Replace(begin, end, AbsoluteUrl(page_url_, value));
    if (EqualsIgnoringCase(name, "srcset")) Replace(begin, end, ResolveSourceSet(value, page_url_));
    at_ = quoted ? std::min(end + 1, html_.size()) : end;
  }

  void Replace(size_t begin, size_t end, std::string_view text) {
    out_ += html_.substr(begin_, begin - begin_);
    out_ += text;
    begin_ = end;
  }

  std::string_view html_;
  std::string_view page_url_;
  std::string& out_;
  size_t begin_ = 0;  // what stands before it is copied
  size_t at_ = 0;
};

// Where the content of a raw text element that opens at `position` ends; `position` for other elements.
size_t RawTextEnd(std::string_view html, size_t position, size_t tag_end) {
  for (const std::string_view name : {std::string_view("script"), std::string_view("style")}) {
    const std::string_view found = html.substr(position + 1, name.size());
    if (!EqualsIgnoringCase(found, name)) continue;
    for (size_t close = html.find("</", tag_end); close != std::string_view::npos;
         close = html.find("</", close + 2)) {
      if (EqualsIgnoringCase(html.substr(close + 2, name.size()), name)) return close;
    }
    return html.size();
  }
  return tag_end;
}

}  // namespace

std::string_view UrlOrigin(std::string_view url) {
  const size_t scheme = url.find("://");
  if (scheme == std::string_view::npos || !HasScheme(url)) return {};
  return url.substr(0, url.find_first_of("/?#", scheme + 3));
}

std::string AbsoluteUrl(std::string_view base, std::string_view reference) {
  if (HasScheme(reference)) return std::string(reference);
  const std::string_view origin = UrlOrigin(base);
  if (reference.substr(0, 2) == "//") {
    return std::string(origin.substr(0, origin.find("//"))) + std::string(reference);
  }
  std::string_view path = base.substr(origin.size());
  path = path.substr(0, path.find('#'));
  if (reference.empty() || reference.front() == '#') {
    return std::string(origin) + std::string(path) + std::string(reference);
  }
  path = path.substr(0, path.find('?'));
  if (reference.front() == '?')
    return std::string(origin) + std::string(path) + std::string(reference);
  const size_t path_end = std::min(reference.find_first_of("?#"), reference.size());
  std::string joined(reference.substr(0, path_end));
  if (reference.front() != '/') {
    const size_t slash = path.rfind('/');
    joined =
        (slash == std::string_view::npos ? "/" : std::string(path.substr(0, slash + 1))) + joined;
  }
  return std::string(origin) + RemoveDots(joined) + std::string(reference.substr(path_end));
}

std::string PublicUrl(const SiteView& site, std::string_view url, std::string_view address) {
  return AbsoluteUrl(std::string(UrlOrigin(url)) + "/", Link(site, address));
}

std::string AbsoluteUrlsInHtml(std::string_view html, std::string_view page_url) {
  std::string out;
  out.reserve(html.size() + html.size() / 8);
  TagRewriter tags(html, page_url, out);
  size_t position = 0;
  while (position < html.size()) {
    const size_t open = std::min(html.find('<', position), html.size());
    out += html.substr(position, open - position);
    position = open;
    if (open + 1 >= html.size()) break;
    size_t end = open + 1;
    if (IsAsciiLetter(html[open + 1])) {
      const size_t tag_end = tags.Rewrite(open);
      end = RawTextEnd(html, open, tag_end);
      position = tag_end;
    } else if (html.substr(open, 4) == "<!--") {
      const size_t close = html.find("-->", open + 4);
      end = close == std::string_view::npos ? html.size() : close + 3;
    }
    out += html.substr(position, end - position);
    position = end;
  }
  out += html.substr(position);
  return out;
}

}  // namespace broadsheet
