#include "site/page_template.h"

#include <catch_amalgamated.hpp>

#include "site/site_fixture.h"

namespace broadsheet {
namespace {

TEST_CASE("a template is filled at its markers") {
  const auto page = PageTemplate::Parse(kTestTemplate, "/b/");
  REQUIRE(page.ok());
  PageParts parts;
  parts.language = "de\"";
  parts.skip_link = "<Zum> Inhalt";
  parts.head = "H";
  parts.header = "A";
  parts.main = "M";
  parts.footer = "F";
  CHECK(page->Fill(parts) ==
        "<html lang=\"de&quot;\">H<link href=\"/b/broadsheet/a.css\"><a>&lt;Zum&gt; "
        "Inhalt</a>A<main>M</main>F</html>");
}

TEST_CASE("a template without a marker is refused by name") {
  for (const char* marker :
       {"<!--broadsheet:head-->", "<!--/broadsheet:main-->", "<html lang=\"en\">"}) {
    std::string html(kTestTemplate);
    html.erase(html.find(marker), std::string(marker).size());
    INFO(marker);
    CHECK(!PageTemplate::Parse(html, "/").ok());
  }
}

}  // namespace
}  // namespace broadsheet
