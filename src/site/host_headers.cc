#include "site/host_headers.h"

namespace broadsheet {

std::string HostHeaders(std::string_view base, std::string_view content_policy,
                        const std::vector<FileType>& types) {
  std::string out;
  const auto rule = [&](std::string_view path, std::string_view header, std::string_view value) {
    if (out.empty() || !path.empty()) out.append(base).append(path).append("\n");
    out.append("  ").append(header).append(": ").append(value).append("\n");
  };
  rule("*", "X-Content-Type-Options", "nosniff");
  rule("", "Referrer-Policy", "strict-origin-when-cross-origin");
  rule("", "Content-Security-Policy", "frame-ancestors 'none'");
  if (!content_policy.empty()) rule("broadsheet/*", "Content-Security-Policy", content_policy);
  for (const std::string_view hashed : {"broadsheet/index/*", "broadsheet/catalog/*"}) {
    rule(hashed, "Cache-Control", "public, max-age=31536000, immutable");
  }
  for (const FileType& file : types) rule(file.path, "Content-Type", file.type);
  return out;
}

}  // namespace broadsheet
