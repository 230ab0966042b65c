#include "markdown/document.h"

#include <catch_amalgamated.hpp>

#include "support/html_oracle.h"

namespace broadsheet {
namespace {

Document Parse(std::string_view markdown, MarkdownOptions options = {}) {
  return Document::Parse(markdown, options);
}

std::string Gfm(std::string_view markdown) {
  MarkdownOptions options;
  options.dialect = Dialect::kGfm;
  return Document::Parse(markdown, options).Html();
}

std::string Dump(const std::vector<Heading>& outline) {
  std::string dump;
  for (const Heading& heading : outline) {
    dump += std::to_string(heading.level) + " " + heading.id + " " + heading.text + "\n";
  }
  return dump;
}

std::string Dump(const PlainText& text) {
  std::string dump;
  for (const TextSection& section : text.sections) {
    dump += "[" + section.title + "]" +
            text.text.substr(section.range.begin, section.range.end - section.range.begin);
  }
  return dump;
}

TEST_CASE("media of other hosts become links where they may not be shown") {
  struct Row {
    std::string_view markdown;
    std::string_view html;
  };
  const Row rows[] = {
      {"![A *cat*](https://x.example/c.png)",
       R"(<p><a class="remote-media" href="https://x.example/c.png" rel="external">A cat</a></p>)"},
      {"![](//x.example/c.png)",
       R"(<p><a class="remote-media" href="//x.example/c.png" rel="external">//x.example/c.png</a></p>)"},
      {"[![ci](https://x.example/ci.svg)](https://ci.example)",
       R"(<p><a href="https://ci.example" rel="external"><span class="remote-media">ci</span></a></p>)"},
      {"![c](http:/x.example/c.png)",
       R"(<p><a class="remote-media" href="http:/x.example/c.png" rel="external">c</a></p>)"},
      {R"(a <img src="https://x.example/c.png" alt="A cat">)",
       R"(<p>a <a class="remote-media" href="https://x.example/c.png" rel="external">A cat</a></p>)"},
      {R"(a <a href="/b"><img src="https://x.example/c.png" alt="c"></a>)",
       R"(<p>a <a href="/b"><span class="remote-media">c</span></a></p>)"},
      {R"(a <video controls><source src="https://x.example/v.webm">b</video>)",
       R"(<p>a <video controls=""></video><a class="remote-media" href="https://x.example/v.webm" )"
       R"(rel="external">https://x.example/v.webm</a>b</p>)"},
      {R"(a <picture><source srcset="https://x.example/c.webp, d.webp"></picture>)",
       R"(<p>a <picture><source srcset="d.webp" /></picture></p>)"},
      {R"(a <picture><source srcset="https://x.example/c.webp"></picture>)",
       R"(<p>a <picture><source /></picture></p>)"},
      {R"(a <video src="v.webm" poster="https://x.example/c.png"></video>)",
       R"(<p>a <video src="v.webm"></video></p>)"},
      {R"(a <img src="javascript:x" alt="c">)", R"(<p>a <img alt="c" /></p>)"},
  };
  MarkdownOptions options;
  options.remote_media = false;
  for (const Row& row : rows) {
    INFO(row.markdown);
    CHECK(Parse(row.markdown, options).Html() == std::string(row.html) + "\n");
  }
}

TEST_CASE("any bytes are a document") {
  struct Row {
    std::string_view bytes;
    std::string_view html;
  };
  using namespace std::string_view_literals;
  const Row rows[] = {
      {""sv, ""sv},
      {"\xEF\xBB\xBF"sv, ""sv},
      {"\xEF\xBB\xBF# a"sv, "<h1 id=\"a\">a</h1>\n"sv},
      {"a\0b"sv,
       "<p>a\xEF\xBF\xBD"
       "b</p>\n"sv},
      {"a\rb\r\nc\nd"sv, "<p>a\nb\nc\nd</p>\n"sv},
      {"\xE2\x82"
       "A\xF0\x9F\x98\xED\xA0\x80\xC0\xAF"sv,
       "<p>\xEF\xBF\xBD"
       "A\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD</p>\n"sv},
      {"&#xFFFF;&#65534;"sv, "<p>\xEF\xBF\xBF\xEF\xBF\xBE</p>\n"sv},
      {"# \xEF\xBF\xBF"sv, "<h1 id=\"\xEF\xBF\xBF\">\xEF\xBF\xBF</h1>\n"sv},
      {"\n\n  \n"sv, ""sv},
      {"a\0"sv, "<p>a\xEF\xBF\xBD</p>\n"sv},
  };
  for (const Row& row : rows) CHECK(Parse(row.bytes).Html() == row.html);
}

TEST_CASE("a link definition outlives its place in a quote") {
  CHECK(Gfm("> [a]: bcd \"title\"\n> long text behind it [a]\n") ==
        "<blockquote>\n<p>long text behind it <a href=\"bcd\" title=\"title\">a</a></p>\n"
        "</blockquote>\n");
  CHECK(Gfm("- [a]: bcd\n  long text behind it\n\n[a]\n") ==
        "<ul>\n<li>long text behind it</li>\n</ul>\n<p><a href=\"bcd\">a</a></p>\n");
}

TEST_CASE("what CommonMark says and its examples do not") {
  struct Row {
    std::string_view markdown;
    std::string_view html;
  };
  const Row rows[] = {
      {"> a\n<b>\n", "<blockquote>\n<p>a\n<b></p>\n</blockquote>\n"},
      {"[a]: b\n---\n", "<hr />\n"},
      {"> [a]: b\n c\n", "<blockquote>\n<p>c</p>\n</blockquote>\n"},
      {"a <!-- <!b>\n", "<p>a &lt;!-- <!b></p>\n"},
      {"[a]: b\n\"c\" d [a]\n", "<p>&quot;c&quot; d <a href=\"b\">a</a></p>\n"},
      {"[a]: b(c\n", "<p>[a]: b(c</p>\n"},
      {"[a](\\&#35; \"&#92;*\")\n", "<p><a href=\"&amp;#35;\" title=\"\\*\">a</a></p>\n"},
      {"- [a]: b\n\n  c\n", "<ul>\n<li>\n<p>c</p>\n</li>\n</ul>\n"},
      {"``` a\\&#35;\n", "<pre><code class=\"language-a&amp;#35;\"></code></pre>\n"},
  };
  MarkdownOptions options;
  options.dialect = Dialect::kCommonMark;
  options.html = HtmlMode::kTrusted;
  for (const Row& row : rows) CHECK(Parse(row.markdown, options).Html() == row.html);
}

TEST_CASE("outline and its ids") {
  CHECK(Dump(Parse("# A *b*\n\nA\n=\n\n### `c` {#x}\n\n## main\n").Outline()) ==
        "1 a-b A b\n1 a A\n3 x c\n2 section-main main\n");
  CHECK(Dump(Parse("# a\n# a\n# a-1\n# a\n").Outline()) ==
        "1 a a\n1 a-1 a\n1 a-1-1 a-1\n1 a-2 a\n");
  CHECK(Dump(Parse("# !?\n").Outline()) == "1 section !?\n");
}

TEST_CASE("a first heading that is the title is left out") {
  MarkdownOptions options;
  options.title = "A b";
  CHECK(Parse("# A *b*\n\nc\n", options).Html() == "<p>c</p>\n");
  CHECK(Parse("# A *b*\n\nc\n", options).Outline().empty());
  CHECK(Parse("# A c\n", options).Outline().size() == 1);
  CHECK(Parse("a\n\n# A b\n", options).Outline().size() == 1);
  CHECK(Parse("## A b\n", options).Outline().size() == 1);
}

TEST_CASE("plain text with sections and code") {
  const PlainText text = Parse("a *b*\nc\n\n# d\n\n- `e`\n\n|f|g|\n|-|-|\n|h|i|\n").Text();
  CHECK(Dump(text) == "[]a b c\n[d]e\nf\tg\nh\ti\n");
  REQUIRE(text.code.size() == 1);
  CHECK(text.text.substr(text.code[0].begin, 1) == "e");
  CHECK(Parse("<p>a <b>b</b> &amp; c</p>\n").Text().text == "a b & c  \n");
  CHECK(Parse("tea<br>milk in<b>tern</b>al wo<wbr>rd H<sub>2</sub>O\n").Text().text ==
        "tea milk internal word H2O\n");
  CHECK(Parse("<ul><li>five</li><li>six</li></ul>\n").Text().text == "five six  \n");
  CHECK(Parse("<tr><td>a</td><td>b<br/>c</td></tr>\n").Text().text == " a b c   \n");
  CHECK(Parse("a <!-- x > y --> b\n\n<!-- not closed\n").Text().text == "a  b\n");
  CHECK(Parse("![x *y*](z)\n").Text().text == "x y\n");
  CHECK(Parse("one  \ntwo\\\nthree\n\n<p>four\nfive</p>\n\n```\nsix\nseven\n```\n").Text().text ==
        "one two three\nfour five  \nsix\nseven\n");
}

TEST_CASE("first heading and excerpt") {
  CHECK(Parse("## a\n\nb\n").FirstHeading() == "a");
  CHECK(Parse("b\n\n# a\n").FirstHeading().empty());
  CHECK(Parse("### c\n\n# a\n").FirstHeading() == "a");
  CHECK(Parse("# a\n\nb *c*\n\nd\n").Excerpt() == "b c");
  CHECK(Parse("b\n\nc\n\n<!-- more -->\n\nd\n").Excerpt() == "b\nc");
  CHECK(Parse("# a\n").Excerpt().empty());
  CHECK(Parse("![p](q)\n\n[![p](q)](r)\n![s](t)\n\nb\n").Excerpt() == "b");
  CHECK(Parse("![p](q) b\n\nc\n").Excerpt() == "p b");
  CHECK(Parse("a\n\nb *c*<!--more--> d\n\ne\n").Excerpt() == "a\nb c");
}

TEST_CASE("elements that are shown as text are known, with their lines") {
  std::string found;
  for (const ForeignElement& element :
       Parse("a <b>b</b> <Font>c</font>\n\n`<iframe>`\n\n<iframe src=\"x\"></iframe>\n<center>\n")
           .ForeignElements()) {
    found += element.name + ":" + std::to_string(element.line) + " ";
  }
  CHECK(found == "font:1 iframe:5 center:6 ");
}

TEST_CASE("relative references and what they stand for") {
  const std::string_view markdown =
      "[a](b.md#c)\n![d](e.png)\n\n[[f#g]] [h](/i) [j](https://k)\n[l]({% m n %} \"o\") [p][]\n\n"
      "[p]: {{ 'q r' | s }}\n\n<p>\n<a href='t'>u</a> <img src=v></p>\n";
  const std::vector<ReferenceUse> uses = Parse(markdown).RelativeReferences();
  REQUIRE(uses.size() == 8);
  CHECK(uses[3].address == "/i");
  CHECK((uses[4].address == "{% m n %}" && uses[4].line == 5));
  CHECK(uses[5].address == "{{ 'q r' | s }}");
  CHECK((uses[6].address == "t" && uses[6].line == 10));
  CHECK((uses[7].address == "v" && uses[7].kind == ReferenceUse::Kind::kImage));
  CHECK((uses[0].address == "b.md#c" && uses[0].line == 1));
  CHECK((uses[1].address == "e.png" && uses[1].line == 2));
  CHECK((uses[2].address == "[[f]]" && uses[2].line == 4));

  const References references = {{"b.md#c", {"/b/#c", 0, 0, ""}},
                                 {"e.png", {"/e.png", 3, 4, ""}},
                                 {"[[f]]", {"/f/", 0, 0, "F"}}};
  MarkdownOptions options;
  options.references = &references;
  const std::string html = Parse(markdown, options).Html();
  CHECK(html.find("<a href=\"/b/#c\">a</a>") != std::string::npos);
  CHECK(html.find("src=\"/e.png\" alt=\"d\" width=\"3\" height=\"4\"") != std::string::npos);
  CHECK(html.find("href=\"/f/#g\">F › g</a>") != std::string::npos);
}

TEST_CASE("kramdown's place for a table of contents is left out") {
  CHECK(Parse("* toc\n{:toc}\n\na\n").Html() == "<p>a</p>\n");
  CHECK(Parse("1. a\n   {:toc}\n").Html().empty());
  CHECK(Parse("* toc\n").Html().find("toc") != std::string::npos);
  CHECK(Parse("*\n").Html().find("<li>") != std::string::npos);
}

TEST_CASE("calls of templates are a destination only in posts, and only when they end") {
  MarkdownOptions gfm;
  gfm.dialect = Dialect::kGfm;
  CHECK(Parse("[a]({% b c %})\n", gfm).RelativeReferences().empty());
  for (const char* text : {"[a]({% b c)\n", "[a]({b c})\n", "[a]({{ b\nc }})\n", "[a]({"}) {
    INFO(text);
    CHECK(Parse(text).RelativeReferences().empty());
  }
}

TEST_CASE("an address cannot be resolved into a scheme") {
  MarkdownOptions options;
  options.base_url = "x/";
  CHECK(Parse("[a](../javascript:b)\n", options).Html() ==
        "<p><a href=\"./javascript:b\">a</a></p>\n");
}

TEST_CASE("nesting is bounded, with a note") {
  std::string quotes;
  for (int i = 0; i < 1000; ++i) quotes += "> ";
  const Document document = Parse(quotes + "a\n");
  CHECK(document.notes().size() == 1);
  CHECK(document.Html().find("&gt; &gt;") != std::string::npos);
  CHECK(Parse("> > a\n").notes().empty());
}

TEST_CASE("hostile texts leave nothing foreign behind") {
  const std::string_view rows[] = {"<script>x</script>",
                                   "<SCRIPT SRC=//x>",
                                   "<svg onload=x>",
                                   "<math><mtext><style><img>",
                                   "<iframe srcdoc='x'>",
                                   "<object data=x>",
                                   "<form action=x><input name=y>",
                                   "<meta http-equiv=x>",
                                   "<base href=//x>",
                                   "<link rel=stylesheet href=x>",
                                   "<style>a{}</style>",
                                   "<template><b>",
                                   "<a href=javascript:x>y</a>",
                                   "<a href=' java\nscript:x'>y</a>",
                                   "<a href='&#1;javascript:x'>",
                                   "<a href='\\\\x'>",
                                   "<img src=x onerror=y>",
                                   "<img src='data:image/svg+xml,x'>",
                                   "<video src=http://x>",
                                   "<video poster=javascript:x>",
                                   "<img srcset='javascript:x 1x, y 2x'>",
                                   "<b style=x onclick=y data-z=1 id=main name=x>",
                                   "<p>\n\n</div></p></article>\n",
                                   "<details><p>",
                                   "[a](javascript:x)",
                                   "[a](&#106;avascript:x)",
                                   "[a](java&Tab;script:x)",
                                   "[a](<java\tscript:x>)",
                                   "[a](\\javascript:x)",
                                   "[a](vbscript:x)",
                                   "[a](DATA:text/html,x)",
                                   "![a](data:text/html,x)",
                                   "<javascript:x>",
                                   "[a]: javascript:x\n\n[a]",
                                   "![a\" onerror=\"x](y)",
                                   "[a](b \"c\\\" onclick=x\")",
                                   "```js\" onload=x\ny\n```",
                                   "# a\" onload=\"x {#b\"c}",
                                   "[^a\"b<c]\n\n[^a\"b<c]: x",
                                   "*[a]: \"b\" <c>\n\na",
                                   "`x`{.a\"b title=\"<c>\"}",
                                   "[[a\"<b>|c<d>]]",
                                   "$</mtext></math><b>$",
                                   "<b><i>a</b>b</i>",
                                   "<table><b><td>x",
                                   "<!--><img src=x onerror=y>-->",
                                   "<a<b onclick=x>",
                                   "<img/src=x/onerror=y>",
                                   "<b x='>' onclick=y>",
                                   "x[^a]\n\n[^a]: b\n\n<details>",
                                   "x[^a]\n\n[^a]: b\n\n<table><tr><td><b>",
                                   "<![CDATA[<b onclick=x>]]>",
                                   "<?<b onclick=x>?>",
                                   "> [!NOTE] <img src=x onerror=y>",
                                   "a\n: <script>x",
                                   "|<b|c>|\n|-|-|\n|<script>|x|"};
  for (const std::string_view row : rows) {
    for (const HtmlMode mode : {HtmlMode::kSafe, HtmlMode::kNone}) {
      for (const Dialect dialect : {Dialect::kPost, Dialect::kGfm, Dialect::kCommonMark}) {
        MarkdownOptions options;
        options.html = mode;
        options.dialect = dialect;
        CAPTURE(row);
        CHECK(FindForeignHtml(Parse(row, options).Html()) == "");
      }
    }
  }
}

TEST_CASE("definitions before a table are read") {
  const std::string html = Gfm("[a]: b\n[a] c\n|[a]|\n|-|\n");
  CHECK(html.substr(0, 29) == "<p><a href=\"b\">a</a> c</p>\n<t");
  CHECK(Gfm("[a]: b\n|[a]|\n|-|\n").substr(0, 7) == "<table>");
}

TEST_CASE("tables end where filling their rows would grow past all bounds") {
  std::string wide = "|", rule = "|", rows;
  for (int i = 0; i < 400; ++i) wide += "a|", rule += "-|";
  for (int i = 0; i < 2000; ++i) rows += "b\n";
  CHECK(Gfm(wide + "\n" + rule + "\n" + rows).size() < 1000000);
}

}  // namespace
}  // namespace broadsheet
