#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "site/edition.h"

namespace broadsheet {

// What a page says of itself to machines.
struct PageHead {
  std::string heading;         // the page's <h1>
  std::string description;     // "" = the site's
  std::string address;         // relative to the site: "posts/trip/"
  const Post* post = nullptr;  // of an article
  bool is_findable = true;     // false: search engines are asked to leave it out
  // The pages before and after it in a list of several, by their addresses.
  std::optional<std::string> previous;
  std::optional<std::string> next;
  std::string tag;  // of a tag's list, which has a feed of its own; "" = none
  // The same text in all its languages, this one included; fewer than two say nothing.
  std::vector<const Post*> translations;
};

// <title> and what follows it in <head>: description, canonical address, feeds, cards, JSON-LD.
// What needs a full address is left out while the site's is not known.
std::string HeadHtml(const Edition& edition, const PageHead& head);

}  // namespace broadsheet
