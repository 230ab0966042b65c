#include "markdown/raw_html.h"

#include <algorithm>
#include <array>
#include <string>

#include "markdown/heading_id.h"
#include "markdown/html_allowed.h"
#include "markdown/html_tag.h"
#include "markdown/link_writer.h"
#include "markdown/text_scan.h"

namespace broadsheet {
namespace {

// So many tags without an end are looked for in one piece of HTML; the rest of it is text.
constexpr int kMostBrokenTags = 32;

// GFM 0.29 §6.11.
constexpr std::array<std::string_view, 9> kDisallowed = {
    "title", "textarea", "style", "xmp", "iframe", "noembed", "noframes", "script", "plaintext"};

bool IsDisallowedTag(std::string_view html) {
  std::string_view name = html.substr(1);
  if (!name.empty() && name.front() == '/') name.remove_prefix(1);
  for (const std::string_view tag : kDisallowed) {
    if (!StartsWithIgnoringCase(name, tag)) continue;
    if (name.size() == tag.size()) return true;
    const char after = name[tag.size()];
    if (IsSpace(after) || after == '>' || after == '/') return true;
  }
  return false;
}

bool IsHeading(std::string_view name) {
  return name.size() == 2 && name[0] == 'h' && IsDigit(name[1]);
}

}  // namespace

void RawHtml::PutInline(std::string_view html) {
  if (options_.html == HtmlMode::kNone) {
    sink_.Escape(html);
  } else if (options_.html == HtmlMode::kSafe) {
    PutSafe(html);
  } else {
    PutFiltered(html);
  }
}

void RawHtml::PutBlock(std::string_view html) {
  if (options_.html != HtmlMode::kNone) return PutInline(html);
  sink_.Put("<p>");
  sink_.Escape(TrimRight(html));
  sink_.Put("</p>\n");
}

void RawHtml::PutFiltered(std::string_view html) {
  if (options_.dialect != Dialect::kGfm) return sink_.Put(html);
  while (!html.empty()) {
    const size_t text = std::min(html.find('<'), html.size());
    sink_.Put(html.substr(0, text));
    html.remove_prefix(text);
    if (html.empty()) return;
    sink_.Put(IsDisallowedTag(html) ? "&lt;" : "<");
    html.remove_prefix(1);
  }
}

void RawHtml::PutSafe(std::string_view html) {
  int broken_tags = 0;
  HtmlTag tag;
  while (!html.empty()) {
    const size_t text = std::min(html.find('<'), html.size());
    PutText(html.substr(0, text));
    html.remove_prefix(text);
    if (html.empty()) return;
    if (StartsWith(html, "<!--")) {
      const size_t end = html.find("-->", 2);
      html.remove_prefix(end == std::string_view::npos ? html.size() : end + 3);
      continue;
    }
    const bool whole = broken_tags < kMostBrokenTags && ReadHtmlTag(html, tag);
    if (!whole) ++broken_tags;
    const AllowedElement element = whole ? FindAllowedElement(tag.name) : AllowedElement();
    if (element.name.empty()) {
      sink_.Put("&lt;");
      html.remove_prefix(1);
      continue;
    }
    if (tag.is_end) {
      PutEndTag(element.name);
    } else {
      PutStartTag(element, tag);
    }
    html.remove_prefix(tag.size);
  }
}

void RawHtml::PutText(std::string_view text) {
  if (text.find('&') == std::string_view::npos) return sink_.Escape(text);
  sink_.Escape(ResolveReferences(text));
}

void RawHtml::PutStartTag(const AllowedElement& element, const HtmlTag& tag) {
  const std::string_view name = element.name;
  if (name == "a" && IsInLink()) return;
  if (!MakeRoom(element)) return;
  if (!options_.remote_media && PutMediaLink(name, tag)) return;
  constexpr size_t kDeepest = 100;
  if (open_.size() >= kDeepest) return;
  sink_.Put('<');
  sink_.Put(name);
  PutAttributes(name, tag);
  if (element.is_void) return sink_.Put(" />");
  sink_.Put('>');
  open_.push_back({name, level_});
}

// A link in the place of media of another host; false when `tag` is not of that kind.
bool RawHtml::PutMediaLink(std::string_view name, const HtmlTag& tag) {
  const LinkWriter links(options_, sink_);
  std::string url;
  std::string text;
  for (const HtmlAttribute& attribute : tag) {
    const AllowedAttribute allowed = FindAllowedAttribute(name, attribute.name);
    if (allowed.name == "alt") text = ResolveReferences(attribute.value);
    if (allowed.name == "src") url = ResolveReferences(attribute.value);
  }
  if (!links.IsBarredMedia(url)) return false;
  if (name == "track") return true;
  // Nobody sees what stands within a player.
  if (name == "source") PutEndTag(IsOpen("video") ? "video" : "audio");
  links.OpenMediaLink(url, IsInLink());
  sink_.Escape(text.empty() ? url : text);
  links.CloseMediaLink(IsInLink());
  return true;
}

void RawHtml::PutAttributes(std::string_view name, const HtmlTag& tag) {
  const LinkWriter links(options_, sink_);
  bool has_id = false;
  std::string resolved;
  for (const HtmlAttribute& attribute : tag) {
    const AllowedAttribute allowed = FindAllowedAttribute(name, attribute.name);
    std::string_view value = attribute.value;
    if (value.find('&') != std::string_view::npos) value = resolved = ResolveReferences(value);
    switch (allowed.kind) {
      case AttributeKind::kForbidden:
        break;
      case AttributeKind::kText:
        sink_.Attribute(allowed.name, value);
        break;
      case AttributeKind::kFlag:
        sink_.Attribute(allowed.name, "");
        break;
      case AttributeKind::kId:
        if (value.empty() || has_id) break;
        sink_.Attribute("id", SafeId(value));
        has_id = true;
        break;
      case AttributeKind::kLink:
        links.Put(allowed.name, value, UrlUse::kLink);
        break;
      case AttributeKind::kImage:
        if (!links.IsBarredMedia(value)) links.Put(allowed.name, value, UrlUse::kImage);
        break;
      case AttributeKind::kMedia:
        links.Put(allowed.name, value, UrlUse::kMedia);
        break;
      case AttributeKind::kImageSet:
        links.PutImageSet(allowed.name, value);
        break;
    }
  }
}

// What a browser would close at this tag is closed here: otherwise the end tags that follow would close
// what stands around the text. False when the element cannot stand here.
bool RawHtml::MakeRoom(const AllowedElement& element) {
  const std::string_view name = element.name;
  if (name == "table") return !IsInTable();
  if (IsHeading(name)) {
    return !in_heading_ && std::none_of(open_.begin(), open_.end(), [](const OpenElement& open) {
      return IsHeading(open.name);
    });
  }
  const ElementPlace* const place = element.place;
  if (place == nullptr) return true;
  size_t end = open_.size();
  for (size_t i = end; i > 0 && open_[i - 1].level == level_; --i) {
    if (Lists(place->closes, open_[i - 1].name)) end = i - 1;
    if (!Lists(place->within, open_[i - 1].name)) continue;
    if (end != i) return false;
    while (open_.size() > end) CloseLast();
    return true;
  }
  return false;
}

// Whether a table is open, and none of its cells is.
bool RawHtml::IsInTable() const {
  for (size_t i = open_.size(); i > 0; --i) {
    const std::string_view name = open_[i - 1].name;
    if (name == "table") return true;
    if (name == "td" || name == "th" || name == "caption") return false;
  }
  return false;
}

void RawHtml::LeaveTable() {
  while (IsInTable() && open_.back().level == level_) CloseLast();
}

void RawHtml::PutEndTag(std::string_view name) {
  size_t i = open_.size();
  while (i > 0 && open_[i - 1].level == level_ && open_[i - 1].name != name) --i;
  if (i == 0 || open_[i - 1].level != level_) return;
  while (open_.size() >= i) CloseLast();
}

void RawHtml::CloseLevel() {
  while (!open_.empty() && open_.back().level >= level_) CloseLast();
}

void RawHtml::CloseLast() {
  sink_.Put("</");
  sink_.Put(open_.back().name);
  sink_.Put('>');
  open_.pop_back();
}

bool RawHtml::IsOpen(std::string_view name) const {
  return std::any_of(open_.begin(), open_.end(),
                     [name](const OpenElement& element) { return element.name == name; });
}

}  // namespace broadsheet
