#include "site/summary.h"

#include <catch_amalgamated.hpp>

#include "site/manuscript.h"

namespace broadsheet {
namespace {

std::string Summary(const std::string& file) {
  return ReadManuscript(SiteConfig(), "a.md", file).value().post.summary;
}

TEST_CASE("a written summary is plain text") {
  CHECK(Summary("---\nsummary: 'Uma **tabela** em [LaTeX](https://x.org) &amp; <em>mais</em> {{ "
                "site.title }}.'\n---\n") == "Uma tabela em LaTeX & mais .");
  CHECK(Summary("---\nexcerpt: '*Systems* programming'\n---\n") == "Systems programming");
  CHECK(Summary("---\ndescription: '2 * 3, a_b_c, C# & {x}'\n---\n") == "2 * 3, a_b_c, C# & {x}");
}

TEST_CASE("templates are no summary") {
  CHECK(Summary("{{< toc >}}\n\nText.") == "Text.");
  CHECK(Summary("{% include video.html id=1 %} Text {# note #} goes on.") == "Text goes on.");
  CHECK(Summary("{{< alert >}}Beware.{{< /alert >}}") == "Beware.");
  CHECK(Summary("<p>Only <b>HTML</b>.</p>") == "Only HTML.");
}

}  // namespace
}  // namespace broadsheet
