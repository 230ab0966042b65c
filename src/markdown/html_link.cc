#include <string>

#include "markdown/body_writer.h"
#include "markdown/heading_id.h"

namespace broadsheet {

void BodyWriter::EnterLink(const cmark_node* node) {
  const std::string_view url = View(node->as.link.url);
  raw_.EnterLink();
  sink_.Put("<a");
  links_.Put("href", url, UrlUse::kLink);
  if (node->as.link.title.len > 0) sink_.Attribute("title", View(node->as.link.title));
  if (node->user_data != nullptr) PutAttributes(node);
  if (post() && IsExternalUrl(url)) sink_.Put(" rel=\"external\"");
  sink_.Put('>');
}

void BodyWriter::PutImage(const cmark_node* node, bool with_title) {
  const std::string_view url = View(node->as.link.url);
  if (links_.IsBarredMedia(url)) return PutMediaLink(node);
  const Reference* const reference = links_.Find(url);
  sink_.Put("<img");
  links_.Put("src", url, UrlUse::kImage);
  sink_.Put(" alt=\"");
  PutAlternativeText(node);
  sink_.Put('"');
  if (with_title && node->as.link.title.len > 0)
    sink_.Attribute("title", View(node->as.link.title));
  const Attributes* const attributes = FindAttributes(node);
  const bool sized = attributes != nullptr && attributes->pairs != nullptr;
  if (reference != nullptr && reference->width > 0 && reference->height > 0 && !sized) {
    sink_.Put(" width=\"");
    sink_.PutNumber(reference->width);
    sink_.Put("\" height=\"");
    sink_.PutNumber(reference->height);
    sink_.Put('"');
  }
  PutAttributes(node);
  sink_.Put(post() ? " loading=\"lazy\" decoding=\"async\" />" : " />");
}

void BodyWriter::PutMediaLink(const cmark_node* image) {
  const std::string_view url = View(image->as.link.url);
  links_.OpenMediaLink(url, raw_.IsInLink());
  const size_t before = sink_.size();
  PutAlternativeText(image);
  if (sink_.size() == before) sink_.Escape(url);
  links_.CloseMediaLink(raw_.IsInLink());
}

void BodyWriter::PutAlternativeText(const cmark_node* image) {
  for (const cmark_node* node = NextNode(image, image); node != nullptr;
       node = NextNode(node, image)) {
    switch (node->type) {
      case CMARK_NODE_TEXT:
      case CMARK_NODE_CODE:
      case kMath:
        sink_.Escape(View(node->as.literal));
        break;
      case CMARK_NODE_SOFTBREAK:
      case CMARK_NODE_LINEBREAK:
        sink_.Put(' ');
        break;
      default:
        break;
    }
  }
}

bool BodyWriter::EnterWikilink(const cmark_node* node) {
  const std::string_view key = View(node->as.link.url);
  const std::string_view section = View(node->as.link.title);
  const std::string_view target = key.substr(2, key.size() - 4);
  const Reference* const reference = links_.Find(key);
  const bool here = target.empty() && !section.empty();
  const bool found = here || (reference != nullptr && !reference->url.empty());
  sink_.Put(found ? "<a class=\"wikilink\" href=\"" : "<span class=\"wikilink missing\">");
  if (found) {
    if (!here) sink_.EscapeUrl(reference->url);
    if (!section.empty()) {
      sink_.Put('#');
      sink_.EscapeUrl(SafeId(HeadingSlug(section)));
    }
    sink_.Put("\">");
  }
  if (node->first_child != nullptr) {
    for (const cmark_node* text = node->first_child; text != nullptr; text = text->next) {
      sink_.Escape(View(text->as.literal));
    }
  } else if (!target.empty()) {
    sink_.Escape(reference != nullptr && !reference->title.empty() ? reference->title : target);
    if (!section.empty()) sink_.Put(" › ");
  }
  if (node->first_child == nullptr) sink_.Escape(section);
  sink_.Put(found ? "</a>" : "</span>");
  return false;
}

}  // namespace broadsheet
