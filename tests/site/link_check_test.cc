#include "site/link_check.h"

#include <catch_amalgamated.hpp>

#include "site/site_fixture.h"
#include "site/spelling.h"

namespace broadsheet {
namespace {

TEST_CASE("links that lead to nothing are reported with what was meant") {
  struct Case {
    const char* text;
    const char* expected;  // "" = fine
  };
  const Case cases[] = {
      {"[x](heron.md)", ""},
      {"[x](heron.md#the-ditch)", ""},
      {"[x](#part)\n\n## Part\n", ""},
      {"[x](/tags/birds/) [y](/archive/) [z](pictures/a.png)", ""},
      {"[x](#none)\n\n## Part\n",
       "a.md:1: 'a.md' has no heading '#none'; mend the address or add the file"},
      {"[x](#fn1) [y](#top) [z](#p%C3%A4rt) [u](#id) [v](#name) [w](#own)\n\n## Pärt\n\n"
       "<b id=\"id\">b</b> <a name=\"name\">c</a>\n\nPara\n{: .x #own}\n",
       ""},
      {"[x](heron.md#the-ditch:~:text=frog)", ""},
      {"[x](../archive/) [y](../tags/birds/) [z](../) [u](../atom.xml)", ""},
      {"[x](https://else.example/none.md)", ""},
      {"[x]({{ site.url }}/y)",
       "a.md:1: the link '{{ site.url }}/y' leads to nothing; mend the address or add the file"},
      {"[x]({{ page.url }}) [y](/y)", ""},
      {"[x]({% post_url heron %}#the-ditch) [y]({{< ref \"heron.md\" >}})", ""},
      {"[x]({{ '/' | relative_url }}) [y]({{ site.baseurl }}/posts/heron/)", ""},
      {"[x]({% link _posts/herron.md %})",
       "a.md:1: the link '{% link _posts/herron.md %}' leads to nothing; did you mean 'heron.md'?"},
      {"[x]({% post_url heron %}#the-dich)",
       "a.md:1: 'heron.md' has no heading '#the-dich'; did you mean 'the-ditch'?"},
      {"[x]({{ site.url }}/y) [x]({{ site.url }}/y)",
       "a.md:1: the link '{{ site.url }}/y' leads to nothing (2 times); mend the address or add "
       "the "
       "file"},
      {"<p>\n<a href='herron.md'>x</a> <img src='pictures/a.png'></p>",
       "a.md:2: the link 'herron.md' leads to nothing; did you mean 'heron.md'?"},
      {"[x](@/heron.md) [y](@/blog/heron.md#the-ditch)", ""},
      {"[x](@/blog/none.md)",
       "a.md:1: the link '@/blog/none.md' leads to nothing; mend the address or add the file"},
      {"\n[x](herron.md)",
       "a.md:2: the link 'herron.md' leads to nothing; did you mean 'heron.md'?"},
      {"![x](a.png)",
       "a.md:1: the picture 'a.png' leads to nothing; did you mean 'pictures/a.png'?"},
      {"![x](none.png)",
       "a.md:1: the picture 'none.png' leads to nothing; mend the address or add the file"},
      {"[x](github.com/x)",
       "a.md:1: the link 'github.com/x' leads to nothing; write 'https://github.com/x'"},
      {"[x](heron.md#the-dich)",
       "a.md:1: 'heron.md' has no heading '#the-dich'; did you mean 'the-ditch'?"},
      {"[[Herons]]", "a.md:1: no post is called 'Herons'; did you mean 'Heron'?"},
  };
  for (const Case& row : cases) {
    const Edition edition = EditionOf(
        {{"a.md", row.text}, {"heron.md", "---\ntags: [birds]\n---\n# Heron\n\n## The ditch\n"}});
    PostsFolder folder;
    folder.assets.push_back({"pictures/a.png", 1, 0});
    const Diagnostics found = CheckLinks(edition, folder);
    INFO(row.text);
    CHECK((found.empty() ? "" : found[0].ToString()) == row.expected);
    CHECK(found.size() <= 1);
  }
}

TEST_CASE("the navigation is checked too") {
  struct Case {
    const char* url;
    bool leads;
  };
  const Case cases[] = {
      {"", true},
      {"archive/", true},
      {"posts/heron/", true},
      {"posts/heron", true},
      {"tags/birds/", true},
      {"cv/", true},
      {"old/", true},
      {"posts/x/p.html", true},
      {"atom.xml", true},
      {"/elsewhere/", true},
      {"#main", true},
      {"mailto:a@b.example", true},
      {"posts/", false},
      {"about/", false},
      {"posts/herons/", false},
      {"p.html", false},
      {"https://else.example/none/", true},
  };
  for (const Case& row : cases) {
    Edition edition =
        EditionOf({{"heron.md", "---\ntags: [birds]\naliases: [/old/]\n---\n# Heron\n"}});
    edition.config.navigation = {{"There", row.url}};
    PostsFolder folder;
    folder.statics.push_back({"cv/index.html", 1, 0});
    folder.assets.push_back({"x/p.html", 1, 0});
    INFO(row.url);
    CHECK(CheckLinks(edition, folder).empty() == row.leads);
  }
}

TEST_CASE("the nearest word is found, or none") {
  const std::vector<std::string_view> known = {"title", "description", "page_size", "url"};
  CHECK(Nearest("titel", known) == "title");
  CHECK(Nearest("Title", known) == "title");
  CHECK(Nearest("pagesize", known) == "page_size");
  CHECK(Nearest("descripton", known) == "description");
  CHECK(Nearest("theme", known).empty());
  CHECK(Nearest("", known).empty());
}

TEST_CASE("the nearest word: edits are counted alike in words of every length") {
  for (const size_t size : {4u, 8u, 63u, 64u, 65u, 130u}) {
    std::string word(size, 'x');
    for (size_t i = 0; i < size; ++i) word[i] = static_cast<char>('a' + i * 7 % 26);
    const size_t limit = size / 4;
    std::string swapped = word;  // pair after pair: an edit each
    for (size_t i = 0; i < limit; ++i) std::swap(swapped[2 * i], swapped[2 * i + 1]);
    const std::string shorter = word.substr(limit);
    const std::string longer = word + std::string(limit, '-');
    const std::string other = std::string(limit, '-') + word.substr(limit);
    INFO(size);
    for (const std::string& near : {swapped, shorter, longer, other}) {
      CHECK(Nearest(word, {near}) == near);
      CHECK(Nearest(word, {near, word}) == word);
    }
    CHECK(Nearest(word, {longer + "-"}).empty());
    CHECK(Nearest(word, {word.substr(limit + 1)}).empty());
    CHECK(Nearest(word, {"-" + other.substr(0, size - 2) + "+"}).empty());
  }
}

}  // namespace
}  // namespace broadsheet
