#include <catch_amalgamated.hpp>
#include <nlohmann/json.hpp>

#include "site/json_ld.h"
#include "site/social_card.h"

namespace broadsheet {
namespace {

struct Fixture {
  Fixture() {
    site.title = "Mill Lane";
    site.language = "de-at";
    post.title = "The </script><!-- \"heron\"";
    post.date = ParseDate("2026-11-20");
    post.updated = ParseDate("2026-11-22T10:00:00+01:00");
    post.tags = {"a \"b\"", "c"};
    post.authors = {"Ann", "Bob"};
    post.word_count = 7;
    page = {"https://h/posts/heron/", post.title, "It stood.", "https://h/h.jpg", "A heron", &post};
  }

  std::string Card() const {
    HtmlWriter html;
    AppendSocialCard(html, site, page);
    return html.Take();
  }

  SiteView site;
  Post post;
  PageIdentity page;
};

bool Holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

TEST_CASE_METHOD(Fixture, "a post's card tells who, when and what") {
  const std::string card = Card();
  for (const std::string_view part : {
           "<meta property=\"og:type\" content=\"article\">",
           "<meta property=\"og:title\" content=\"The &lt;/script&gt;&lt;!-- &quot;heron&quot;\">",
           "<meta property=\"og:url\" content=\"https://h/posts/heron/\">",
           "<meta property=\"og:locale\" content=\"de_AT\">",
           "<meta property=\"og:image\" content=\"https://h/h.jpg\">",
           "<meta property=\"og:image:alt\" content=\"A heron\">",
           "<meta property=\"article:published_time\" content=\"2026-11-20T00:00:00Z\">",
           "<meta property=\"article:modified_time\" content=\"2026-11-22T10:00:00+01:00\">",
           "<meta property=\"article:tag\" content=\"a &quot;b&quot;\">",
           "<meta name=\"author\" content=\"Bob\">",
           "<meta name=\"twitter:card\" content=\"summary_large_image\">",
       }) {
    CAPTURE(part);
    CHECK(Holds(card, part));
  }
}

TEST_CASE_METHOD(Fixture, "a page of which little is known has a small card") {
  page = {};
  page.title = "Archive";
  site.language = "en";
  CHECK(Card() ==
        "<meta property=\"og:type\" content=\"website\"><meta property=\"og:site_name\" "
        "content=\"Mill Lane\">"
        "<meta property=\"og:title\" content=\"Archive\"><meta name=\"twitter:card\" "
        "content=\"summary\">");
}

TEST_CASE_METHOD(Fixture, "JSON-LD of a post is JSON and cannot end its script") {
  const std::string text = PostingJsonLd(site, page, "https://h/");
  CHECK_FALSE(Holds(text, "<"));
  const auto json = nlohmann::json::parse(text);
  CHECK(json["@type"] == "BlogPosting");
  CHECK(json["headline"] == post.title);
  CHECK(json["datePublished"] == "2026-11-20T00:00:00Z");
  CHECK(json["author"][1]["name"] == "Bob");
  CHECK(json["keywords"] == nlohmann::json(post.tags));
  CHECK(json["isPartOf"]["url"] == "https://h/");
  page = {};
  post = {};
  page.post = &post;
  CHECK_FALSE(nlohmann::json::parse(PostingJsonLd(site, page, "")).contains("url"));
}

TEST_CASE_METHOD(Fixture, "JSON-LD of the home page names the search") {
  const auto json = nlohmann::json::parse(BlogJsonLd(site, page, "https://h/search/"));
  CHECK(json["@type"] == "Blog");
  CHECK(json["potentialAction"]["target"] == "https://h/search/?q={search_term_string}");
}

}  // namespace
}  // namespace broadsheet
