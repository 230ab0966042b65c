#pragma once

#include <string>
#include <string_view>

#include "post/post.h"
#include "view/html.h"
#include "view/site_view.h"

namespace broadsheet {

// A page as other programs introduce it: link previews and search results. Addresses are full; "" = not
// known, and then what needs them is left out.
struct PageIdentity {
  std::string url;
  std::string title;  // without the site's name
  std::string description;
  std::string image;
  std::string image_alt;
  const Post* post = nullptr;  // of an article
};

// Open Graph (ogp.me) and, where it says nothing, the card of X, as <meta> elements.
void AppendSocialCard(HtmlWriter& html, const SiteView& site, const PageIdentity& page);

}  // namespace broadsheet
