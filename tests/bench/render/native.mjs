// GitHub's own renderer, as the system packages it: what the machine can do without a browser's sandbox.
import { spawnSync } from 'node:child_process';

const COMMAND = ['cmark-gfm', '--unsafe', ...['table', 'strikethrough', 'autolink', 'tasklist', 'tagfilter'].flatMap((name) => ['-e', name])];
const LEAST_BYTES = 8e6; // so that starting the program counts for little

/**
 * MB/s of wall time, best of `rounds`, over the texts as one; null where the program is not installed.
 * @param {string[]} texts @param {number} rounds
 */
export function nativeSpeed(texts, rounds) {
  const once = Buffer.from(texts.join('\n\n') + '\n\n');
  const input = Buffer.concat(Array.from({ length: Math.ceil(LEAST_BYTES / once.length) }, () => once));
  let best = Infinity;
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    const { status } = spawnSync(COMMAND[0], COMMAND.slice(1), { input, maxBuffer: 20 * input.length });
    if (status !== 0) return null;
    best = Math.min(best, performance.now() - start);
  }
  return input.length / 1e3 / best;
}
