// page.mjs [FOLDER]
//
// Renders posts in headless Chromium with each renderer of page_engines.js, round by round in turn, and
// prints the MB/s of each one's best round; then what a fresh page pays until the first post is HTML, with
// all files in the browser's cache: in a new tab, and as the next page of a tab, whose process still has
// the scripts of the page before it in memory, compiled (what comes by fetch() is read from the cache again).
import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, extname, join, resolve } from 'node:path';
import { open } from '../../browser/engines.mjs';
import { megabytesOf, PROJECT, textSets } from './texts.mjs';

const ROUNDS = 9;
const COLD_LOADS = 41;
const COLD = ['broadsheet, posts', 'marked', 'markdown-it', 'markdown-wasm', 'md4x'];
const TYPES = { '.js': 'text/javascript', '.mjs': 'text/javascript', '.wasm': 'application/wasm' };
const ROOTS = {
  web: join(PROJECT, 'web'),
  npm: join(import.meta.dirname, 'node_modules'),
  wasm: dirname(resolve(PROJECT, process.env.BROADSHEET_WASM ?? 'build/wasm/broadsheet.js')),
  bench: import.meta.dirname,
};

const server = createServer((request, response) => {
  const [, root, ...rest] = new URL(request.url ?? '', 'http://localhost').pathname.split('/');
  // markdown-wasm looks for its module beside the page.
  const beside = root === 'markdown.wasm' ? join(ROOTS.npm, 'markdown-wasm/dist', root) : '';
  const file = root in ROOTS ? join(ROOTS[/** @type {keyof ROOTS} */ (root)], ...rest) : beside;
  const isolated = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' };
  if (root === '') return response.writeHead(200, { ...isolated, 'content-type': 'text/html' }).end('<!doctype html>');
  if (!existsSync(file)) return response.writeHead(404).end();
  const type = TYPES[/** @type {keyof TYPES} */ (extname(file))] ?? 'application/octet-stream';
  response.writeHead(200, { ...isolated, 'content-type': type, 'cache-control': 'max-age=3600' });
  return createReadStream(file).pipe(response);
});
await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)));
const address = `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}/`;

/** In the page: ms of one pass of a renderer over a set. @param {string} engines @param {string} name @param {string} set */
async function pass(engines, name, set) {
  const page = /** @type {any} */ (globalThis);
  page.engines ??= {};
  page.engines[name] ??= await (await import(engines)).makers[name]();
  const begun = performance.now();
  for (const text of page.sets[set]) page.engines[name](text);
  return performance.now() - begun;
}

/** In a fresh page: ms until the first post is HTML. @param {string} engines @param {string} name @param {string} text */
async function cold(engines, name, text) {
  const { makers } = await import(engines); // not counted: what calls the renderers
  const begun = performance.now();
  const render = await makers[name]();
  render(text);
  return performance.now() - begun;
}

const engines = `${address}bench/page_engines.js`;
const { folder, texts, typical, sets } = textSets(process.argv[2]);
const page = await open('chromium');
await page.goto(address);
const names = await page.evaluate(async (/** @type {string} */ from) => Object.keys((await import(from)).makers), engines);
await page.evaluate((/** @type {any} */ given) => void (/** @type {any} */ (globalThis).sets = given), sets);
/** @type {{[key: string]: number}} */
const best = {};
for (let round = 0; round < ROUNDS; round++) {
  for (const set of Object.keys(sets)) {
    for (const name of names) {
      best[name + set] = Math.min(best[name + set] ?? Infinity, await page.evaluate(pass, engines, name, set));
    }
  }
}

console.log(`${await page.version}; ${folder}: ${texts.length} texts, ${megabytesOf(texts).toFixed(1)} MB`);
console.log(`MB/s, best of ${ROUNDS} rounds in turn; × = posts / theirs, GFM / theirs\n`);
console.log(`${'renderer'.padEnd(24)}${Object.keys(sets).map((set) => set.padStart(22)).join('')}`);
for (const name of names) {
  const cells = Object.entries(sets).map(([set, given]) => {
    const ratio = (/** @type {string} */ ours) => `${(best[name + set] / best[ours + set]).toFixed(1)}×`;
    const speed = megabytesOf(given) / (best[name + set] / 1e3);
    return `${speed.toFixed(1)} ${ratio('broadsheet, posts')} ${ratio('broadsheet, gfm')}`.padStart(22);
  });
  console.log(name.padEnd(24) + cells.join(''));
}

console.log(`\nms until a post of ${typical.length} characters is HTML, files in the cache: median and best of ${COLD_LOADS}, in turn\n`);
console.log(`${'renderer'.padEnd(24)}${'new tab'.padStart(14)}${'next page'.padStart(14)}`);
/** @type {{[name: string]: number[][]}} */
const loads = Object.fromEntries(COLD.map((name) => [name, [[], []]]));
for (let load = 0; load < COLD_LOADS; load++) {
  for (const name of COLD) {
    const tab = await page.newTab();
    for (const [kind, place] of [tab, page].entries()) {
      await place.goto(address);
      loads[name][kind].push(await place.evaluate(cold, engines, name, typical));
    }
    await tab.close();
  }
}
for (const [name, kinds] of Object.entries(loads)) {
  const cells = kinds.map((times) => {
    times.sort((a, b) => a - b);
    return `${times[times.length >> 1].toFixed(1).padStart(8)}${times[0].toFixed(1).padStart(6)}`;
  });
  console.log(name.padEnd(24) + cells.join(''));
}
await page.close();
server.close();
