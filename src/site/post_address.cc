#include "site/post_address.h"

#include "post/slug.h"
#include "site/permalink.h"

namespace broadsheet {
namespace {

bool EndsWith(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

bool IsTaken(std::string_view address) {
  for (const std::string_view folder : {"tags/", "categories/", "authors/", "series/", "archive/",
                                        "search/", "page/", "broadsheet/"}) {
    if (address.substr(0, folder.size()) == folder) return true;
  }
  // In posts/ lie the writer's own files.
  const bool is_file = address.substr(0, 6) == "posts/" &&
                       (address.back() != '/' || EndsWith(address, ".md/") || address.size() == 6);
  return is_file || address == "404.html";
}

}  // namespace

std::string PostAddressFrom(std::string_view permalink, const Post& post) {
  std::string address = DecodePath(ExpandPermalink(permalink, post));
  constexpr std::string_view kIndex = "index.html";
  if (address == kIndex || EndsWith(address, "/index.html")) {
    address.resize(address.size() - kIndex.size());
  }
  const bool is_page = EndsWith(address, "/") || EndsWith(address, ".html") ||
                       EndsWith(address, ".htm") || address.empty();
  if (!is_page) address += '/';
  for (const char c : address) {
    if (static_cast<unsigned char>(c) < 0x20 || c == '\\' || c == ':') return {};
  }
  const bool climbs = ("/" + address).find("/../") != std::string::npos;
  return address.empty() || climbs || IsTaken(address) ? std::string() : address;
}

}  // namespace broadsheet
