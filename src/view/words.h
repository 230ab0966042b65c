#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "post/date.h"

namespace broadsheet {

// What the views themselves say, in one language. %1 and %2 stand for what Fill puts there.
struct Words {
  std::string_view language;

  std::string_view skip_link;
  std::string_view site;  // label of the main navigation
  std::string_view search;
  std::string_view archive;
  std::string_view tags;
  std::string_view tag;
  std::string_view category;
  std::string_view author;
  std::string_view series;
  std::string_view part;  // %1 of %2
  std::string_view related;
  std::string_view home;

  std::string_view contents;
  std::string_view byline;   // %1: names
  std::string_view minutes;  // %1: number
  std::string_view updated;  // %1: date
  std::string_view source;   // link to the Markdown file
  std::string_view neighbours;
  std::string_view older;
  std::string_view newer;

  std::string_view pages;    // label of the pagination
  std::string_view page;     // %1: number
  std::string_view page_of;  // %1 of %2
  std::string_view older_posts;
  std::string_view newer_posts;
  std::string_view one_post;
  std::string_view posts;  // %1: number
  std::string_view years;  // label of the archive's navigation
  std::string_view undated;
  std::string_view empty;  // a list without posts

  std::string_view search_needs_script;
  std::string_view browse;
  std::string_view not_found;
  std::string_view not_found_help;

  std::string_view theme;
  std::string_view theme_auto;
  std::string_view theme_light;
  std::string_view theme_dark;

  std::string_view date;        // %1 day, %2 month's name, %3 year
  std::string_view short_date;  // %1 day, %2 month's name
  std::string_view months;      // twelve names parted by '|'; "" = the number
};

// By the primary subtag of a BCP 47 tag ("de-AT" reads German); English for a language without a table.
const Words& WordsFor(std::string_view language);

// `pattern` with %1, %2, … replaced.
std::string Fill(std::string_view pattern, std::initializer_list<std::string_view> values);

// "22 November 2026", as the language writes it; the ISO form for a language without a table.
std::string LongDate(const Date& date, std::string_view language);
// Without the year: "22 November".
std::string ShortDate(const Date& date, std::string_view language);

// "rtl" for a language written from right to left, else "".
std::string_view DirectionOf(std::string_view language);

}  // namespace broadsheet
