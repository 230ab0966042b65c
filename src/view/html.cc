#include "view/html.h"

namespace broadsheet {
namespace {

std::string_view EntityFor(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\0':
      return "\xEF\xBF\xBD";  // a NUL in HTML is a parse error; browsers differ on it
    default:
      return {};
  }
}

}  // namespace

HtmlWriter& HtmlWriter::Raw(std::string_view markup) {
  out_ += markup;
  return *this;
}

HtmlWriter& HtmlWriter::Text(std::string_view text) {
  Escape(text);
  return *this;
}

HtmlWriter& HtmlWriter::Attribute(std::string_view name, std::string_view value) {
  out_ += ' ';
  out_ += name;
  out_ += "=\"";
  Escape(value);
  out_ += '"';
  return *this;
}

HtmlWriter& HtmlWriter::OptionalAttribute(std::string_view name, std::string_view value) {
  return value.empty() ? *this : Attribute(name, value);
}

void HtmlWriter::Escape(std::string_view text) {
  size_t done = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    const std::string_view entity = EntityFor(text[i]);
    if (entity.empty()) continue;
    out_ += text.substr(done, i - done);
    out_ += entity;
    done = i + 1;
  }
  out_ += text.substr(done);
}

}  // namespace broadsheet
