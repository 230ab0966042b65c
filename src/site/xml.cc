#include "site/xml.h"

#include <cassert>

#include "base/utf8.h"

namespace broadsheet {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

// What stands for the character of `size` bytes at `text`, or "" when it may stand for itself.
std::string_view Substitute(std::string_view text) {
  const auto byte = static_cast<unsigned char>(text[0]);
  switch (byte) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\r':
      return "&#13;";
    case '\t':
    case '\n':
      return {};
    default:
      break;
  }
  if (byte < 0x20) return kReplacement;
  const std::string_view three = text.substr(0, 3);
  return three == "\xEF\xBF\xBE" || three == "\xEF\xBF\xBF" ? kReplacement : std::string_view();
}

}  // namespace

XmlWriter::XmlWriter() : out_("<?xml version=\"1.0\" encoding=\"utf-8\"?>") {}

XmlWriter& XmlWriter::Open(std::string_view name) {
  FinishTag();
  const bool beside_text = !levels_.empty() && levels_.back().holds == Holds::kText;
  if (!beside_text) NewLine();
  if (!levels_.empty() && !beside_text) levels_.back().holds = Holds::kElements;
  out_ += '<';
  out_ += name;
  levels_.push_back({std::string(name), Holds::kNothing});
  in_tag_ = true;
  return *this;
}

XmlWriter& XmlWriter::Attribute(std::string_view name, std::string_view value) {
  assert(in_tag_);
  out_ += ' ';
  out_ += name;
  out_ += "=\"";
  Escape(value);
  out_ += '"';
  return *this;
}

XmlWriter& XmlWriter::Text(std::string_view text) {
  assert(!levels_.empty());
  if (text.empty()) return *this;
  FinishTag();
  levels_.back().holds = Holds::kText;
  Escape(text);
  return *this;
}

XmlWriter& XmlWriter::Close() {
  assert(!levels_.empty());
  const Level level = std::move(levels_.back());
  levels_.pop_back();
  if (level.holds == Holds::kNothing) {
    out_ += "/>";
  } else {
    if (level.holds == Holds::kElements) NewLine();
    out_ += "</" + level.name + ">";
  }
  in_tag_ = false;
  if (levels_.empty()) out_ += '\n';
  return *this;
}

XmlWriter& XmlWriter::Element(std::string_view name, std::string_view text) {
  return text.empty() ? *this : Open(name).Text(text).Close();
}

void XmlWriter::FinishTag() {
  if (in_tag_) out_ += '>';
  in_tag_ = false;
}

void XmlWriter::NewLine() {
  out_ += '\n';
  out_.append(2 * levels_.size(), ' ');
}

void XmlWriter::Escape(std::string_view text) {
  std::string valid;
  if (!IsValidUtf8(text)) {
    valid = ToValidUtf8(text);
    text = valid;
  }
  size_t done = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    const std::string_view substitute = Substitute(text.substr(i));
    if (substitute.empty()) continue;
    out_ += text.substr(done, i - done);
    out_ += substitute;
    // Of what is replaced, only the two noncharacters are longer than a byte.
    done = i + (static_cast<unsigned char>(text[i]) == 0xEF ? 3 : 1);
    i = done - 1;
  }
  out_ += text.substr(done);
}

}  // namespace broadsheet
