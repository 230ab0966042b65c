#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace broadsheet {

// Builds HTML. The only place of this layer where text becomes markup: what passes through Text or
// Attribute can neither open an element nor end an attribute, whatever it holds.
class HtmlWriter {
 public:
  // Markup of our own, or a body that Document has made safe; taken as it is.
  HtmlWriter& Raw(std::string_view markup);
  HtmlWriter& Text(std::string_view text);
  // ` name="value"`; `name` is one of ours.
  HtmlWriter& Attribute(std::string_view name, std::string_view value);
  // As Attribute, but nothing when `value` is empty.
  HtmlWriter& OptionalAttribute(std::string_view name, std::string_view value);

  std::string Take() { return std::move(out_); }

 private:
  void Escape(std::string_view text);

  std::string out_;
};

}  // namespace broadsheet
