#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

// What an address with calls of another generator's templates stands for: "{% post_url 2020-01-02-a %}#b",
// "{{ site.baseurl }}/c/", "{{ '/d.png' | relative_url }}", "{{< ref \"e.md\" >}}".
struct TemplateAddress {
  enum class Kind {
    kPlain,    // holds no call
    kUnknown,  // holds one that only the other generator can work out
    kRooted,   // `path` starts from the site's root
    kFile,     // `path` names a post's file, by its name and some or none of its folders
  };
  Kind kind = Kind::kPlain;
  std::string path;      // decoded as little as it was written; no '/' at its start
  std::string suffix;    // "?…" and "#…", as written; or ""
  std::string language;  // that Hugo's `lang=` asks for; or ""
};
TemplateAddress ReadTemplateAddress(std::string_view address);

}  // namespace broadsheet
