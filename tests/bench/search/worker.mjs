// node worker.mjs SITE POSTS_FOLDER [--questions N]
//
// search.wasm in a worker of Chromium, as the shell runs it: milliseconds from the page's question to the answer in the page,
// of warm questions (asked before, all bytes there) as readers ask them, and of single letters. SITE is published from the posts.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { open } from '../../browser/engines.mjs';
import { Host } from '../../browser/host.mjs';
import { readPosts } from './posts.mjs';
import { usual } from './questions.mjs';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { questions: { type: 'string', default: '300' } } });
const [site, postsFolder] = positionals;
if (!postsFolder) throw new Error('usage: node worker.mjs SITE POSTS_FOLDER [--questions N]');
const indexRoot = readdirSync(join(site, 'broadsheet/index')).find((name) => name.startsWith('root-'));
if (!indexRoot) throw new Error(`${site}: there is no index`);

/** In the page: the best of three times, ms, for each question. */
async function warmTimes({ root, queries }) {
  const kRuns = 3;
  const [{ RemoteCore }, { SERVED, compile }, { encode }, { ownScript }] = await Promise.all(
    ['core/remote.js', 'core/module.js', 'core/message.js', 'lib/script_url.js'].map((path) => import(`/broadsheet/${path}`)));
  const module = new URL('/broadsheet/core/module.js', globalThis.location.href);
  const remote = new RemoteCore(new globalThis.Worker(ownScript(module), { type: 'module', name: SERVED }));
  const files = new Map();
  const read = async (name) => {
    if (!files.has(name)) files.set(name, new Uint8Array(await (await fetch(`/broadsheet/index/${name}`)).arrayBuffer()));
    return files.get(name);
  };
  await remote.load('search', await compile(new URL('/broadsheet/wasm/search.wasm', module)));
  await remote.call('search', 'search_open', encode({ slot: 0, name: root, root: await read(root) }));
  const ask = async (query) => {
    for (;;) {
      const begun = performance.now();
      const { bytes, more } = await remote.call('search', 'search_query', encode({ query, limit: 10 }));
      const answer = JSON.parse(new TextDecoder().decode(bytes));
      if (!more) return performance.now() - begun;
      for (const { file, begin, end } of answer.ranges) {
        await remote.call('search', 'search_feed', encode({ file, begin, bytes: (await read(file)).slice(begin, end) }));
      }
    }
  };
  const times = [];
  for (const query of queries) {
    await ask(query);
    let best = Infinity;
    for (let run = 0; run < kRuns; run++) best = Math.min(best, await ask(query));
    times.push(best);
  }
  remote.stop();
  return times;
}

const quantile = (list, q) => [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * q))];
const host = await new Host(site).start();
const page = await open('chromium');
await page.goto(host.url());
for (const [what, queries] of [
  ['usual', usual(readPosts(postsFolder).posts, Number(values.questions), 1).map(({ text }) => text)],
  ['single letters', [...'abcdefghijklmnopqrstuvwxyz']],
]) {
  const times = [];
  for (let at = 0; at < queries.length; at += 20) times.push(...(await page.evaluate(warmTimes, { root: indexRoot, queries: queries.slice(at, at + 20) })));
  console.log(`${what}: ${[0.5, 0.95, 1].map((q) => quantile(times, q).toFixed(1)).join(' / ')} ms (median, 95 %, most; ${queries.length} questions)`);
}
await page.close();
await host.stop();
