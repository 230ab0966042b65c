// node wasm.mjs POSTS_FOLDER INDEX_FOLDER [--questions N]
//
// search.wasm in Node, the engine of Chromium's workers too: milliseconds of warm questions (asked before, all bytes there)
// as readers ask them, and of single letters. INDEX_FOLDER is what search_bench has written, or a published site.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { encode } from '../../../web/core/message.js';
import { loadModule } from '../../../web/core/module.js';
import { readPosts } from './posts.mjs';
import { usual } from './questions.mjs';

const kRuns = 3;
const { values, positionals } = parseArgs({ allowPositionals: true, options: { questions: { type: 'string', default: '300' } } });
const [postsFolder, indexFolder] = positionals;
if (!indexFolder) throw new Error('usage: node wasm.mjs POSTS_FOLDER INDEX_FOLDER [--questions N]');
const files = new Map(readdirSync(indexFolder, { recursive: true }).map((path) => [String(path).split('/').at(-1), join(indexFolder, String(path))]));
const root = [...files.keys()].find((name) => name.startsWith('root-'));
if (!root) throw new Error(`${indexFolder}: there is no index`);

const module = await loadModule(readFileSync(join(process.env.BROADSHEET_MODULES ?? new URL('../../../build/wasm', import.meta.url).pathname, 'search.wasm')));
module.call('search_open', encode({ slot: 0, name: root, root: readFileSync(files.get(root)) }));
const contents = new Map();
const read = (name) => {
  const short = name.split('/').at(-1);
  if (!contents.has(short)) contents.set(short, readFileSync(files.get(short)));
  return contents.get(short);
};

function ask(query) {
  for (;;) {
    const answer = JSON.parse(module.text('search_query', encode({ query, limit: 10 })));
    if (!module.more) return answer;
    for (const { file, begin, end } of answer.ranges) module.call('search_feed', encode({ file, begin, bytes: read(file).subarray(begin, end) }));
  }
}

function warm(query) {
  ask(query);
  const times = Array.from({ length: kRuns }, () => {
    const begun = performance.now();
    ask(query);
    return performance.now() - begun;
  });
  return Math.min(...times);
}

const quantile = (list, q) => [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * q))];
function report(what, queries) {
  const times = queries.map(warm);
  console.log(`${what}: ${[0.5, 0.95, 1].map((q) => quantile(times, q).toFixed(2)).join(' / ')} ms (median, 95 %, most; ${queries.length} questions)`);
}
report('usual', usual(readPosts(postsFolder).posts, Number(values.questions), 1).map(({ text }) => text));
report('single letters', [...'abcdefghijklmnopqrstuvwxyz']);
