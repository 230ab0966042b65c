#include "view/address.h"

#include "post/slug.h"

namespace broadsheet {
namespace {

// Whether `address` starts with a scheme or names a host or the host's root by itself.
bool IsAbsolute(std::string_view address) {
  if (address.substr(0, 1) == "/") return true;
  const size_t end = address.find_first_of(":/?#");
  return end != std::string_view::npos && address[end] == ':';
}

}  // namespace

std::string PostAddress(const Post& post) {
  return EncodePath(post.address.empty() ? "posts/" + post.slug + "/" : post.address);
}

std::string TermAddress(std::string_view folder, std::string_view name) {
  const std::string slug = Slugify(name);
  return slug.empty() || folder.empty() ? "" : std::string(folder) + "/" + EncodePath(slug) + "/";
}

std::string TagAddress(std::string_view tag) { return TermAddress("tags", tag); }

std::string PageAddress(std::string_view address, int page) {
  std::string out(address);
  if (page > 1) out += "page/" + std::to_string(page) + "/";
  return out;
}

std::string Link(const SiteView& site, std::string_view address) {
  if (IsAbsolute(address)) return std::string(address);
  // The home page has no need of the query form: "/blog/", not "/blog/?/".
  return (address.empty() ? site.file_base : site.link_base) + std::string(address);
}

std::string FileLink(const SiteView& site, const Post& post) {
  return site.file_base + "posts/" + EncodePath(post.path);
}

}  // namespace broadsheet
