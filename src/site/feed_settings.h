#pragma once

#include <string>
#include <vector>

#include "post/data.h"

namespace broadsheet {

enum class FeedKind { kAtom, kRss, kJson };

// Which feeds a site has: `feeds` in site.json. A file name that is "" means that there is none of that
// kind; names may be chosen so that the address of a former feed lives on.
struct FeedSettings {
  std::string atom = "atom.xml";
  std::string rss = "rss.xml";
  std::string json = "feed.json";
  bool full_text = true;  // else the summary alone
  bool for_tags = true;   // one more for each tag, of the first kind that there is
  int limit = 20;         // posts in one feed, the newest

  struct File {
    FeedKind kind;
    std::string name;
  };
  // Those that there are: Atom, RSS, JSON.
  std::vector<File> Files() const;
};

// The media type that a link to such a feed names.
std::string_view FeedType(FeedKind kind);

// Takes `false` (no feeds), `true` or an object. Returns what is wrong with it, "should be …", or "".
std::string ReadFeedSettings(const Data& data, FeedSettings& settings);

}  // namespace broadsheet
