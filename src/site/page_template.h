#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace broadsheet {

// What differs from page to page. All but the first two are HTML.
struct PageParts {
  std::string_view language;   // of the site
  std::string_view skip_link;  // plain text
  std::string_view head;       // <title> and all that follows it
  std::string_view header;
  std::string_view main;
  std::string_view footer;
};

// web/index.html, cut at its markers. A marker pair `<!--broadsheet:main-->…<!--/broadsheet:main-->` is
// replaced with all that it encloses (head, header, main, footer; each once); so are `<html lang="en">`,
// the words `Skip to content`, and the start of each address `="broadsheet/`, which gets the base.
class PageTemplate {
 public:
  // The Error names what the template lacks.
  static Result<PageTemplate> Parse(std::string_view html, std::string_view base);

  std::string Fill(const PageParts& parts) const;

 private:
  struct Piece {
    std::string html;                             // what stands before the slot
    std::string_view PageParts::*slot = nullptr;  // null after the last
    bool escape = false;
  };
  std::vector<Piece> pieces_;
};

}  // namespace broadsheet
