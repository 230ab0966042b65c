#include "search/query.h"

#include <catch_amalgamated.hpp>
#include <string>
#include <vector>

#include "search/day.h"

namespace broadsheet {
namespace {

struct Row {
  const char* text;
  const char* tree;
  size_t notes = 0;
};

TEST_CASE("A question becomes a tree") {
  const std::vector<Row> rows = {
      {"", "()"},
      {"heron", "(heron*)"},
      {"heron ", "(heron)"},
      {"Heron ditch", "(heron ditch*)"},
      {"\"heron ditch\"", "(\"heron ditch\")"},
      {"\"heron ditch\" eel", "(\"heron ditch\" eel*)"},
      {"\"heron eel\"~5", "(\"heron eel\"~5)"},
      {"heron -ditch", "(heron -ditch*)"},
      {"heron -\"wet ditch\"", "(heron -\"wet ditch\")"},
      {"title:heron", "(title:heron*)"},
      {"heading:\"wet ditch\"", "(heading:\"wet ditch\")"},
      {"heron in:code", "(code:heron)"},
      {"in:code heron ", "(code:heron)"},
      {"in:sky heron ", "(heron)", 1},
      {"in:Code heron ", "(code:heron)"},
      {"heron ? ", "(heron)"},
      {"? ", "()", 1},
      {"tag:birds", "(tag:birds*)"},
      {"tag:\"water birds\"", "(tag:water birds)"},
      {"author:ann lang:de ", "(author:ann lang:de)"},
      {"heron OR eel", "(((heron) | (eel*)))"},
      {"heron | eel ", "(((heron) | (eel)))"},
      {"wet (heron OR eel) ", "(wet (((heron) | (eel))))"},
      {"-(heron eel) ", "(-(heron eel))"},
      {"before:1970-01-03", "(days:-2147483647..1)"},
      {"after:1970-02", "(days:31..2147483647)"},
      {"date:1970..1971", "(days:0..729)"},
      {"date:1970-01-02", "(days:1..1)"},
      {"date:..1970", "(days:-2147483647..364)"},
      {"before:noon", "()", 1},
      {"date:1971-13", "()", 1},
      {"tag:", "()", 1},
      {"\"heron dit", "(\"heron dit*\")", 1},
      {"(heron", "((heron*))", 1},
      {"heron)", "(heron)"},
      {"OR heron", "(heron*)", 1},
      {"heron OR", "(heron)", 1},
      {"-", "()", 1},
      {"- heron", "(heron*)", 1},
      {"\"\"", "()", 1},
      {"\xF0\x9F\xA6\xA2 ", "()", 1},
      {"C++ ", "(c++)"},
      {"צה\"ל חזק ", "(צה ל חזק)"},
      {"heron|eel wet|", "(((heron) | (eel wet)))"},
      {"heron |x|", "(heron x)"},
      {"heron\u00a0-eel ", "(heron -eel)"},
      {"（ｈｅｒｏｎ　ＯＲ　ｅｅｌ）　ｔａｇ：ｂｉｒｄｓ　", "((((heron) | (eel))) tag:birds)"},
      {"”heron ditch„ «wet eel»", "(\"heron ditch\" \"wet eel\")"},
      {"heron OR eel in:code ", "(((code:heron) | (code:eel)))"},
      {"(heron in:code) OR eel ", "((((code:heron)) | (eel)))"},
      {"title:-heron title:-(wet eel) ", "(-title:heron -(title:wet title:eel))"},
      {"date:1971..1970", "(days:0..729)"},
      {"tag:\"\" heron ", "(heron)", 1},
      {"tag:(heron) ", "((heron))", 1},
      {"heron　OR　eel　-wet　", "(((heron) | (eel -wet)))"},
      {"\"צה ל\" ", "(\"צה ל\")"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    const Query query = ParseQuery(row.text, false);
    CHECK(ToString(query.root) == row.tree);
    CHECK(query.notes.size() == row.notes);
  }
}

TEST_CASE("A finished question has no prefix") {
  CHECK(ToString(ParseQuery("heron ditch", true).root) == "(heron ditch)");
}

TEST_CASE("No question is too long, too deep or too odd") {
  const std::vector<std::string> odd = {
      std::string(10000, 'a'),
      std::string(10000, '('),
      std::string(10000, '"'),
      std::string(10000, '-'),
      std::string("a\0b", 3),
      "\xff\xfe\x80",
      "title:title:title:x",
      "OR OR OR",
      "((()))",
  };
  for (const std::string& text : odd) {
    const Query query = ParseQuery(text, false);
    CHECK(ToString(query.root).size() < 20000);
  }
  std::string many;
  for (int i = 0; i < 500; ++i) many += "w" + std::to_string(i) + " ";
  const Query query = ParseQuery(many, false);
  CHECK(WantedLeaves(query.root).size() == kMaxQueryWords);
  CHECK(query.notes.size() >= 1);
  // A quotation counts as its words.
  const Query quoted = ParseQuery(many.substr(0, many.find("w39")) + "\"two words\" x", false);
  CHECK(WantedLeaves(quoted.root).size() == kMaxQueryWords - 1);
  CHECK(quoted.notes.size() == 1);
}

TEST_CASE("Periods are days") {
  CHECK(ParsePeriod("1970")->first == 0);
  CHECK(ParsePeriod("2000-02")->last - ParsePeriod("2000-02")->first == 28);
  CHECK(ParsePeriod("2024-02-29")->first == 19782);
  for (const char* wrong :
       {"", "24", "2023-02-29", "2023-00", "2023-1", "2023-01-1", "20231", "abcd"}) {
    INFO(wrong);
    CHECK_FALSE(ParsePeriod(wrong).has_value());
  }
  for (int32_t day = -800000; day < 100000; day += 97) {
    const DayRange year = *ParsePeriod("1970");
    CHECK((YearOfDay(day) == 1970) == (day >= year.first && day <= year.last));
  }
}

}  // namespace
}  // namespace broadsheet
