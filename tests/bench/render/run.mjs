import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { examplesOf } from '../../spec/examples.mjs';
import { openEngines } from './engines.mjs';

const ROUNDS = 7;
const SLOW_ROUNDS = 1; // of what takes longer than SLOW_SECONDS a round
const SLOW_SECONDS = 3;
const PROJECT = join(import.meta.dirname, '../../..');

/** @param {string} folder */
function textsIn(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => String(name).endsWith('.md'))
    .map((name) => readFileSync(join(folder, String(name)), 'utf8'));
}

/** CPU seconds of one pass over all texts. @param {(markdown: string) => string} render @param {string[]} texts */
function secondsOf(render, texts) {
  const before = process.cpuUsage();
  for (const text of texts) render(text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** @param {(markdown: string) => string} render @param {string[]} texts */
function median(render, texts) {
  const first = secondsOf(render, texts);
  const rounds = first > SLOW_SECONDS ? SLOW_ROUNDS : ROUNDS;
  const times = Array.from({ length: rounds }, () => secondsOf(render, texts)).sort((a, b) => a - b);
  return times[times.length >> 1];
}

const corpus = join(PROJECT, '../shared/corpus/rust-blog');
const folder = process.argv[2] ?? (existsSync(corpus) ? corpus : join(PROJECT, 'posts'));
const texts = textsIn(folder);
const megabytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6;
const longest = texts.reduce((a, b) => (a.length > b.length ? a : b));
const typical = texts.reduce((a, b) => (Math.abs(b.length - 10000) < Math.abs(a.length - 10000) ? b : a));
const sets = new Map([
  [`all ${texts.length}`, texts],
  ['10 KB', Array(100).fill(typical)],
  ['longest', Array(10).fill(longest)],
]);
const examples = examplesOf(createRequire(import.meta.url).resolve('commonmark-spec/spec.txt'));
const passes = (/** @type {(markdown: string) => string} */ render) =>
  examples.filter(({ markdown, html }) => {
    try {
      return render(markdown) === html;
    } catch {
      return false;
    }
  }).length;

console.log(`${folder}: ${texts.length} texts, ${megabytes.toFixed(1)} MB; MB/s of CPU time, median of ${ROUNDS}; × = ours / theirs\n`);
console.log(`${'renderer'.padEnd(24)}${[...sets.keys()].map((name) => name.padStart(16)).join('')}   of 652`);
/** @type {number[]} */
let ours = [];
for (const [name, render] of await openEngines()) {
  const speeds = [...sets.values()].map((set) => {
    const size = set.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6;
    return size / median(render, set);
  });
  if (ours.length === 0) ours = speeds;
  const cells = speeds.map((speed, index) => `${speed.toFixed(1)} ${(ours[index] / speed).toFixed(1)}×`.padStart(16));
  console.log(`${name.padEnd(24)}${cells.join('')}${String(passes(render)).padStart(9)}`);
}
