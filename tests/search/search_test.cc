// The examples of docs/search.md, and what it promises.

#include <algorithm>
#include <catch_amalgamated.hpp>
#include <set>
#include <string>
#include <vector>

#include "search/small_site.h"

namespace broadsheet {
namespace {

std::vector<IndexDocument> Posts() {
  std::vector<IndexDocument> posts = {
      MakePost("heron.md", "The heron",
               "A heron stands in the wet ditch.\n# Food\nIt eats eels and frogs.\n", {"Birds"},
               18262),
      MakePost("eel.md", "Eels", "The eel hides from herons in a ditch that is wet and deep.\n",
               {"Fish"}, 19000),
      MakePost("code.md", "Programs", "Some text about a parser.\n```\nint heron = ditch();\n```\n",
               {"Water birds", "code"}, 19500),
      MakePost("german.md", "Der Reiher", "Der Reiher und die Reihern im Graben. Der Fluss.\n", {},
               19700, "de"),
      MakePost(
          "japan.md", "\xe6\x96\xb0\xe5\xb9\xb9\xe7\xb7\x9a",
          "\xe6\x9d\xb1\xe6\xb5\xb7\xe9\x81\x93\xe6\x96\xb0\xe5\xb9\xb9\xe7\xb7\x9a\xe3\x81\xae"
          "\xe8\xa9\xb1\n",
          {}, -1, "ja"),
      MakePost("cpp.md", "On std::vector",
               "C++ and snake_case, camelCase, v1.2.3 and caf\xc3\xa9.\n"),
  };
  posts[0].authors = {"Ann Lee"};
  return posts;
}

struct Row {
  const char* question;
  const char* hits;
};

TEST_CASE("Questions and what they find") {
  SmallSite site(Posts());
  const std::vector<Row> rows = {
      // words
      {"frogs ", "heron"},
      {"FROGS ", "heron"},
      {"cafe ", "cpp"},
      {"caf\xc3\xa9 ", "cpp"},
      {"c++ ", "cpp"},
      {"std::vector ", "cpp"},
      {"vector ", "cpp"},
      {"snake_case ", "cpp"},
      {"case ", "cpp"},
      {"1.2.3 ", "cpp"},
      // an unfinished word
      {"frog", "heron"},
      {"fr", "eel heron"},
      // other characters
      {"\xe5\xb9\xb9\xe7\xb7\x9a", "japan"},
      {"\xe6\x9d\xb1\xe6\xb5\xb7\xe9\x81\x93", "japan"},
      // phrases
      {"\"wet ditch\"", "heron"},
      {"\"ditch wet\"", ""},
      {"\"deep ditch\"~6", "eel"},
      {"\"deep ditch\"~1", ""},
      {"\"wet ditch\" heron ", "heron"},
      // exclusion
      {"ditch -deep ", "heron code"},
      {"ditch -\"wet ditch\" ", "eel code"},
      // fields
      {"title:heron ", "heron"},
      {"heading:food ", "heron"},
      {"heading:heron ", ""},
      {"heron in:code ", "code"},
      {"tag:birds ", "heron"},
      {"tag:water-birds ", "code"},
      {"tag:\"water birds\" ", "code"},
      {"author:\"ann lee\" ", "heron"},
      {"lang:de ", "german"},
      // dates
      {"ditch before:2021 ", "heron"},
      {"ditch after:2023 ", "code"},
      {"ditch date:2021..2022 ", "eel"},
      {"date:2020-01-01 ", "heron"},
      // alternatives
      {"frogs OR parser ", "heron code"},
      {"ditch (frogs OR parser) ", "heron code"},
      {"-ditch lang:en ", "cpp"},
      // typos
      {"frgos ", "heron"},
      {"xrogs ", "heron"},
      {"parsre", "code"},
      {"zzzzzzzz ", ""},
      {"", ""},
  };
  for (const Row& row : rows) {
    INFO(row.question);
    const SearchAnswer answer = site.Ask(row.question);
    std::multiset<std::string> found;
    for (const Hit& hit : answer.hits) {
      if (hit.group == HitGroup::kFull) found.insert(hit.post.substr(0, hit.post.find('.')));
    }
    std::multiset<std::string> wanted;
    std::string name;
    for (const char* c = row.hits;; ++c) {
      if (*c == ' ' || *c == '\0') {
        if (!name.empty()) wanted.insert(name);
        name.clear();
        if (*c == '\0') break;
      } else {
        name += *c;
      }
    }
    CHECK(found == wanted);
    CHECK(answer.total == wanted.size());
  }
}

TEST_CASE("A word finds its other forms, in the post's own language") {
  SmallSite site({MakePost("a.md", "A", "running\n"), MakePost("b.md", "B", "runs\n"),
                  MakePost("c.md", "C", "runs\n", {}, -1, "de")});
  CHECK(site.Ask("running ").total == 2);
  CHECK(site.Ask("runs ").total == 3);
  CHECK(site.Ask("\"runs\" ").total == 2);
}

TEST_CASE("A form that no post has finds the others") {
  SmallSite site({MakePost("en.md", "A", "walk a dictionary policy walkman\n"),
                  MakePost("ru.md", "B", "книгу\n", {}, -1, "ru")});
  struct Form {
    const char* question;
    const char* wanted;  // searched instead
  };
  for (const Form& row : {Form{"walking ", "walk"}, Form{"walking", "walk"},
                          Form{"policies ", "policy"}, Form{"dictionaries ", "dictionary"},
                          Form{"книгами ", "книгу"}, Form{"dictionarys", "dictionary"}}) {
    INFO(row.question);
    const SearchAnswer answer = site.Ask(row.question);
    CHECK(answer.total == 1);
    REQUIRE(answer.corrections.size() == 1);
    const Vector<std::string>& to = answer.corrections[0].to;
    CHECK(std::find(to.begin(), to.end(), row.wanted) != to.end());
  }
  // What goes on after the word is as likely meant as a word one typo away.
  SmallSite others({MakePost("a.md", "A", "walking talk cars care carbon\n"),
                    MakePost("b.md", "B", "sjön\n", {}, -1, "sv"),
                    MakePost("c.md", "C", "котами\n", {}, -1, "ru")});
  CHECK(others.Ask("walk ").corrections[0].to == Vector<std::string>{"walking", "talk"});
  CHECK(others.Ask("car ").corrections[0].to == Vector<std::string>{"care", "cars"});
  CHECK(others.Hits("sjö ") == "b");
  CHECK(others.Hits("cra ") == "");
  CHECK(others.Hits("ca ") == "");
  // A word that is a typo away goes before. Of four letters, an unfinished one too is mended.
  CHECK(site.Ask("wlak").corrections[0].to == Vector<std::string>{"walk"});
  CHECK(site.Ask("wolk ").corrections[0].to == Vector<std::string>{"walk"});
  CHECK(site.Ask("polishing ").total == 0);
}

TEST_CASE("A compound that no post has is searched by its parts") {
  SmallSite site({MakePost("zh.md", "A", "数据库的设计与优化\n", {}, -1, "zh"),
                  MakePost("fr.md", "B", "près de l'hôpital\n", {}, -1, "fr"),
                  MakePost("en.md", "C", "windows and std::vector here\n", {"Node.js", "Q&A"})});
  CHECK(site.Hits("数据库设计") == "| zh");
  CHECK(site.Ask("数据库设计").total == 0);
  CHECK(site.Hits("l'hopitla ") == "fr");
  CHECK(site.Ask("l'hopitla ").forms == Vector<std::string>{" l ", " hopital "});
  CHECK(site.Hits("windows/linux ") == "| en");
  CHECK(site.Hits("std::vectro ") == "en");
  CHECK(site.Hits("-windows/linux ") == "zh fr en");
  CHECK(site.Hits("tag:node-js ") == "en");
  CHECK(site.Hits("tag:\"q & a\" ") == "en");
}

TEST_CASE("An answer names the other words that it searched") {
  SmallSite site({MakePost("a.md", "A", "top of a comma command\n"),
                  MakePost("b.md", "B", "topping and topped\n"), MakePost("c.md", "C", "frogs\n")});
  struct Asked {
    const char* question;
    Vector<std::string> forms;
  };
  for (const Asked& row :
       {Asked{"topping ", {" top topped "}}, Asked{"\"topping\" ", {" "}},
        Asked{"toping comma ", {" top topped topping ", " "}}, Asked{"frgos ", {" frogs "}},
        Asked{"-topping of ", {" "}}, Asked{"birds", {" "}}}) {
    INFO(row.question);
    CHECK(site.Ask(row.question).forms == row.forms);
  }
}

TEST_CASE("Posts with some of the words follow those with all") {
  SmallSite site({MakePost("all.md", "X", "wet heron\n"), MakePost("one.md", "Y", "heron heron\n"),
                  MakePost("none.md", "Z", "eel\n")});
  const SearchAnswer answer = site.Ask("wet heron ");
  REQUIRE(answer.hits.size() == 2);
  CHECK(answer.total == 1);
  CHECK(answer.partial_total == 1);
  CHECK(answer.hits[0].post == "all.md");
  CHECK(answer.hits[1].group == HitGroup::kPartial);
  CHECK(site.Hits("wet heron -heron ") == "");
}

TEST_CASE("A correction is told and can be taken back") {
  SmallSite site(Posts());
  SearchRequest request;
  request.text = "frgos ";
  const SearchAnswer answer = site.Ask(request);
  REQUIRE(answer.corrections.size() == 1);
  CHECK(answer.corrections[0].from == "frgos");
  CHECK(answer.corrections[0].to == Vector<std::string>{"frogs"});
  request.correct_typos = false;
  CHECK(site.Ask(request).hits.empty());
}

TEST_CASE("Of the words that may be meant, the likelier slip of the hand goes first") {
  struct Slip {
    const char* posts;  // a word each
    const char* question;
    const char* wanted;
  };
  const Slip slips[] = {
      {"showing hoping shaping shopping", "shoping", "shopping"},  // a twin left out
      {"sister sister sisters", "sistesr", "sisters"},             // swapped, not one too many
      {"hints hints hints hiatus", "hiats", "hiatus"},             // left out, not wrong
      {"board board board boats", "boas", "boats"},                // all of it, not a beginning
      {"rising resign resignation rising", "resing", "resign"},    // swapped
  };
  for (const Slip& row : slips) {
    std::vector<IndexDocument> posts;
    std::string word;
    for (const char* c = row.posts;; ++c) {
      if (*c != ' ' && *c != '\0') {
        word += *c;
        continue;
      }
      posts.push_back(MakePost(std::to_string(posts.size()) + ".md", "X", word + "\n"));
      word.clear();
      if (*c == '\0') break;
    }
    SmallSite site(posts);
    const SearchAnswer answer = site.Ask(row.question);
    INFO(row.question);
    REQUIRE(answer.corrections.size() == 1);
    CHECK(answer.corrections[0].to.front() == row.wanted);
  }
}

TEST_CASE("What is much less likely meant is not searched beside the likeliest") {
  std::vector<IndexDocument> posts = {MakePost("rare.md", "X", "borowska\n")};
  for (int i = 0; i < 60; ++i)
    posts.push_back(MakePost("p" + std::to_string(i) + ".md", "X", "borrow\n"));
  SmallSite site(posts);
  CHECK(site.Ask("borow ").corrections[0].to == Vector<std::string>{"borrow"});
}

TEST_CASE("What fits better comes first") {
  const std::string filler = "one two three four five six seven eight nine ten\n";
  SmallSite site({MakePost("text.md", "Other", "heron " + filler),
                  MakePost("title.md", "Heron", filler),
                  MakePost("begun.md", "Other", "herons heronry " + filler),
                  MakePost("near.md", "P", "wet heron " + filler),
                  MakePost("far.md", "P", "wet " + filler + "heron\n")});
  CHECK(site.Ask("heron").hits[0].post == "title.md");
  CHECK(site.Ask("heron").hits.back().post == "begun.md");
  CHECK(site.Ask("wet heron ").hits[0].post == "near.md");
}

TEST_CASE("A heading that says it goes before a text that says it more often") {
  SmallSite site(
      {MakePost("often.md", "A",
                "blue deep frog here. blue deep frog there. deep blue. deep deep blue\n"),
       MakePost("heading.md", "B", "# Deep blue\nOne two three four five six seven eight nine\n"),
       MakePost("apart.md", "C", "# Deep\ndeep blue\n# Blue\nblue deep\n")});
  CHECK(site.Hits("deep blue ") == "heading apart often");
}

TEST_CASE("Of a word that most posts have, each place is known") {
  std::vector<IndexDocument> posts;
  for (int i = 0; i < 1100; ++i) {
    const std::string name = std::to_string(i);
    std::string body;
    for (int times = 0; times < i % 30; ++times) body += "water runs. ";
    posts.push_back(MakePost("p" + name + ".md", "P", body + "Some water mark" + name + "\n"));
  }
  SmallSite site(posts);
  for (const int i : {0, 1, 29, 777, 1099}) {
    const std::string name = std::to_string(i);
    CAPTURE(i);
    CHECK(site.Hits("\"water mark" + name + "\"") == "p" + name);
    CHECK(site.Ask("\"runs water mark" + name + "\"").total == 0);
  }
  CHECK(site.Ask("water ").total == 1100);
}

TEST_CASE("A phrase ends with its block, but goes on in the next line of code") {
  SmallSite site({MakePost("text.md", "A", "deep blue\nsea and\n# sand\nand rocks\n"),
                  MakePost("code.md", "B", "```\ndeep blue\nsea\n```\nand so\n")});
  CHECK(site.Hits("\"deep blue\"") == "text code");
  CHECK(site.Hits("\"blue sea\"") == "code");
  CHECK(site.Hits("\"sea and\"") == "text");
  CHECK(site.Hits("\"sand and\"") == "");
  CHECK(site.Hits("\"and sand\"") == "");
  CHECK(site.Hits("\"blue sea\"~1") == "text code");
}

TEST_CASE("A hit names the section that fits") {
  SmallSite site(Posts());
  const SearchAnswer answer = site.Ask("frogs ");
  REQUIRE(answer.hits.size() == 1);
  CHECK(answer.hits[0].has_section);
  CHECK(answer.hits[0].section_id == "Food");
  CHECK_FALSE(site.Ask("stands ").hits[0].has_section);
}

TEST_CASE("The section is that in which a phrase stands whole, and in the wanted field") {
  SmallSite site(
      {MakePost("a.md", "A",
                "# Old things\nThe mill is old. Old mills, said the old man of the mill.\n"
                "heron heron\n# Walk\nWe reached the old mill.\n```\nheron old-mill\n```\n")});
  for (const char* question :
       {"\"old mill\"", "\"the old mill\"", "old-mill ", "\"old mi", "heron in:code "}) {
    INFO(question);
    CHECK(site.Ask(question).hits[0].section_id == "Walk");
  }
  CHECK(site.Ask("heron ").hits[0].section_id == "Old things");
}

TEST_CASE("Order by date, and lists without words") {
  SmallSite site(Posts());
  SearchRequest request;
  request.text = "ditch ";
  request.order = SearchOrder::kNewest;
  CHECK(site.Hits(request) == "code eel heron");
  request.order = SearchOrder::kOldest;
  CHECK(site.Hits(request) == "heron eel code");
  CHECK(site.Hits("after:2020 lang:en ") == "code eel heron");
}

TEST_CASE("Facets count the full hits") {
  SmallSite site(Posts());
  SearchRequest request;
  request.text = "ditch ";
  request.facets = true;
  const Facets facets = site.Ask(request).facets;
  REQUIRE(facets.tags.size() == 4);
  CHECK(facets.tags[0].value == "Birds");
  REQUIRE(facets.languages.size() == 1);
  CHECK(facets.languages[0].count == 3);
  REQUIRE(facets.years.size() == 3);
  CHECK(facets.years[0].value == "2023");
}

TEST_CASE("Live posts are searched with the published ones as in one index") {
  const std::vector<IndexDocument> posts = Posts();
  SmallSite whole(posts);
  SmallSite parts({posts[0], posts[2], posts[4]});
  parts.Open(1, {posts[1], posts[3], posts[5]});
  for (const char* question : {"ditch", "wet ditch ", "deep ", "h", "tag:fish ", "\"wet ditch\""}) {
    INFO(question);
    const SearchAnswer a = whole.Ask(question);
    const SearchAnswer b = parts.Ask(question);
    CHECK(a.total == b.total);
    REQUIRE(a.hits.size() == b.hits.size());
    for (size_t i = 0; i < a.hits.size(); ++i)
      CHECK(a.hits[i].score == Catch::Approx(b.hits[i].score));
  }
  parts.searcher().Close(1);
  CHECK(parts.searcher().post_count() == 3);
}

TEST_CASE("Pages of hits neither overlap nor miss") {
  std::vector<IndexDocument> posts;
  for (int i = 0; i < 60; ++i) {
    posts.push_back(MakePost("p" + std::to_string(100 + i) + ".md", "T", "heron wet\n"));
  }
  SmallSite site(posts);
  std::set<std::string> seen;
  for (size_t offset = 0; offset < 60; offset += 7) {
    SearchRequest request;
    request.text = "wet heron ";
    request.offset = offset;
    request.limit = 7;
    for (const Hit& hit : site.Ask(request).hits) CHECK(seen.insert(hit.post).second);
  }
  CHECK(seen.size() == 60);
}

TEST_CASE("What cannot be read is said, and the rest is searched") {
  std::vector<IndexDocument> posts;
  for (int i = 0; i < 400; ++i) {
    std::string text = "heron ";
    for (int j = 0; j < 40; ++j)
      text += "w" + std::to_string(i * 17 % 97) + std::to_string(j) + "q ";
    posts.push_back(MakePost("p" + std::to_string(i) + ".md", "T", text + "\n"));
  }
  SmallSite site(posts);
  REQUIRE(site.files().size() > 1);
  for (auto& [name, bytes] : site.files()) {
    if (name.rfind("positions", 0) == 0) std::fill(bytes.begin(), bytes.end(), 'x');
  }
  const SearchAnswer answer = site.Ask("heron ");
  CHECK(answer.total == 400);
  CHECK(answer.hits.size() == 10);
  REQUIRE(answer.notes.size() == 1);
  CHECK(answer.notes[0].find("is damaged") != std::string::npos);
}

TEST_CASE("Answers as JSON") {
  SearchAnswer answer;
  answer.query = "h";
  answer.total = 1;
  Hit hit;
  hit.post = "a.md";
  hit.language = "en";
  answer.hits.push_back(hit);
  answer.forms = {" herons "};
  const Snippet snippet{"\xf0\x9f\xa6\xa2 heron", {{5, 10}}};
  CHECK(
      AnswerJson(answer, {snippet}, "7") ==
      "{\"id\":\"7\",\"query\":\"h\",\"total\":1,\"partial_total\":0,\"hits\":[{\"post\":\"a.md\","
      "\"url\":\"\",\"title\":\"\",\"language\":\"en\",\"score\":0,\"section\":null,"
      "\"snippet\":\"\xf0\x9f\xa6\xa2 "
      "heron\",\"marks\":[[3,8]]}],\"forms\":[\" herons \"],\"corrections\":[],\"notes\":[]}");
}

}  // namespace
}  // namespace broadsheet
