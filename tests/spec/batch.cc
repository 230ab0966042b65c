// Renders one Markdown text a line: reads {"markdown", "dialect"?, "html"?, "smart"?, "title"?, "base_url"?,
// "references"?: {address: {"url", "width", "height", "title"}}, "bytes"?: true (each code point of the
// text is one byte)} and writes {"html", "text", "outline", "excerpt", "notes"} for each.

#include <cstdio>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

#include "markdown/document.h"

namespace {

using broadsheet::Dialect;
using broadsheet::Document;
using broadsheet::HtmlMode;
using nlohmann::json;

std::string Bytes(const std::string& text) {
  std::string bytes;
  for (size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x80) {
      bytes.push_back(text[i]);
    } else {
      bytes.push_back(static_cast<char>((byte & 3) << 6 | (text[++i] & 0x3F)));
    }
  }
  return bytes;
}

broadsheet::References References(const json& request) {
  broadsheet::References references;
  const json given = request.value("references", json::object());
  for (const auto& [address, entry] : given.items()) {
    references[address] = {entry.value("url", ""), entry.value("width", 0),
                           entry.value("height", 0), entry.value("title", "")};
  }
  return references;
}

json Answer(const json& request) {
  const std::string dialect = request.value("dialect", "post");
  const std::string mode = request.value("html", "safe");
  const std::string title = request.value("title", "");
  const std::string base_url = request.value("base_url", "");
  const broadsheet::References references = References(request);
  broadsheet::MarkdownOptions options;
  options.dialect = dialect == "post"  ? Dialect::kPost
                    : dialect == "gfm" ? Dialect::kGfm
                                       : Dialect::kCommonMark;
  options.html = mode == "trusted" ? HtmlMode::kTrusted
                 : mode == "none"  ? HtmlMode::kNone
                                   : HtmlMode::kSafe;
  options.smart_punctuation = request.value("smart", false);
  options.title = title;
  options.base_url = base_url;
  options.references = &references;
  std::string markdown = request.value("markdown", "");
  if (request.value("bytes", false)) markdown = Bytes(markdown);
  const Document document = Document::Parse(markdown, options);
  json outline = json::array();
  for (const auto& heading : document.Outline()) {
    outline.push_back({heading.level, heading.id, heading.text});
  }
  json notes = json::array();
  for (const auto& note : document.notes()) notes.push_back(note.message);
  json references_used = json::array();
  for (const auto& use : document.RelativeReferences()) {
    references_used.push_back({use.address, use.line});
  }
  return {{"html", document.Html()},
          {"text", document.Text().text},
          {"outline", outline},
          {"excerpt", document.Excerpt()},
          {"first_heading", document.FirstHeading()},
          {"references", references_used},
          {"notes", notes}};
}

}  // namespace

int main() {
  std::ios::sync_with_stdio(false);
  std::string line;
  while (std::getline(std::cin, line)) std::cout << Answer(json::parse(line)).dump() << '\n';
}
