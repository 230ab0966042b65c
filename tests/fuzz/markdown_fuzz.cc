// Markdown → HTML, text, outline. The first byte chooses the options, the rest is the text.

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "markdown/document.h"
#include "markdown/html.h"
#include "markdown/inline_pass.h"
#include "markdown/parse.h"
#include "support/html_oracle.h"

namespace {

using namespace broadsheet;

void Require(bool holds) {
  if (!holds) std::abort();
}

MarkdownOptions OptionsFrom(uint8_t bits) {
  constexpr std::array<Dialect, 4> kDialects = {Dialect::kPost, Dialect::kGfm, Dialect::kCommonMark,
                                                Dialect::kPost};
  constexpr std::array<HtmlMode, 4> kModes = {HtmlMode::kSafe, HtmlMode::kNone, HtmlMode::kTrusted,
                                              HtmlMode::kSafe};
  MarkdownOptions options;
  options.dialect = kDialects[bits & 3];
  options.html = kModes[(bits >> 2) & 3];
  options.smart_punctuation = (bits & 0x10) != 0;
  options.base_url = (bits & 0x20) != 0 ? "/blog/posts/" : "";
  options.title = (bits & 0x40) != 0 ? "a" : "";
  return options;
}

std::string WithCrLf(std::string_view text) {
  std::string changed;
  for (const char c : text) {
    if (c == '\r') return std::string(text);
    if (c == '\n') changed += '\r';
    changed += c;
  }
  return changed;
}

// The text fed in pieces, which the parser then has to join and copy.
std::string HtmlOfPieces(std::string_view text, const MarkdownOptions& options, size_t piece) {
  Arena arena(text.size());
  const ArenaScope scope(arena);
  ParseContext context{arena, options};
  cmark_node* const root = ParseTree(text, context, piece);
  RunInlinePass(root, context);
  std::string html;
  WriteHtml(root, options, html);
  return html;
}

// A footnote's reference and way back are the largest things that few bytes can ask for.
size_t LargestOutput(size_t input_bytes) { return 400 * input_bytes + 600000; }

void CheckText(const PlainText& text) {
  Require(IsValidUtf8(text.text));
  uint32_t last = 0;
  for (const TextSection& section : text.sections) {
    Require(last <= section.range.begin && section.range.begin <= section.range.end);
    last = section.range.end;
  }
  Require(last <= text.text.size());
  for (const TextRange& range : text.code) {
    Require(range.begin <= range.end && range.end <= text.text.size());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0) return 0;
  const MarkdownOptions options = OptionsFrom(data[0]);
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  const Document document = Document::Parse(text, options);
  const std::string html = document.Html();
  Require(html == document.Html());
  Require(html == Document::Parse(WithCrLf(text), options).Html());
  Require(html == HtmlOfPieces(text, options, 1 + size % 40));
  Require(IsValidUtf8(html));
  Require(html.size() <= LargestOutput(size));
  CheckText(document.Text());
  if (options.html != HtmlMode::kTrusted) Require(FindForeignHtml(html).empty());
  std::set<std::string> ids;
  for (const Heading& heading : document.Outline()) {
    if (options.dialect != Dialect::kPost) continue;
    Require(ids.insert(heading.id).second);
    Require(html.find(" id=\"" + EscapedForAttribute(heading.id) + "\"") != std::string::npos);
  }
  document.Excerpt();
  document.FirstHeading();
  document.RelativeReferences();
  return 0;
}
