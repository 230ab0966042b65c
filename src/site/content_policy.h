#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

// The content policy in the <meta> of a page template; "" when it has none.
std::string_view ContentPolicyOf(std::string_view html);

// The template with a policy that lets pictures, sound and film come from other hosts too, by https.
std::string AllowRemoteMedia(std::string_view html);

}  // namespace broadsheet
