#include "site/shell_text.h"

#include <catch_amalgamated.hpp>

namespace broadsheet {
namespace {

TEST_CASE("readers get the shell without comments and indentation") {
  struct Case {
    const char* path;
    const char* text;
    const char* expected;
  };
  const Case cases[] = {
      {"a.js", "// one\nlet a; // two\n\n  // three\n  let b;\n", "let a;let b;\n"},
      {"a.js", "/** one */\nlet a;\n/*\n * two\n */\nlet b;\n", "let a;let b;\n"},
      {"a.js", "/** @type {x} */ (let) = 1;\nlet b;\n", "(let)=1;let b;\n"},
      {"a.js", "  f(/** @type {x} */ (a), /** @type {y} */ (b));\n", "f((a),(b));\n"},
      {"a.js", "f('/** @open');\n", "f('/** @open');\n"},
      {"a.js", "a('; // b');\nc(1, // one's\n2);\n", "a('; // b');\nc(1,// one's\n2);\n"},
      {"a.js", "const u = 'https://x';\nreturn /* no */ 1;",
       "const u='https://x';return /* no */ 1;\n"},
      {"a.js", "if (a < b) {\n  c = [d, 'e , f'];\n}\ng()\n", "if(a<b){c=[d,'e , f'];}\ng()\n"},
      {"a.js", "a\n(b + +c)\n", "a\n(b + +c)\n"},
      {"a.js", "a(`b , ${c('d')} , `, 1);\n", "a(`b , ${c('d')} , `,1);\n"},
      {"a.js", "a(/[b , ']/, 'c , d') , e / f;\n", "a(/[b , ']/, 'c , d') , e / f;\n"},
      {"a.js", "a('\\' , ', 1);\n", "a('\\' , ',1);\n"},
      {"a.css", "/* one */\n  a { b: c }\n//x\n", "a { b: c }\n//x\n"},
      {"a.svg", "// one\n", "// one\n"},
  };
  for (const Case& row : cases) CHECK(StripShellText(row.path, row.text) == row.expected);
}

}  // namespace
}  // namespace broadsheet
