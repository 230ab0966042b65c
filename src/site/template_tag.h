#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace broadsheet {

// A call that another generator's templates would have filled in: "{{< figure … >}}" (Hugo),
// "{% include … %}" (Jekyll, Zola), "{{ page.title }}"; or an element of HTML that other generators let pass.
// Here it is text.
struct TemplateTag {
  std::string
      kind;  // "{{< figure >}}", "{% include %}", "{{ page.title }}", "<iframe>": without arguments
  int line = 0;  // 1-based, counted from `first_line`
};

// Those in `markdown`, in order; closing tags ("{% endraw %}", "{{< /figure >}}") and what stands in code
// are passed over. Linear.
std::vector<TemplateTag> FindTemplateTags(std::string_view markdown, int first_line);

// A text without such calls and without comments of templates ("{# … #}"), closing ones too; of a summary, where
// it does not matter what is code.
std::string WithoutTemplateTags(std::string_view text);

// Tags of all posts, one note a kind: how often, in how many posts, and where first.
class TemplateTagSummary {
 public:
  void Add(std::string_view path, const std::vector<TemplateTag>& tags);
  // By kind, the most frequent first.
  Diagnostics Notes() const;

 private:
  struct Kind {
    std::string name;
    std::string first_path;
    int first_line = 0;
    std::string last_path;
    int count = 0;
    int posts = 0;
  };
  std::vector<Kind> kinds_;
};

}  // namespace broadsheet
