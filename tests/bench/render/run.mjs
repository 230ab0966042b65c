import { createRequire } from 'node:module';
import { examplesOf } from '../../spec/examples.mjs';
import { openEngines } from './engines.mjs';
import { nativeSpeed } from './native.mjs';
import { megabytesOf, textSets } from './texts.mjs';

const ROUNDS = 9;
const SLOW_SECONDS = 3; // what takes longer for a round is measured once

/** CPU seconds of one pass over all texts. @param {(markdown: string) => string} render @param {string[]} texts */
function secondsOf(render, texts) {
  const before = process.cpuUsage();
  for (const text of texts) render(text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

const { folder, texts, sets } = textSets(process.argv[2]);
const examples = examplesOf(createRequire(import.meta.url).resolve('commonmark-spec/spec.txt'));
const passes = (/** @type {(markdown: string) => string} */ render) =>
  examples.filter(({ markdown, html }) => {
    try {
      return render(markdown) === html;
    } catch {
      return false;
    }
  }).length;

const engines = await openEngines();
/** @type {{[key: string]: number}} */
const best = {};
for (let round = 0; round < ROUNDS; round++) {
  for (const [set, given] of Object.entries(sets)) {
    for (const [name, render] of engines) {
      if (best[name + set] > SLOW_SECONDS) continue;
      best[name + set] = Math.min(best[name + set] ?? Infinity, secondsOf(render, given));
    }
  }
}

console.log(`Node ${process.versions.node}; ${folder}: ${texts.length} texts, ${megabytesOf(texts).toFixed(1)} MB`);
console.log(`MB/s of CPU time, best of ${ROUNDS} rounds in turn; × = posts / theirs, GFM / theirs\n`);
console.log(`${'renderer'.padEnd(24)}${Object.keys(sets).map((set) => set.padStart(22)).join('')}   of 652`);
for (const [name, render] of engines) {
  const cells = Object.entries(sets).map(([set, given]) => {
    const ratio = (/** @type {string} */ ours) => `${(best[name + set] / best[ours + set]).toFixed(1)}×`;
    const speed = megabytesOf(given) / best[name + set];
    return `${speed.toFixed(1)} ${ratio('broadsheet, posts')} ${ratio('broadsheet, gfm')}`.padStart(22);
  });
  console.log(`${name.padEnd(24)}${cells.join('')}${String(passes(render)).padStart(9)}`);
}
const native = Object.values(sets).map((given) => nativeSpeed(given, ROUNDS));
if (native.includes(null)) {
  console.log('cmark-gfm, native: skipped, it is not installed');
} else {
  console.log(`${'cmark-gfm, native'.padEnd(24)}${native.map((speed) => String(speed?.toFixed(1)).padStart(22)).join('')}`);
}
