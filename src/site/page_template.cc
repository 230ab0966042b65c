#include "site/page_template.h"

#include <algorithm>

#include "view/html.h"

namespace broadsheet {
namespace {

struct Slot {
  size_t begin;
  size_t end;  // the template's bytes that are replaced
  std::string_view PageParts::*part;
  bool escape;
};

std::string WithBase(std::string_view html, std::string_view base) {
  constexpr std::string_view kAddress = "=\"broadsheet/";
  std::string out;
  size_t done = 0;
  for (size_t at = html.find(kAddress); at != std::string_view::npos;
       at = html.find(kAddress, done)) {
    out += html.substr(done, at + 2 - done);
    out += base;
    done = at + 2;
  }
  return out.append(html.substr(done));
}

std::string Escaped(std::string_view text) {
  HtmlWriter html;
  html.Text(text);
  return html.Take();
}

Error Lacks(std::string_view what) {
  return {ErrorCode::kInvalidInput,
          "the page template lacks " + std::string(what) + "; take web/index.html",
          {},
          0};
}

}  // namespace

Result<PageTemplate> PageTemplate::Parse(std::string_view html, std::string_view base) {
  std::vector<Slot> slots;
  const auto add_text = [&](std::string_view before, std::string_view text, auto part) {
    const size_t at = html.find(std::string(before) + std::string(text));
    if (at != std::string_view::npos) {
      slots.push_back({at + before.size(), at + before.size() + text.size(), part, true});
    }
    return at != std::string_view::npos;
  };
  if (!add_text("<html lang=\"", "en", &PageParts::language)) return Lacks("<html lang=\"en\">");
  if (!add_text(">", "Skip to content", &PageParts::skip_link))
    return Lacks("its link to the content");

  struct Marker {
    const char* name;
    std::string_view PageParts::*part;
  };
  for (const Marker& marker :
       {Marker{"head", &PageParts::head}, Marker{"header", &PageParts::header},
        Marker{"main", &PageParts::main}, Marker{"footer", &PageParts::footer}}) {
    const std::string open = std::string("<!--broadsheet:") + marker.name + "-->";
    const std::string close = std::string("<!--/broadsheet:") + marker.name + "-->";
    const size_t begin = html.find(open);
    const size_t end = html.find(close, begin == std::string_view::npos ? 0 : begin);
    if (begin == std::string_view::npos || end == std::string_view::npos)
      return Lacks(open + "…" + close);
    slots.push_back({begin, end + close.size(), marker.part, false});
  }

  std::sort(slots.begin(), slots.end(),
            [](const Slot& a, const Slot& b) { return a.begin < b.begin; });
  PageTemplate page;
  size_t done = 0;
  for (const Slot& slot : slots) {
    page.pieces_.push_back(
        {WithBase(html.substr(done, slot.begin - done), base), slot.part, slot.escape});
    done = slot.end;
  }
  page.pieces_.push_back({WithBase(html.substr(done), base), nullptr, false});
  return page;
}

std::string PageTemplate::Fill(const PageParts& parts) const {
  std::string out;
  out.reserve(parts.main.size() + 8192);
  for (const Piece& piece : pieces_) {
    out += piece.html;
    if (piece.slot == nullptr) continue;
    if (piece.escape) {
      out += Escaped(parts.*piece.slot);
    } else {
      out += parts.*piece.slot;
    }
  }
  return out;
}

}  // namespace broadsheet
