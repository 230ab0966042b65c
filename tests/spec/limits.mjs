// Texts that are no texts, and texts without measure: the same from both builds, and an answer at all.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderNatively } from './engines.mjs';

const RENDERS = 10_000;
const post = readFileSync(join(import.meta.dirname, 'marks.md'), 'utf8');

/** @type {{[name: string]: string}} */
const LARGE = {
  'one line of 1 MB': 'x'.repeat(1e6),
  '100,000 brackets': '['.repeat(1e5),
  '100,000 links in links': `${'['.repeat(1e5)}a${'](b)'.repeat(1e5)}`,
  '30,000 nested lists': `${'- '.repeat(3e4)}a`,
  '30,000 nested quotes': `${'> '.repeat(3e4)}a`,
  '10,000 nested emphases': `${'*a '.repeat(1e4)}${'b* '.repeat(1e4)}`,
  '10,000 definitions of one label': `${'[a]: b\n'.repeat(1e4)}\n[a]`,
  'NUL, lone CR and BOM': `\ufeffa\0b\rc\r\n\r\ufeff${'\0\r'.repeat(1e4)}`,
};

/** Each pair that begins with this byte, in a text of its own line. @param {number} first */
const pairs = (first) => Uint8Array.from({ length: 256 * 5 }, (_, at) => [97, first, Math.floor(at / 5), 98, 10][at % 5]);

/** Bytes as markdown_batch takes them. @param {Uint8Array} bytes */
const asText = (bytes) => String.fromCharCode(...bytes);

/**
 * @param {((request: any) => string) & {memory: WebAssembly.Memory}} wasm
 * @param {(holds: boolean, explain: () => string) => void} check
 */
export function checkLimits(wasm, check) {
  const names = Object.keys(LARGE);
  const native = renderNatively(names.map((name) => ({ markdown: LARGE[name] })));
  for (const [index, name] of names.entries()) {
    check(wasm({ markdown: LARGE[name] }) === native[index], () => `${name}: native and wasm differ`);
  }
  const decoder = new TextDecoder();
  const bytes = Array.from({ length: 256 }, (_, first) => pairs(first));
  const ofBytes = renderNatively(bytes.map((markdown) => ({ markdown: asText(markdown), bytes: true })));
  for (const [first, markdown] of bytes.entries()) {
    const expected = wasm({ markdown: decoder.decode(markdown) });
    check(wasm({ markdown }) === expected && ofBytes[first] === expected, () => `pairs that begin with byte ${first} are decoded in another way than WHATWG's`);
  }
  wasm({ markdown: post });
  const base = wasm.memory.buffer.byteLength;
  for (let i = 0; i < RENDERS; i++) wasm({ markdown: post });
  check(wasm.memory.buffer.byteLength === base, () => `${RENDERS} renderings took more memory than one`);
}
