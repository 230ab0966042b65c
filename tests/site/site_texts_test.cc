#include <catch_amalgamated.hpp>
#include <nlohmann/json.hpp>

#include "site/content_policy.h"
#include "site/host_headers.h"
#include "site/llms_text.h"
#include "site/open_search.h"
#include "site/web_manifest.h"

namespace broadsheet {
namespace {

SiteView Site() {
  SiteView site;
  site.title = "A [very] long & winding road";
  site.description = "Said \"so\".";
  site.link_base = site.file_base = "/blog/";
  return site;
}

bool Holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

TEST_CASE("language models are led to the Markdown files") {
  Post post;
  post.path = "2026/a b.md";
  post.title = "One [two]";
  post.summary = "It\nwas <b>.";
  const std::string text = LlmsText(Site(), "https://h/", {&post});
  CHECK(Holds(text, "# A \\[very\\] long & winding road\n\n> Said \"so\".\n\n## Posts\n\n"));
  CHECK(Holds(text, "- [One \\[two\\]](https://h/blog/posts/2026/a%20b.md): It was \\<b>.\n"));
  CHECK(Holds(text, "(https://h/blog/archive/)"));
  CHECK_FALSE(Holds(LlmsText(Site(), "https://h/", {&post}, 0), "One"));
}

TEST_CASE("browsers are told how to search") {
  const std::string xml = OpenSearchXml(Site(), "https://h/");
  CHECK(Holds(xml, "<ShortName>A [very] long &amp; </ShortName>"));
  CHECK(Holds(xml, "template=\"https://h/blog/search/?q={searchTerms}\""));
}

TEST_CASE("home screens are told the name") {
  SiteView site = Site();
  const auto json = nlohmann::json::parse(WebManifest(site));
  CHECK(json["name"] == site.title);
  CHECK(json["start_url"] == "/blog/");
  CHECK(json["dir"] == "ltr");
  site.language = "ar";
  CHECK(nlohmann::json::parse(WebManifest(site))["dir"] == "rtl");
}

TEST_CASE("hosts are told what may be kept and what is what") {
  const std::string headers =
      HostHeaders("/blog/", "default-src 'none'", {{"atom.xml", "application/atom+xml"}});
  CHECK(Holds(headers, "/blog/*\n  X-Content-Type-Options: nosniff\n"));
  CHECK(Holds(headers, "/blog/broadsheet/*\n  Content-Security-Policy: default-src 'none'\n"));
  CHECK(Holds(headers,
              "/blog/broadsheet/index/*\n  Cache-Control: public, max-age=31536000, immutable\n"));
  CHECK(Holds(headers, "/blog/atom.xml\n  Content-Type: application/atom+xml\n"));
  CHECK_FALSE(Holds(HostHeaders("/", "", {}), "broadsheet/*\n  Content"));
}

TEST_CASE("the policy for workers is that of the pages") {
  CHECK(ContentPolicyOf("<meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" "
                        "content=\"default-src 'none'; x\"><p>") == "default-src 'none'; x");
  CHECK(ContentPolicyOf("<p>") == "");
}

TEST_CASE("a policy can be widened for media of other hosts, and for nothing else") {
  const std::string head =
      "<p>img-src 'self'<meta http-equiv=\"Content-Security-Policy\" content=\"";
  CHECK(
      AllowRemoteMedia(head + "default-src 'none'; img-src 'self' data:; media-src 'self'\"><p>") ==
      head + "default-src 'none'; img-src 'self' data: https:; media-src 'self' https:\"><p>");
  CHECK(AllowRemoteMedia("<p>img-src 'self'") == "<p>img-src 'self'");
}

TEST_CASE("a policy can let hosts in, each for one thing") {
  const std::string head = "<meta http-equiv=\"Content-Security-Policy\" content=\"";
  const std::string page =
      head +
      "script-src 'self'; style-src 'self'; require-trusted-types-for 'script'; "
      "trusted-types a\"><p>";
  CHECK(AllowHosts(page, {}) == page);
  CHECK(AllowHosts(page, {{"frame-src", "https://film.example"},
                          {"style-src", "https://*.type.example"},
                          {"frame-src", "https://map.example:8443"}}) ==
        head +
            "script-src 'self'; style-src 'self' https://*.type.example; "
            "require-trusted-types-for 'script'; trusted-types a; frame-src https://film.example "
            "https://map.example:8443\"><p>");
  CHECK(AllowHosts(page, {{"script-src", "https://talk.example"}}) ==
        head + "script-src 'self' https://talk.example; style-src 'self'\"><p>");
}

TEST_CASE("only an origin can stand in a policy") {
  for (const char* good : {"https://a.example", "https://*.a.example", "https://a.example:8443",
                           "http://localhost:8000", "http://127.0.0.1:1"}) {
    CAPTURE(good);
    CHECK(IsOrigin(good));
  }
  for (const char* bad :
       {"", "https://", "https:", "*", "a.example", "http://a.example", "https://a.example/x",
        "https://a.example:", "https://a.example:x", "https://a.example; script-src *",
        "https://a.example 'unsafe-inline'", "https://\"", "https://*",
        "data:", "http://localhost.evil.example", "http://127.0.0.1.evil.example"}) {
    CAPTURE(bad);
    CHECK_FALSE(IsOrigin(bad));
  }
}

}  // namespace
}  // namespace broadsheet
