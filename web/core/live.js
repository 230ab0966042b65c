// Finds the posts that were dropped into the folder after publishing, and has a worker publish them.
import { ownScript } from '../lib/script_url.js';
import { fetchOptional } from './fetch.js';

/** @typedef {import('./types.js').Entry} Entry */
/** @typedef {import('./types.js').Diagnostic} Diagnostic */

/**
 * What becomes known of the live posts: of the site once, of the posts (newest first) first of some and
 * then of all, with their index.
 * @typedef {{root?: import('./types.js').CatalogRoot, entries?: Entry[], index?: import('./types.js').IndexFile[],
 *   progress?: {done: number, total: number}, trouble?: Diagnostic[]}} News
 */

/**
 * @param {URL} base
 * @param {import('./published.js').Published | null} published null: every post is live
 * @param {(news: News) => void} tell called as things become known
 * @returns {Promise<void>} when all is told; rejects when live posts cannot be had at all
 */
export async function findLive(base, published, tell) {
  const listing = await fetchOptional(new URL('posts/index.json', base), { cache: 'no-cache' });
  if (!listing || (published && crc32(listing) === published.root.listed && !isDue(published.root))) return;
  const { files, trouble } = readListing(listing);
  if (trouble.length) tell({ trouble });
  const known = new Set((await published?.slice(0, published.total))?.map((entry) => entry.path));
  const unknown = files.filter((path) => !known.has(path));
  const linkBase = published ? base.pathname : `${base.pathname}?/`;
  if (unknown.length || !published) await publish({ base: base.href, linkBase, files: unknown }, tell);
}

/** Whether a post that was scheduled when the site was published is to be seen by now. @param {import('./types.js').CatalogRoot} root */
function isDue({ scheduled_from: from }) {
  return from !== undefined && Date.now() / 1000 >= from;
}

/**
 * The files that posts/index.json lists, as names or as objects with `file`, newest first where dates
 * are given.
 * @param {Uint8Array} bytes
 */
export function readListing(bytes) {
  const items = JSON.parse(new TextDecoder().decode(bytes));
  if (!Array.isArray(items)) throw new Error('posts/index.json: not a list; write ["first.md", "second.md"]');
  /** @type {Diagnostic[]} */
  const trouble = [];
  /** @type {Map<string, string>} */
  const dates = new Map();
  for (const item of items) {
    const file = typeof item === 'string' ? item : item?.file;
    if (isPost(file)) dates.set(file, String(item.date ?? ''));
    else trouble.push({ path: 'posts/index.json', message: `${JSON.stringify(item)} names no Markdown file in the folder` });
  }
  const files = [...dates.keys()].sort((a, b) => (dates.get(b) ?? '').localeCompare(dates.get(a) ?? ''));
  return { files, trouble };
}

/** @param {unknown} file @returns {file is string} */
function isPost(file) {
  return typeof file === 'string' && /^[^/\\][^\\]*\.(md|markdown)$/i.test(file) && !file.split('/').some((part) => /^\.*$/.test(part));
}

/** @param {{base: string, linkBase: string, files: string[]}} task @param {(news: News) => void} tell */
function publish(task, tell) {
  const worker = new Worker(ownScript(new URL('./live_worker.js', import.meta.url)), { type: 'module' });
  /** @type {Promise<void>} */
  const done = new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => {
      if (data.error) return reject(new Error(data.error));
      tell(data);
      if (data.index) resolve();
    };
    worker.onerror = (event) => {
      event.preventDefault();
      reject(new Error(`live_worker.js: ${event.message ?? 'cannot be loaded'}`));
    };
  });
  worker.postMessage(task);
  return done.finally(() => worker.terminate());
}

/** CRC-32 of IEEE 802.3, as Crc32 of src/base/hash.h. @param {Uint8Array} bytes */
export function crc32(bytes) {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (~crc >>> 0).toString(16).padStart(8, '0');
}
