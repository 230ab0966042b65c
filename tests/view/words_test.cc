#include "view/words.h"

#include <catch_amalgamated.hpp>

namespace broadsheet {
namespace {

Date Day(int year, int month, int day) {
  Date date;
  date.year = year;
  date.month = month;
  date.day = day;
  return date;
}

TEST_CASE("dates are written as the language writes them") {
  struct Row {
    const char* language;
    Date date;
    const char* long_form;
    const char* short_form;
  };
  const Row rows[] = {
      {"en", Day(2026, 11, 22), "22 November 2026", "22 November"},
      {"en-GB", Day(2026, 1, 1), "1 January 2026", "1 January"},
      {"en-US", Day(2026, 12, 3), "December 3, 2026", "December 3"},
      {"de", Day(2026, 3, 8), "8. März 2026", "8. März"},
      {"de-AT", Day(2026, 12, 31), "31. Dezember 2026", "31. Dezember"},
      {"fr", Day(2026, 8, 15), "15 août 2026", "15 août"},
      {"fr", Day(2026, 8, 1), "1er août 2026", "1er août"},
      {"es", Day(2026, 1, 31), "31 de enero de 2026", "31 de enero"},
      {"pt-BR", Day(2026, 2, 1), "1 de fevereiro de 2026", "1 de fevereiro"},
      {"ja", Day(2026, 4, 8), "2026年4月8日", "4月8日"},
      {"zh-Hans", Day(2026, 4, 8), "2026年4月8日", "4月8日"},
      {"xx", Day(2026, 4, 8), "2026-04-08", "2026-04-08"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.language);
    CHECK(LongDate(row.date, row.language) == row.long_form);
    CHECK(ShortDate(row.date, row.language) == row.short_form);
  }
}

TEST_CASE("patterns take their values by number") {
  CHECK(Fill("%1", {"a"}) == "a");
  CHECK(Fill("%2 then %1", {"a", "b"}) == "b then a");
  CHECK(Fill("100% of %1", {"a"}) == "100% of a");
  CHECK(Fill("%3", {"a"}) == "%3");
  CHECK(Fill("%", {"a"}) == "%");
}

TEST_CASE("every table is complete") {
  for (const char* language : {"en", "de", "fr", "es", "ja"}) {
    const Words& words = WordsFor(language);
    CAPTURE(language);
    CHECK(words.language == language);
    for (const std::string_view word :
         {words.skip_link,   words.site,        words.search,         words.archive,
          words.tags,        words.tag,         words.category,       words.author,
          words.home,        words.contents,    words.byline,         words.minutes,
          words.updated,     words.source,      words.neighbours,     words.older,
          words.newer,       words.pages,       words.page,           words.page_of,
          words.older_posts, words.newer_posts, words.one_post,       words.posts,
          words.years,       words.undated,     words.empty,          words.search_needs_script,
          words.browse,      words.not_found,   words.not_found_help, words.theme,
          words.theme_auto,  words.theme_light, words.theme_dark,     words.date,
          words.short_date}) {
      CHECK_FALSE(word.empty());
    }
  }
}

TEST_CASE("languages without a table speak English") {
  CHECK(WordsFor("").language == "en");
  CHECK(WordsFor("tlh").language == "en");
  CHECK(WordsFor("de_CH").language == "de");
}

TEST_CASE("direction follows the primary subtag") {
  CHECK(DirectionOf("ar-EG") == "rtl");
  CHECK(DirectionOf("he") == "rtl");
  CHECK(DirectionOf("en") == "");
}

}  // namespace
}  // namespace broadsheet
