#include "site/template_tag.h"

#include <catch_amalgamated.hpp>

namespace broadsheet {
namespace {

std::string Tags(std::string_view markdown) {
  std::string out;
  for (const TemplateTag& tag : FindTemplateTags(markdown, 10)) {
    out += (out.empty() ? "" : ", ") + tag.kind + "@" + std::to_string(tag.line);
  }
  return out;
}

TEST_CASE("template tags are found with their lines, and code is left alone") {
  struct Case {
    std::string_view markdown;
    std::string_view expected;
  };
  const Case cases[] = {
      {"plain {text} {", ""},
      {"{{< figure src=\"a.png\" >}}", "{{< figure >}}@10"},
      {"a\n\n{{% note %}}\nx\n{{% /note %}}", "{{% note %}}@12"},
      {"{% highlight ruby linenos %}\nx\n{% endhighlight %}", "{% highlight %}@10"},
      {"{%- include x.html -%} {{ page.title | escape }}", "{% include %}@10, {{ page.title }}@10"},
      {"![a]({{ site.baseurl }}/a.png)", "{{ site.baseurl }}@10"},
      {"{{<tweet\n 123\n>}} {{ x }}", "{{< tweet >}}@10, {{ x }}@12"},
      {"`{{ code }}` and ``{% a ` b %}`` {{ x }}", "{{ x }}@10"},
      {"```\n{{ code }}\n```\n{{ x }}", "{{ x }}@13"},
      {"~~~liquid\n{% a %}\n```\n~~~\n{% b %}", "{% b %}@14"},
      {"> ```\n> {{ code }}\n> ```\n{{ x }}", "{{ x }}@13"},
      {"```\n{{ never closed }}", ""},
      {"` alone {{ x }}", "{{ x }}@10"},
      {"{{}} {{ 'text' }} {% %} {{ 1 + 1", ""},
      {"{{ {{ x }}", "{{ x }}@10"},
      {"{::comment}\nx\n{:/comment}\n{: .class}", "{:: comment }@10"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.markdown);
    CHECK(Tags(c.markdown) == c.expected);
  }
}

TEST_CASE("each kind of tag is told of once") {
  TemplateTagSummary summary;
  summary.Add("a.md", FindTemplateTags("{{< x >}}\n{% y %}\n{{< x >}}", 1));
  summary.Add("b.md", FindTemplateTags("{{< x >}}", 1));
  const Diagnostics notes = summary.Notes();
  REQUIRE(notes.size() == 2);
  CHECK(notes[0].ToString() ==
        "a.md:1: the template tag {{< x >}} is shown as text (3 times in 2 posts); replace it by "
        "Markdown");
  CHECK(notes[1].ToString() ==
        "a.md:2: the template tag {% y %} is shown as text (once); replace it by Markdown");
}

}  // namespace
}  // namespace broadsheet
