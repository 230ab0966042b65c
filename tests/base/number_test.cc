#include "base/number.h"

#include <catch_amalgamated.hpp>

namespace broadsheet {
namespace {

TEST_CASE("Decimal numbers are written and read back") {
  const int64_t number = GENERATE(int64_t{0}, 7, 10, -1, -120, INT64_MAX, INT64_MIN);
  int64_t read = 5;
  CHECK(ReadNumber(NumberText(number), read));
  CHECK(read == number);
  CHECK(NumberText(number) == std::to_string(number));
}

TEST_CASE("What is no decimal number is not read") {
  const std::string text =
      GENERATE("", "-", "+1", " 1", "1 ", "1.5", "--1", "a", "\xff", "9223372036854775808",
               "-9223372036854775809", "18446744073709551617", "99999999999999999999");
  int64_t number = 5;
  CHECK_FALSE(ReadNumber(text, number));
  CHECK(number == 5);
}

}  // namespace
}  // namespace broadsheet
