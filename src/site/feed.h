#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "post/post.h"
#include "view/site_view.h"

namespace broadsheet {

// What a feed says of one post. Posts without a date are no news: leave them out.
struct FeedItem {
  const Post* post = nullptr;  // with a date
  std::string_view html;       // the body, from Document::Html; "" = the summary alone
  std::string_view cover;      // the address of its picture as a page of the site has it; "" = none
};

// A feed of the whole site or of one list. The same values give the same bytes: there is no clock, and
// a feed was last updated when its newest post was.
struct Feed {
  const SiteView* site = nullptr;
  // SiteConfig::url. Without it addresses lack their host, which Atom alone allows, and ids are made
  // from the site's title and the posts' paths.
  std::string_view url;
  std::string_view author;      // SiteConfig::author, for posts that name none; may be ""
  std::string title;            // FeedTitle
  std::string home;             // the page that it follows, relative to the site: "", "tags/rust/"
  std::string address;          // its own, relative to the site: "atom.xml", "tags/rust/atom.xml"
  std::vector<FeedItem> items;  // newest first
};

std::string AtomFeed(const Feed& feed);  // Atom 1.0, RFC 4287
std::string RssFeed(const Feed& feed);   // RSS 2.0 with the atom, content and dc modules
std::string JsonFeed(const Feed& feed);  // JSON Feed 1.1

// "Mill Lane" for the whole site, "Mill Lane – rust" for a list of that heading.
std::string FeedTitle(const SiteView& site, std::string_view heading);

// "Fri, 20 Nov 2026 09:30:00 +0100", as RSS wants it (RFC 822 with a year of four digits).
std::string Rfc822(const Date& date);

}  // namespace broadsheet
