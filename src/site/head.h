#pragma once

#include <string>
#include <string_view>

#include "site/edition.h"

namespace broadsheet {

// What a page says of itself to machines.
struct PageHead {
  std::string heading;      // the page's <h1>
  std::string description;  // "" = the site's
  std::string address;      // relative to the site: "posts/trip/"
  const Post* post = nullptr;  // of an article
  bool is_findable = true;     // false: search engines are asked to leave it out
};

// <title> and what follows it in <head>.
std::string HeadHtml(const Edition& edition, const PageHead& head);

}  // namespace broadsheet
