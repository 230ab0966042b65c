#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

// A file whose media type a host would not guess.
struct FileType {
  std::string path;  // relative to the site
  std::string_view type;
};

// `_headers` as Netlify and Cloudflare Pages read it: hashed files are kept for a year, nothing is
// framed, and the workers get `content_policy`, which they cannot take from a page's <meta>.
std::string HostHeaders(std::string_view base, std::string_view content_policy,
                        const std::vector<FileType>& types);

}  // namespace broadsheet
