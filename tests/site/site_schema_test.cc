#include <catch_amalgamated.hpp>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

#include "site/site_config.h"

namespace broadsheet {
namespace {

bool IsKnown(const std::string& json, const std::string& key) {
  Diagnostics diagnostics;
  CHECK(ReadSiteConfig(json, diagnostics).ok());
  for (const Diagnostic& diagnostic : diagnostics) {
    if (diagnostic.message.find("'" + key + "' is not a setting") != std::string::npos)
      return false;
    if (diagnostic.message.find("should not have \"" + key + "\"") != std::string::npos)
      return false;
  }
  return true;
}

TEST_CASE("every key of the schema is a setting") {
  std::ifstream file("docs/site.schema.json");
  REQUIRE(file.is_open());
  const std::string text(std::istreambuf_iterator<char>(file), {});
  const nlohmann::json schema = nlohmann::json::parse(text);
  for (const auto& [key, value] : schema["properties"].items()) {
    CAPTURE(key);
    CHECK(IsKnown("{\"" + key + "\": null}", key));
  }
  for (const auto& [key, value] : schema["properties"]["feeds"]["oneOf"][1]["properties"].items()) {
    CAPTURE(key);
    CHECK(IsKnown("{\"feeds\": {\"" + key + "\": null}}", key));
  }
  for (const auto& [key, value] : schema["properties"]["hosts"]["properties"].items()) {
    CAPTURE(key);
    CHECK(IsKnown("{\"hosts\": {\"" + key + "\": []}}", key));
  }
  CHECK_FALSE(IsKnown("{\"hosts\": {\"script\": []}}", "script"));
  CHECK_FALSE(IsKnown("{\"titel\": \"x\"}", "titel"));
  CHECK_FALSE(IsKnown("{\"feeds\": {\"atm\": \"x\"}}", "atm"));
}

}  // namespace
}  // namespace broadsheet
