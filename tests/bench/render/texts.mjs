// The texts that the benchmarks render: a folder's, and two of them by themselves.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const PROJECT = join(import.meta.dirname, '../../..');
const corpus = join(PROJECT, '../shared/corpus/rust-blog');

/** @param {string} [folder] default: the corpus where it is, else posts */
export function textSets(folder = existsSync(corpus) ? corpus : join(PROJECT, 'posts')) {
  const texts = readdirSync(folder, { recursive: true })
    .filter((name) => String(name).endsWith('.md'))
    .map((name) => readFileSync(join(folder, String(name)), 'utf8'));
  const longest = texts.reduce((a, b) => (a.length > b.length ? a : b));
  const typical = texts.reduce((a, b) => (Math.abs(b.length - 10000) < Math.abs(a.length - 10000) ? b : a));
  return { folder, texts, typical, sets: { [`all ${texts.length}`]: texts, '10 KB': Array(100).fill(typical), longest: Array(10).fill(longest) } };
}

/** @param {string[]} texts */
export const megabytesOf = (texts) => texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6;
