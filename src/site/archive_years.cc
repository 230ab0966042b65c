#include "site/archive_years.h"

#include <algorithm>
#include <utility>

#include "view/words.h"

namespace broadsheet {

std::string ArchiveSlug(const Post& post) {
  return post.date ? std::to_string(post.date->year) : "undated";
}

std::vector<ArchiveYear> ArchiveYears(const Edition& edition) {
  std::vector<ArchiveYear> years;
  for (const Post* post : NewestFirst(edition)) {
    std::string slug = ArchiveSlug(*post);
    // Time zones mix two years where they meet.
    auto year = std::find_if(years.rbegin(), years.rend(),
                             [&](const ArchiveYear& other) { return other.term.slug == slug; });
    if (year == years.rend()) {
      const std::string name =
          post->date ? slug : std::string(WordsFor(edition.view.language).undated);
      years.push_back({{name, std::move(slug), 0}, {}});
      year = years.rbegin();
    }
    year->posts.push_back(post);
    ++year->term.count;
  }
  // The order of dates is that of one time zone.
  const auto number = [](const ArchiveYear& year) {
    const auto& date = year.posts.front()->date;
    return date ? date->year : 0;
  };
  std::stable_sort(years.begin(), years.end(), [&](const ArchiveYear& a, const ArchiveYear& b) {
    return number(a) > number(b);
  });
  return years;
}

}  // namespace broadsheet
