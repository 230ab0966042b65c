#include "site/reading_time.h"

#include <catch_amalgamated.hpp>
#include <string>

namespace broadsheet {
namespace {

std::string Repeated(const char* text, int count) {
  std::string out;
  for (int i = 0; i < count; ++i) out += text;
  return out;
}

TEST_CASE("reading time counts words, and characters where there are no spaces") {
  struct Case {
    std::string text;
    int words;
    int minutes;
  };
  const Case cases[] = {
      {"", 0, 0},
      {" .,; — ", 0, 0},
      {"one", 1, 1},
      {"don't stop — now", 3, 1},
      {Repeated("word ", 230), 230, 1},
      {Repeated("word ", 235), 235, 2},
      {Repeated("語", 500), 500, 1},
      {Repeated("語", 1000), 1000, 2},
      {"한국어 문장", 2, 1},
      {"C++ と Rust", 3, 1},
  };
  for (const Case& row : cases) {
    INFO(row.text.substr(0, 40));
    CHECK(MeasureText(row.text).words == row.words);
    CHECK(MeasureText(row.text).minutes == row.minutes);
  }
}

}  // namespace
}  // namespace broadsheet
