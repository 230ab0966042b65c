#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "markdown/plain_text.h"

namespace broadsheet {

enum class Dialect {
  kPost,        // GFM and everything of docs/markdown.md
  kGfm,         // GitHub Flavored Markdown 0.29, with the rules of CommonMark 0.31.2 below it
  kCommonMark,  // CommonMark 0.31.2, nothing else
};

enum class HtmlMode {
  kSafe,     // raw HTML passes an allow-list and is written anew; the rest is shown as text
  kNone,     // raw HTML is shown as text
  kTrusted,  // raw HTML and all addresses pass as they are
};

// What a relative address in a post stands for, worked out by whoever knows the other posts and files.
struct Reference {
  std::string url;  // goes into the HTML; empty = leave the address as written
  int width = 0;    // of images, in CSS pixels; 0 = unknown
  int height = 0;
  std::string title;  // of the post that a bare [[wikilink]] names
};

// Keyed by the address exactly as written in the Markdown (unescaped); wikilinks by "[[target]]", without
// the section and text that they may name (`[[target#section|text]]`): the section's id is added here.
using References = std::map<std::string, Reference, std::less<>>;

struct MarkdownOptions {
  Dialect dialect = Dialect::kPost;
  HtmlMode html = HtmlMode::kSafe;
  bool smart_punctuation = false;  // kPost only
  // kPost only: a first block that is a level-1 heading with exactly this text is left out of the HTML
  // and the outline, since the page shows the title above the text.
  std::string_view title;
  // kPost only: relative addresses. Must outlive the Document. Without it, or without an entry, an
  // address is resolved against `base_url`.
  const References* references = nullptr;
  // Prefix of relative addresses, such as "/blog/posts/2026-trip/"; may be "".
  std::string_view base_url;
  // kPost only: pictures, sound and film of other hosts are shown; without, they become links, so that
  // reading a page contacts nobody but its own host.
  bool remote_media = true;
};

// One heading, for tables of contents. `text` is plain; `id` is unique in the document.
struct Heading {
  int level = 1;
  std::string id;
  std::string text;
};

// An address within the site found in a post, relative or from the root, for link checks and for filling
// References.
struct ReferenceUse {
  enum class Kind { kLink, kImage, kWikilink } kind = Kind::kLink;
  std::string address;  // as written, unescaped: the key of References
  int line = 0;         // 1-based, counted from the first line of the Markdown that was given
};

// An element in raw HTML that is not on the list of harmless ones, by its name in small letters; line as above.
struct ForeignElement {
  std::string name;
  int line = 0;
};

// A parsed Markdown text. Parsing never fails: any bytes are a document (ill-formed UTF-8 becomes U+FFFD).
// Time and memory are linear in the input. Quotes, lists and the like nest at most 100 deep, and emphasis
// and the like at most 200: deeper markers are text, deeper emphasis is left out. Movable, not copyable; the input need not outlive it.
class Document {
 public:
  static Document Parse(std::string_view markdown, const MarkdownOptions& options);
  Document(Document&&) noexcept;
  Document& operator=(Document&&) noexcept;
  ~Document();

  // Appends the body as HTML: only elements of our own (and, by HtmlMode, of the author).
  void AppendHtml(std::string& out) const;
  std::string Html() const;

  // Headings in document order. Ids are those in the HTML.
  std::vector<Heading> Outline() const;
  // Visible text with its sections, for indexing and for snippets.
  PlainText Text() const;
  // Text of the first heading of level 1 or 2 if one comes before any paragraph; "" otherwise.
  std::string FirstHeading() const;
  // Plain text of what stands before `<!-- more -->`, else of the first paragraph that has more than
  // pictures; "" if there is neither.
  std::string Excerpt() const;
  // Those in raw HTML too, where it is written anew. Of the page itself ("#part"), those in Markdown.
  std::vector<ReferenceUse> RelativeReferences() const;
  // What "#…" may lead to, besides headings and footnotes.
  std::vector<std::string> HtmlIds() const;
  // Those that are shown as text, in HtmlMode::kSafe.
  std::vector<ForeignElement> ForeignElements() const;
  // Limits that were hit; paths are empty, lines as in ReferenceUse.
  Diagnostics notes() const;

 private:
  struct State;
  explicit Document(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace broadsheet
