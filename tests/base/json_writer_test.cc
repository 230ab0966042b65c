#include "base/json_writer.h"

#include <catch_amalgamated.hpp>
#include <limits>

#include "base/result.h"

namespace broadsheet {
namespace {

TEST_CASE("JSON nests with commas where they belong") {
  JsonWriter json;
  json.BeginObject().Key("a").BeginArray().Int(1).Int(-2).BeginObject().EndObject().EndArray();
  json.Key("b").Bool(true).Key("c").Null().Key("d").BeginArray().EndArray().EndObject();
  CHECK(json.text() == R"({"a":[1,-2,{}],"b":true,"c":null,"d":[]})");
}

TEST_CASE("JSON text is escaped") {
  JsonWriter json;
  json.String("q\" b\\ n\n t\t z\x01 é 日");
  CHECK(json.text() == R"("q\" b\\ n\n t\u0009 z\u0001 é 日")");
}

TEST_CASE("JSON numbers are rounded and stay numbers") {
  struct Row {
    double value;
    int decimals;
    const char* text;
  };
  const Row row = GENERATE(values<Row>({
      {0, 6, "0"},
      {1, 6, "1"},
      {1.5, 6, "1.5"},
      {-0.25, 6, "-0.25"},
      {2.0000001, 3, "2"},
      {0.05, 2, "0.05"},
      {1.999, 2, "2"},
      {7.6, 0, "8"},
      {-0.0001, 2, "0"},
      {1e300, 2, "null"},
      {std::numeric_limits<double>::quiet_NaN(), 2, "null"},
      {-std::numeric_limits<double>::infinity(), 2, "null"},
  }));
  JsonWriter json;
  json.Double(row.value, row.decimals);
  CHECK(json.text() == row.text);
}

TEST_CASE("an error names its place as far as it is known") {
  CHECK(Error{ErrorCode::kInvalidInput, "no", "", 0}.ToString() == "no");
  CHECK(Error{ErrorCode::kInvalidInput, "no", "a.md", 0}.ToString() == "a.md: no");
  CHECK(Error{ErrorCode::kInvalidInput, "no", "a.md", 3}.ToString() == "a.md:3: no");
}

TEST_CASE("a result holds a value or an error") {
  const Result<int> good = 3;
  CHECK(good.ok());
  CHECK(*good == 3);
  const Result<int> bad = Error{ErrorCode::kNotFound, "gone", "", 0};
  CHECK_FALSE(bad.ok());
  CHECK(bad.error().code == ErrorCode::kNotFound);
  CHECK(Status().ok());
  CHECK_FALSE(Status(bad.error()).ok());
}

}  // namespace
}  // namespace broadsheet
