// node first_answer.mjs POSTS_FOLDER [--engines Broadsheet,Pagefind,…] [--questions N]
//
// How long a reader waits for the first answer in Chromium, with nothing of the search there yet: from the key to the hits on the
// page (Broadsheet, in its own shell) or to the first hits in the script's hands (the others, which have no page of their
// own here). Once as fast as the machine can, once on a line of 1.6 Mbit/s and 150 ms. Prints a Markdown table, ms, medians.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { open, until } from '../../browser/engines.mjs';
import { Host } from '../../browser/host.mjs';
import { askShell } from '../ask_shell.mjs';
import { kFlexSearch, kFuse, kMiniSearch, lunrIndex, miniSearchIndex } from './engines.mjs';
import { writePagefindSite } from './pagefind.mjs';
import { readPosts } from './posts.mjs';
import { usual } from './questions.mjs';
import { SlowLine } from './slow_line.mjs';

const kLine = { roundTrip_ms: 150, bitsPerSecond: 1.6e6 };
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { engines: { type: 'string', default: 'Broadsheet,Pagefind,MiniSearch,lunr,FlexSearch,Fuse' }, questions: { type: 'string', default: '5' } },
});
const [postsFolder] = positionals;
if (!postsFolder) throw new Error('usage: node first_answer.mjs POSTS_FOLDER [--engines …] [--questions N]');
const { posts } = readPosts(postsFolder);
const questions = usual(posts, Number(values.questions), 1).map(({ text }) => text);

/** A folder with a page, what the engine ships, and its script: `ask(text)` gives the first hits. */
function siteOf(files, script) {
  const folder = mkdtempSync(join(tmpdir(), 'first-answer-'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><html lang="en"><head><title>Bench</title></head><body></body></html>');
  for (const [name, from] of Object.entries(files)) {
    if (typeof from === 'string') copyFileSync(new URL(`node_modules/${from}`, import.meta.url), join(folder, name));
    else writeFileSync(join(folder, name), JSON.stringify(from.json));
  }
  writeFileSync(join(folder, 'search.js'), script);
  return folder;
}

const kFetch = (name) => `await (await fetch('/${name}')).text()`;
const kSites = {
  Broadsheet() {
    const folder = mkdtempSync(join(tmpdir(), 'first-answer-'));
    const program = process.env.BROADSHEET ?? new URL('../../../build/broadsheet', import.meta.url).pathname;
    execFileSync(program, ['build', '--posts', postsFolder, '--out', join(folder, 'site'), '--fresh'], { stdio: 'ignore' });
    return join(folder, 'site');
  },
  Pagefind: () => {
    const folder = writePagefindSite(posts);
    writeFileSync(join(folder, 'search.js'), `export async function ask(text) {
      const { search } = await import('/pagefind/pagefind.js');
      return Promise.all((await search(text)).results.slice(0, 10).map((hit) => hit.data()));
    }`);
    return folder;
  },
  MiniSearch: () => siteOf({ 'library.js': 'minisearch/dist/es/index.js', 'index.json': { json: miniSearchIndex(posts) } }, `import MiniSearch from '/library.js';
      export async function ask(text) {
        return MiniSearch.loadJSON(${kFetch('index.json')}, ${JSON.stringify(kMiniSearch)}).search(text).slice(0, 10);
      }`),
  lunr: () => siteOf({ 'library.js': 'lunr/lunr.min.js', 'index.json': { json: lunrIndex(posts) } }, `export async function ask(text) {
        const script = document.createElement('script');
        script.src = '/library.js';
        const loaded = new Promise((resolve) => (script.onload = resolve));
        document.head.append(script);
        const data = ${kFetch('index.json')};
        await loaded;
        return globalThis.lunr.Index.load(JSON.parse(data)).search(text).slice(0, 10);
      }`),
  FlexSearch: () => siteOf({ 'library.js': 'flexsearch/dist/flexsearch.bundle.module.min.js', 'posts.json': { json: posts } }, `import FlexSearch from '/library.js';
      export async function ask(text) {
        const index = new FlexSearch.Document(${JSON.stringify(kFlexSearch)});
        for (const post of JSON.parse(${kFetch('posts.json')})) index.add(post);
        return index.search(text, { limit: 10 });
      }`),
  Fuse: () => siteOf({ 'library.js': 'fuse.js/dist/fuse.min.mjs', 'posts.json': { json: posts } }, `import Fuse from '/library.js';
      export async function ask(text) {
        return new Fuse(JSON.parse(${kFetch('posts.json')}), ${JSON.stringify(kFuse)}).search(text, { limit: 10 });
      }`),
};

/** In the page: ms until the engine's script has an answer. */
async function askScript(query) {
  const begun = performance.now();
  const { ask } = await import('/search.js');
  await ask(query);
  return performance.now() - begun;
}

/** One reader who comes for the first time: a new origin, so nothing is cached. */
async function visit(page, name, folder, query, line) {
  const host = await new Host(folder).start();
  const slow = line && (await new SlowLine(host.port, line).start());
  try {
    await page.goto(`http://127.0.0.1:${(slow || host).port}/`);
    if (name !== 'Broadsheet') return await page.evaluate(askScript, query);
    await until(() => page.evaluate(() => performance.getEntriesByType('resource').some((entry) => entry.name.includes('posts/index.json'))), 'an idle page');
    return await page.evaluate(askShell, query);
  } finally {
    slow?.stop();
    await host.stop();
  }
}

const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1].toFixed(0);

console.log(`${posts.length} posts; ${questions.length} questions: ${questions.join(', ')}\n`);
console.log('| engine | first answer | on the slow line |\n|---|---|---|');
for (const name of values.engines.split(',')) {
  const folder = await kSites[name]();
  const page = await open('chromium');
  const times = [[], []];
  for (const query of questions) {
    times[0].push(await visit(page, name, folder, query));
    times[1].push(await visit(page, name, folder, query, kLine));
  }
  await page.close();
  console.log(`| ${name} | ${median(times[0])} ms | ${median(times[1])} ms |`);
}
