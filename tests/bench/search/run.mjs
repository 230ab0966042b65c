// node run.mjs POSTS_FOLDER [--engines Broadsheet,MiniSearch,…] [--known N] [--usual N]
//
// The engine and its peers on one set of posts: time to build, bytes shipped, bytes of a cold question, milliseconds of a
// warm one, and how often the wanted post is among the first ten (first five for typos in one word), plain, cut short
// and mistyped. Prints a Markdown table. Times of one run are to be compared with each other only.
import { gzipSync } from 'node:zlib';
import { parseArgs } from 'node:util';
import { engines } from './engines.mjs';
import { askOurs } from './ours.mjs';
import { pagefind } from './pagefind.mjs';
import { readPosts } from './posts.mjs';
import { knownPosts, postsWithAll, usual } from './questions.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { engines: { type: 'string' }, known: { type: 'string', default: '200' }, usual: { type: 'string', default: '60' }, seed: { type: 'string', default: '1' } },
});
const chosen = values.engines?.split(',') ?? ['Broadsheet', 'Pagefind', ...Object.keys(engines)];
const { posts, markdownBytes } = readPosts(positionals[0]);
const known = knownPosts(posts, Number(values.known), Number(values.seed));
const times = usual(posts, Number(values.usual), Number(values.seed));
// Fuse takes seconds a question on large sets: fewer of them.
const share = (name, list) => (name === 'Fuse' && posts.length > 2000 ? list.slice(0, 30) : list);

const quantile = (list, q) => [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * q))];
const kib = (bytes) => (bytes < 1e6 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`);

function found(questions, hits, kind, first = 10) {
  let right = 0;
  let all = 0;
  questions.forEach((question, i) => {
    if (question.kind !== kind) return;
    all++;
    if (hits[i].slice(0, first).includes(question.wanted)) right++;
  });
  return all === 0 ? '' : (right / all).toFixed(3);
}

/** Of the questions that found their post among the first five as written, how many do so with a typo. */
function mended(questions, hits) {
  const isIn = (i) => hits[i].slice(0, 5).includes(questions[i].wanted);
  const typos = questions.map((_, i) => i).filter((i) => questions[i].kind === 'typo' && isIn(i - 2)); // plain, prefix, typo
  return (typos.filter(isIn).length / typos.length).toFixed(3);
}

/** Where at most five posts have all the words, so that the first five can hold the wanted one: how often they do, plain and with a typo. */
function decided(questions, hits) {
  const typos = questions.map((_, i) => i).filter((i) => questions[i].kind === 'typo');
  const counts = postsWithAll(posts, typos.map((i) => questions[i - 2].text));
  const few = typos.filter((_, at) => counts[at] <= 5);
  const rate = (list) => (list.filter((i) => hits[i].slice(0, 5).includes(questions[i].wanted)).length / list.length).toFixed(3);
  return `${rate(few.map((i) => i - 2))} / ${rate(few)} of the ${few.length} whose words at most five posts have`;
}

function row(name, figures) {
  const { buildMs, shipped, files, cold, coldMax, warm, questions, hits } = figures;
  const recall = ['plain', 'prefix', 'typo'].map((kind) => found(questions, hits, kind));
  const cells = [name, `${(buildMs / 1000).toFixed(1)} s`, kib(shipped), files, `${kib(cold)} / ${kib(coldMax)}`,
    `${quantile(warm, 0.5).toFixed(1)} / ${quantile(warm, 0.95).toFixed(1)} ms`, recall.join(' / ')];
  console.log(`| ${cells.join(' | ')} |`);
}

const inTwo = (answers) => `${answers.filter((answer) => answer.rounds <= 2).length} of ${answers.length}`;

/** What a reader loads before any index: the search module and its scripts, compressed, if they are built. */
function ours() {
  const asked = [...known, ...times];
  const { index, answers } = askOurs(posts, asked);
  const costs = answers.slice(known.length);
  const bytes = costs.map((answer) => answer.cold_bytes + index.root_bytes);
  row('Broadsheet', {
    buildMs: index.build_ms, shipped: index.bytes, files: index.files, cold: quantile(bytes, 0.5), coldMax: Math.max(...bytes),
    warm: answers.map((answer) => answer.warm_ms), questions: known, hits: answers.map((answer) => answer.hits),
  });
  console.log(`\nBroadsheet: index ${(index.bytes / markdownBytes).toFixed(3)} of the Markdown; rounds after the root: ` +
    `${quantile(answers.map((answer) => answer.rounds), 0.5)} median, ${Math.max(...answers.map((answer) => answer.rounds))} most; ` +
    `in two: ${inTwo(costs)} usual questions, ${inTwo(answers.filter((_, i) => asked[i].kind === 'typo'))} typos; in five: ` +
    `${['plain', 'typo'].map((kind) => found(known, answers.map((answer) => answer.hits), kind, 5)).join(' / ')} plain / typo ` +
    `(${mended(known, answers.map((answer) => answer.hits))} of those found plain), ` +
    `${decided(known, answers.map((answer) => answer.hits))}; ` +
    `cold bytes without module, 95 %: ${kib(quantile(bytes, 0.95))}; cold time native, 95 %: ` +
    `${quantile(answers.map((answer) => answer.cold_ms), 0.95).toFixed(1)} ms\n`);
}

function peer(name, build) {
  const start = performance.now();
  const engine = build(posts);
  const buildMs = performance.now() - start;
  const shipped = engine.bytes();
  const questions = share(name, known);
  const warm = [];
  const ask = (text) => {
    const before = performance.now();
    let hits = [];
    try {
      hits = engine.search(text);
    } catch {
      // A question that the engine cannot read finds nothing.
    }
    warm.push(performance.now() - before);
    return hits;
  };
  const hits = questions.map(({ text }) => ask(text));
  for (const { text } of share(name, times)) ask(text);
  row(name, { buildMs, shipped, files: 1, cold: shipped, coldMax: shipped, warm, questions, hits });
}

console.log(`${posts.length} posts, ${kib(markdownBytes)} of Markdown (${kib(gzipSync(posts.map((post) => post.text).join('\n')).length)} of text, gzip)\n`);
console.log('| engine | build | shipped | files | cold question, median / most | warm p50 / p95 | wanted in ten: plain / prefix / typo |');
console.log('|---|---|---|---|---|---|---|');
for (const name of chosen) {
  if (name === 'Broadsheet') ours();
  else if (name === 'Pagefind') row(name, await pagefind(posts, known, times));
  else peer(name, engines[name]);
}
