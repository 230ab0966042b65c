import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { readingScripts, measure } from '../../tools/sizes.mjs';

const kTool = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'tools', 'sizes.mjs');
const folder = mkdtempSync(join(tmpdir(), 'broadsheet-sizes-'));
after(() => rmSync(folder, { recursive: true }));

function site(name, changes = {}) {
  const files = {
    'index.html': '<p>home',
    'broadsheet/catalog.json': '{}',
    'broadsheet/app/main.js': "import { a } from '../lib/a.js';\nimport(a);\n",
    'broadsheet/lib/a.js': "export * from './b.js';\nexport const late = () => import('../search/late.js');\nimport '../search/start.js';\nexport const soon = () => import('./soon.js');\n",
    'broadsheet/lib/b.js': "/* import './never.js' */\nimport {\n  x,\n} from './c.js';\nexport const b = x;\n",
    'broadsheet/lib/soon.js': "import '../core/live.js';\n",
    'broadsheet/core/live.js': 'export {};\n',
    'broadsheet/lib/c.js': 'export const x = 1;\n',
    'broadsheet/search/start.js': 'export {};\n',
    'broadsheet/search/late.js': 'export {};\n',
    'broadsheet/style/main.css': 'p{}',
    'broadsheet/wasm/read.wasm': 'r',
    'broadsheet/wasm/search.wasm': 's',
    'broadsheet/wasm/explain.wasm': 'e',
    'broadsheet/wasm/publish.wasm': 'p',
    ...changes,
  };
  for (const [file, text] of Object.entries(files)) {
    if (text === null) continue;
    mkdirSync(dirname(join(folder, name, file)), { recursive: true });
    writeFileSync(join(folder, name, file), text);
  }
  return join(folder, name);
}

const run = (dist) => spawnSync(process.execPath, [kTool, dist], { encoding: 'utf8' });

test('what reading may load leaves out searching and live posts', () => {
  const dist = site('closure');
  const names = readingScripts(join(dist, 'broadsheet/app/main.js')).map((file) => file.slice(dist.length + 12));
  assert.deepEqual(names, ['app/main.js', 'lib/a.js', 'lib/b.js', 'search/start.js', 'lib/soon.js', 'lib/c.js']);
});

test('a small site is within budget', () => {
  const { status, stdout } = run(site('small'));
  assert.equal(status, 0);
  assert.match(stdout, /Scripts, reading \(6 files\)/);
  assert.match(stdout, /Scripts, when needed \(2 files\)/);
});

const kOver = [
  ['read.wasm', 64 * 1024],
  ['search.wasm', 40 * 1024],
  ['publish.wasm', 256 * 1024],
];
for (const [module, limit] of kOver) {
  test(`${module} over its budget fails`, () => {
    const { status, stdout } = run(site(`over-${module}`, { [`broadsheet/wasm/${module}`]: randomBytes(limit + 1) }));
    assert.equal(status, 1);
    assert.match(stdout, new RegExp(`${module}.* OVER`));
  });
}

test('a missing file fails', () => {
  const { status, stdout } = run(site('missing', { 'broadsheet/wasm/read.wasm': null }));
  assert.equal(status, 1);
  assert.match(stdout, /missing: .*read\.wasm/);
});

test('sizes are sums over the files', () => {
  const dist = site('sums');
  const files = ['broadsheet/wasm/read.wasm', 'broadsheet/style/main.css'].map((file) => join(dist, file));
  assert.equal(measure(files).raw, 4);
});
