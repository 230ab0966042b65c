import assert from 'node:assert/strict';
import { appendFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { bareCode, checkShell, checkSource } from './layers.mjs';

const kRoot = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'broadsheet-layers-'));
after(() => rmSync(folder, { recursive: true }));

let made = 0;
function tree(files) {
  const root = join(folder, `tree-${(made += 1)}`);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return root;
}

const kGood = {
  'base/result.h': '#pragma once\n#include <string>\n',
  'text/token.h': '#include "base/result.h"\n',
  'markdown/document.cc': '#include <cmark-gfm.h>\n#include "base/result.h"\n#include "node.h"\n',
  'io/real_files.h': '#include "base/result.h"\n',
  'io/real_files.cc': '#include <filesystem>\n#include <fstream>\n#include "io/real_files.h"\n',
  'index/CMakeLists.txt': 'broadsheet_layer(index_read FILES reader*.cc DEPENDS text)\n',
  'index/reader.h': '#include "text/token.h"\n',
  'index/reader.cc': '#include "index/reader.h"\n',
  'index/builder.h': '#include "index/reader.h"\n',
  'index/builder.cc': '#include "index/builder.h"\n',
  'search/searcher.cc': '#include "index/reader.h"\n// stdout "try"\n',
  'cli/main.cc': '#include <cstdio>\n#include "io/real_files.h"\nint main() { std::puts("x"); }\n',
  'wasm/exchange.h': '#include "base/result.h"\n',
  'wasm/read_abi.cc': '#include "wasm/exchange.h"\n',
};

test('a tree that keeps to its layers has no problems', () => {
  assert.deepEqual(checkSource(tree(kGood)), []);
});

const kForbidden = [
  ['base may not look up', 'base/result.h', '#include "text/token.h"\n', /may not use text/],
  ['text does not know markdown', 'text/token.h', '#include "markdown/document.h"\n', /does not have|may not use/],
  ['only markdown has cmark', 'text/token.cc', '#include <cmark-gfm.h>\n', /<cmark-gfm.h>/],
  ['cmark in quotes is cmark', 'text/token.cc', '#include "node.h"\n', /only markdown has cmark/],
  ['only real_ has files', 'search/searcher.cc', '#include <fstream>\n', /<fstream>/],
  ['fopen counts as a file', 'text/token.cc', 'void f() { fopen("a", "r"); }\n', /fopen/],
  ['the core is silent', 'text/token.cc', 'void f() { std::printf("a"); }\n', /printf/],
  ['the core has no streams', 'text/token.cc', '#include <sstream>\n', /<sstream>/],
  ['the core has no clock', 'text/token.cc', '#include <chrono>\n', /<chrono>/],
  ['the core throws nothing', 'text/token.cc', 'void f() { throw 1; }\n', /throw/],
  ['Emscripten stays in wasm', 'text/token.cc', '#ifdef __EMSCRIPTEN__\n#endif\n', /__EMSCRIPTEN__/],
  ['search never builds', 'search/searcher.cc', '#include "index/builder.h"\n', /reading side/],
  ['the reader never builds', 'index/reader.cc', '#include "index/builder.h"\n', /reading side/],
  ['read.wasm does not search', 'wasm/read_abi.cc', '#include "index/reader.h"\n', /wasm\/read may not use index/],
  ['nothing includes cli', 'index/builder.cc', '#include "cli/main.cc"\n', /may not use cli/],
  ['real files are for cli', 'index/builder.cc', '#include "io/real_files.h"\n', /may not use io/],
  ['circles inside a layer', 'index/reader.h', '#include "index/builder.h"\n', /circle|reading side/],
];

for (const [name, file, text, expected] of kForbidden) {
  test(`C++: ${name}`, () => {
    const problems = checkSource(tree({ ...kGood, [file]: (kGood[file] ?? '') + text }));
    assert.notEqual(problems.length, 0);
    assert.match(problems.join('\n'), expected);
  });
}

const kShell = {
  'lib/dates.js': 'export const a = 1;\n',
  'core/load.js': "import { a } from '../lib/dates.js';\nexport const b = a;\n",
  'search/box.js': "import { b } from '../core/load.js';\nexport const c = b;\n",
  'app/router.js': "import { a } from '../lib/dates.js';\nexport const d = a;\n",
  'app/main.js': "import { c } from '../search/box.js';\nimport { d } from './router.js';\nc(d);\n",
};

test('a shell that keeps to its layers has no problems', () => {
  assert.deepEqual(checkShell(tree(kShell)), []);
});

const kForbiddenImports = [
  ['lib is pure', 'lib/dates.js', "import '../core/load.js';\n", /lib may not use core/],
  ['search does not know app', 'search/box.js', "import '../app/router.js';\n", /search may not use app/],
  ['app does not know search', 'app/router.js', "import '../search/box.js';\n", /app may not use search/],
  ['late imports count', 'core/load.js', "import('../search/box.js');\n", /core may not use search/],
  ['no packages', 'app/router.js', "import x from 'left-pad';\n", /no packages/],
  ['no circles', 'lib/dates.js', "import './other.js';\n", /circle/, { 'lib/other.js': "import './dates.js';\n" }],
];

for (const [name, file, text, expected, more] of kForbiddenImports) {
  test(`JavaScript: ${name}`, () => {
    const problems = checkShell(tree({ ...kShell, ...more, [file]: kShell[file] + text }));
    assert.match(problems.join('\n'), expected);
  });
}

test('adding a forbidden include to the project itself fails', () => {
  const copy = join(folder, 'project');
  cpSync(join(kRoot, 'src'), copy, { recursive: true });
  const before = checkSource(copy);
  const header = readdirSync(join(copy, 'base')).find((name) => name.endsWith('.h'));
  assert.ok(existsSync(join(copy, 'text')));
  appendFileSync(join(copy, 'base', header), '#include <cmark-gfm.h>\n');
  assert.equal(checkSource(copy).length, before.length + 1);
});

test('comments and strings are not code', () => {
  assert.equal(bareCode('a // throw\n"throw" /* try */ b').replace(/\s+/g, ' '), 'a "" b');
});
