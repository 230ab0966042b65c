#include "site/template_address.h"

#include <catch_amalgamated.hpp>

namespace broadsheet {
namespace {

// "rooted about/ #x", "file 2020-01-02-a de", "unknown", "plain"
std::string Read(std::string_view address) {
  const TemplateAddress read = ReadTemplateAddress(address);
  constexpr const char* kKinds[] = {"plain", "unknown", "rooted", "file"};
  std::string out = kKinds[static_cast<int>(read.kind)];
  for (const std::string& part : {read.path, read.suffix, read.language}) {
    if (!part.empty() && read.kind != TemplateAddress::Kind::kUnknown) out += " " + part;
  }
  return out;
}

TEST_CASE("calls of other generators in addresses") {
  struct Case {
    const char* address;
    const char* expected;
  };
  const Case cases[] = {
      {"a/b.md", "plain"},
      {"{x}", "plain"},
      {"{% post_url 2020-01-02-a %}", "file 2020-01-02-a"},
      {"{%- post_url sub/2020-01-02-a -%}#b", "file sub/2020-01-02-a #b"},
      {"{{ site.baseurl }}{% post_url 2020-01-02-a %}", "file 2020-01-02-a"},
      {"{% link _posts/2020-01-02-a.md %}", "file _posts/2020-01-02-a.md"},
      {"{% link assets/a.pdf %}", "rooted assets/a.pdf"},
      {"{{ site.baseurl }}/a/?b#c", "rooted a/ ?b#c"},
      {"{{site.url}}{{site.baseurl}}/a", "rooted a"},
      {"/{{ site.baseurl }}/a", "rooted a"},
      {"{{ '/a/' | relative_url }}", "rooted a/"},
      {"{{ \"a|b\" | prepend: site.baseurl | absolute_url }}#c", "rooted a|b #c"},
      {"{{ 'b.png' | prepend: '/a/' | append: '?c' }}", "rooted a/b.png ?c"},
      {"{{ '/a' | url }}", "rooted a"},
      {"{{ get_url(path=\"@/a/b.md\") }}", "file @/a/b.md"},
      {"{{ get_url(path='c.png') }}", "rooted c.png"},
      {"{{< ref \"a.md#b\" >}}", "file a.md #b"},
      {"{{< relref `a` >}}#b", "file a #b"},
      {"{{% ref path=\"/s/a.md\" lang=\"de\" %}}", "file s/a.md de"},
      {"{{< figure src=\"a.png\" >}}", "unknown"},
      {"{{ page.url }}", "unknown"},
      {"{{ '/a' | slugify }}", "unknown"},
      {"{% include a.html %}", "unknown"},
      {"{% post_url", "unknown"},
      {"{{", "unknown"},
      {"x{{ site.baseurl }}/a", "unknown"},
  };
  for (const Case& row : cases) {
    INFO(row.address);
    CHECK(Read(row.address) == row.expected);
  }
}

}  // namespace
}  // namespace broadsheet
