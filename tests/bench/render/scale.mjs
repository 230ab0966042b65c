import { openWasm } from '../../spec/engines.mjs';
import { patterns } from './patterns.mjs';

const SIZE = Number(process.argv[2] ?? 20000);
const PART = process.argv[3] ?? '';
const MOST_GROWTH = 6;
const SHORTEST = 0.02; // seconds; shorter times say nothing

const render = await openWasm();
if (!render) throw new Error('read.wasm is not built; run ./build-wasm.sh');

/** The best of three, in CPU seconds. @param {string} markdown */
function secondsFor(markdown) {
  let best = Infinity;
  for (let i = 0; i < 3; i++) {
    const before = process.cpuUsage();
    /** @type {any} */ (render)({ markdown });
    best = Math.min(best, process.cpuUsage(before).user / 1e6);
  }
  return best;
}

let failed = 0;
let passed = 0;
for (const [name, make] of Object.entries(patterns)) {
  if (!name.includes(PART)) continue;
  const small = secondsFor(make(SIZE));
  const large = secondsFor(make(4 * SIZE));
  const growth = large / Math.max(small, SHORTEST);
  if (growth <= MOST_GROWTH) {
    passed++;
  } else {
    failed++;
    console.log(`${name}: ${(small * 1e3).toFixed(0)} ms, then ${(large * 1e3).toFixed(0)} ms: ×${growth.toFixed(1)}`);
  }
}
console.log(`gate: ${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
