#include "site/content_policy.h"

#include <algorithm>

#include "base/ascii.h"

namespace broadsheet {
namespace {

// A policy taken apart, to be changed and put into its page again.
class Policy {
 public:
  explicit Policy(std::string_view html) : html_(html), old_(ContentPolicyOf(html)) {
    std::string_view rest = old_;
    while (!rest.empty()) {
      const size_t end = std::min(rest.find(';'), rest.size());
      std::string_view directive = rest.substr(0, end);
      directive.remove_prefix(std::min(directive.find_first_not_of(' '), directive.size()));
      if (!directive.empty()) directives_.emplace_back(directive);
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }

  // One more source for a directive, which is added if there is none.
  void Allow(std::string_view name, std::string_view source) {
    const auto at = Find(name);
    if (at == directives_.end()) {
      directives_.push_back(std::string(name) + " " + std::string(source));
    } else {
      at->append(" ").append(source);
    }
  }

  void Remove(std::string_view name) {
    if (const auto at = Find(name); at != directives_.end()) directives_.erase(at);
  }

  std::string Page() const {
    if (old_.empty()) return std::string(html_);
    const size_t begin = static_cast<size_t>(old_.data() - html_.data());
    std::string out(html_.substr(0, begin));
    for (const std::string& directive : directives_) {
      if (&directive != &directives_.front()) out += "; ";
      out += directive;
    }
    return out.append(html_.substr(begin + old_.size()));
  }

 private:
  std::vector<std::string>::iterator Find(std::string_view name) {
    return std::find_if(directives_.begin(), directives_.end(),
                        [name](const std::string& directive) {
                          return directive.starts_with(name) &&
                                 (directive.size() == name.size() || directive[name.size()] == ' ');
                        });
  }

  std::string_view html_;
  std::string_view old_;
  std::vector<std::string> directives_;
};

}  // namespace

bool IsOrigin(std::string_view text) {
  const size_t scheme_end = text.find("//");
  if (scheme_end == std::string_view::npos) return false;
  const std::string_view scheme = text.substr(0, scheme_end);
  text.remove_prefix(scheme_end + 2);
  const size_t colon = text.find(':');
  const std::string_view host = text.substr(0, colon);
  const bool is_own_machine = host == "localhost" || host == "127.0.0.1";
  if (scheme != "https:" && !(scheme == "http:" && is_own_machine)) return false;
  if (colon != std::string_view::npos) {
    const std::string_view port = text.substr(colon + 1);
    if (port.empty() || !std::all_of(port.begin(), port.end(), IsAsciiDigit)) return false;
  }
  const std::string_view name = host.substr(host.starts_with("*.") ? 2 : 0);
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return IsAsciiDigit(c) || IsAsciiLetter(c) || c == '-' || c == '.';
  });
}

std::string_view ContentPolicyOf(std::string_view html) {
  constexpr std::string_view kStart = "<meta http-equiv=\"Content-Security-Policy\" content=\"";
  const size_t at = html.find(kStart);
  if (at == std::string_view::npos) return {};
  html.remove_prefix(at + kStart.size());
  return html.substr(0, html.find('"'));
}

std::string AllowRemoteMedia(std::string_view html) {
  Policy policy(html);
  policy.Allow("img-src", "https:");
  policy.Allow("media-src", "https:");
  return policy.Page();
}

std::string AllowHosts(std::string_view html, const std::vector<AllowedHost>& hosts) {
  Policy policy(html);
  for (const AllowedHost& host : hosts) {
    policy.Allow(host.directive, host.origin);
    if (host.directive != "script-src") continue;
    policy.Remove("require-trusted-types-for");
    policy.Remove("trusted-types");
  }
  return policy.Page();
}

}  // namespace broadsheet
