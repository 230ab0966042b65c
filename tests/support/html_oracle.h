#pragma once

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

// A second opinion on the writer's output, which knows nothing of how it was made: "" when `html` holds
// only elements, attributes and address schemes of the list, well nested; else what is wrong and where.
inline std::string FindForeignHtml(std::string_view html) {
  static const std::set<std::string, std::less<>> kElements = {
      "a",     "abbr",       "address", "article", "aside", "audio",   "b",    "bdi",
      "bdo",   "blockquote", "br",      "caption", "cite",  "code",    "col",  "colgroup",
      "data",  "dd",         "del",     "details", "dfn",   "div",     "dl",   "dt",
      "em",    "figcaption", "figure",  "h1",      "h2",    "h3",      "h4",   "h5",
      "h6",    "hgroup",     "hr",      "i",       "img",   "input",   "ins",  "kbd",
      "label", "li",         "mark",    "math",    "mtext", "ol",      "p",    "picture",
      "pre",   "q",          "rp",      "rt",      "ruby",  "s",       "samp", "section",
      "small", "source",     "span",    "strong",  "sub",   "summary", "sup",  "table",
      "tbody", "td",         "tfoot",   "th",      "thead", "time",    "tr",   "track",
      "u",     "ul",         "var",     "video",   "wbr"};
  static const std::set<std::string, std::less<>> kVoid = {"br",    "col",    "hr",    "img",
                                                           "input", "source", "track", "wbr"};
  static const std::set<std::string, std::less<>> kAttributes = {"abbr",
                                                                 "align",
                                                                 "alt",
                                                                 "aria-hidden",
                                                                 "aria-label",
                                                                 "checked",
                                                                 "cite",
                                                                 "class",
                                                                 "colspan",
                                                                 "controls",
                                                                 "data-footnote-backref",
                                                                 "data-footnote-backref-idx",
                                                                 "data-footnote-ref",
                                                                 "data-footnotes",
                                                                 "data-line",
                                                                 "datetime",
                                                                 "decoding",
                                                                 "default",
                                                                 "dir",
                                                                 "disabled",
                                                                 "display",
                                                                 "height",
                                                                 "href",
                                                                 "hreflang",
                                                                 "id",
                                                                 "kind",
                                                                 "label",
                                                                 "lang",
                                                                 "loading",
                                                                 "loop",
                                                                 "media",
                                                                 "muted",
                                                                 "open",
                                                                 "playsinline",
                                                                 "poster",
                                                                 "preload",
                                                                 "rel",
                                                                 "reversed",
                                                                 "role",
                                                                 "rowspan",
                                                                 "scope",
                                                                 "sizes",
                                                                 "span",
                                                                 "src",
                                                                 "srclang",
                                                                 "srcset",
                                                                 "start",
                                                                 "tabindex",
                                                                 "title",
                                                                 "type",
                                                                 "value",
                                                                 "width"};
  static const std::set<std::string, std::less<>> kSchemes = {
      "data", "ftp",  "ftps",   "gemini", "geo", "http", "https",
      "irc",  "ircs", "mailto", "sms",    "tel", "xmpp"};
  const auto wrong = [html](size_t at, const char* what) {
    return std::string(what) + " at " + std::string(html.substr(at, 60));
  };
  const auto name_end = [html](size_t at) {
    while (at < html.size() && html[at] != ' ' && html[at] != '>' && html[at] != '=') ++at;
    return at;
  };
  std::vector<std::string_view> open;
  for (size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at)) {
    const size_t start = at;
    const bool closes = html.substr(at + 1, 1) == "/";
    const size_t name = at + (closes ? 2 : 1);
    at = name_end(name);
    const std::string_view element = html.substr(name, at - name);
    if (kElements.find(element) == kElements.end()) return wrong(start, "element");
    if (closes) {
      if (open.empty() || open.back() != element) return wrong(start, "nesting");
      open.pop_back();
    } else if (kVoid.find(element) == kVoid.end()) {
      open.push_back(element);
    }
    while (at < html.size() && html[at] == ' ') {
      const size_t attribute = ++at;
      if (html.substr(at, 2) == "/>") {
        ++at;
        break;
      }
      at = name_end(at);
      const std::string_view key = html.substr(attribute, at - attribute);
      if (closes || kAttributes.find(key) == kAttributes.end()) return wrong(start, "attribute");
      if (at >= html.size() || html[at] != '=') continue;
      const size_t end = html.find('"', at + 2);
      if (html.substr(at, 2) != "=\"" || end == std::string_view::npos)
        return wrong(start, "value");
      const std::string_view value = html.substr(at + 2, end - at - 2);
      if (value.find_first_of("<>") != std::string_view::npos) return wrong(start, "value");
      if (key == "href" || key == "src" || key == "cite" || key == "poster") {
        const size_t colon = value.find_first_of(":/?#");
        if (colon != std::string_view::npos && value[colon] == ':') {
          std::string scheme(value.substr(0, colon));
          std::transform(scheme.begin(), scheme.end(), scheme.begin(),
                         [](unsigned char c) { return c >= 'A' && c <= 'Z' ? c + 32 : c; });
          const bool is_name = !scheme.empty() && scheme[0] >= 'a' && scheme[0] <= 'z' &&
                               scheme.find_first_not_of(
                                   "abcdefghijklmnopqrstuvwxyz0123456789+-.") == std::string::npos;
          if (is_name && kSchemes.find(scheme) == kSchemes.end()) return wrong(start, "scheme");
        }
      }
      at = end + 1;
    }
    if (at >= html.size() || html[at] != '>') return wrong(start, "tag");
  }
  return open.empty() ? "" : "not closed: " + std::string(open.back());
}

inline std::string EscapedForAttribute(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '&')
      escaped += "&amp;";
    else if (c == '<')
      escaped += "&lt;";
    else if (c == '>')
      escaped += "&gt;";
    else if (c == '"')
      escaped += "&quot;";
    else
      escaped += c;
  }
  return escaped;
}

}  // namespace broadsheet
