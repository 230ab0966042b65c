#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

// A kind of what pages load, by its name in site.json and its directive in a content policy
// (Content Security Policy Level 3).
struct HostKind {
  std::string_view name;
  std::string_view directive;
};
inline constexpr HostKind kHostKinds[] = {{"scripts", "script-src"},
                                          {"styles", "style-src"},
                                          {"fonts", "font-src"},
                                          {"frames", "frame-src"},
                                          {"connections", "connect-src"}};

// A host other than the site's own that pages may use.
struct AllowedHost {
  std::string_view directive;  // of kHostKinds
  std::string origin;          // "https://giscus.app"; "https://*.example.com" for all below it
};

// Whether the text is an origin by https, or by http on the writer's own machine; nothing else may
// stand in a policy.
bool IsOrigin(std::string_view text);

// The content policy in the <meta> of a page template; "" when it has none.
std::string_view ContentPolicyOf(std::string_view html);

// The template with a policy that lets pictures, sound and film come from other hosts too, by https.
std::string AllowRemoteMedia(std::string_view html);

// The template with a policy that lets these hosts in. One that may send scripts puts an end to Trusted
// Types, of which such scripts know nothing.
std::string AllowHosts(std::string_view html, const std::vector<AllowedHost>& hosts);

}  // namespace broadsheet
