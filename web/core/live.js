// Finds the posts that were dropped into the folder after publishing, and has a worker publish them.
import { ownScript } from '../lib/script_url.js';
import { fetchOptional } from './fetch.js';

/** @typedef {import('./types.js').Entry} Entry */
/** @typedef {import('./types.js').CatalogRoot} CatalogRoot */
/** @typedef {import('./types.js').Diagnostic} Diagnostic */
/** @typedef {import('./published.js').Published} Published */
/** @typedef {Pick<Published, 'root' | 'total' | 'slice' | 'findIndex'>} Catalogue */

/**
 * What becomes known: what is left of the published posts when some have expired; of the live ones their
 * site, once, and the posts (newest first), first some and then all, with their index.
 * @typedef {{published?: Catalogue, root?: import('./types.js').CatalogRoot, entries?: Entry[], index?: import('./types.js').IndexFile[],
 *   progress?: {done: number, total: number}, trouble?: Diagnostic[]}} News
 */

/**
 * What has changed since the site was published: posts that are gone by the clock, and posts that came.
 * @param {URL} base @param {Catalogue | null} published @param {(news: News) => void} tell as for findLive
 */
export async function findNews(base, published, tell) {
  if (published) lookAgain(published.root, () => findNews(base, published, tell).catch(() => {}));
  const [first] = published?.root.expiring ?? [];
  let left = published;
  if (published && first && first[0] * 1000 <= Date.now()) {
    const { Unexpired } = await import('./expired.js');
    left = new Unexpired(published);
    tell({ published: left, entries: [] });
  }
  await findLive(base, left, tell);
}

/**
 * Calls `look` once the next post comes or goes by the clock.
 * @param {CatalogRoot} root @param {() => void} look
 */
function lookAgain({ expiring = [], scheduled_from: from = 0 }, look) {
  const waits = [from, ...expiring.map(([seconds]) => seconds)].map((seconds) => seconds * 1000 - Date.now()).filter((wait) => wait > 0);
  const next = Math.min(...waits);
  // Timers are of 31 bits.
  if (next < 2 ** 31) setTimeout(look, next);
}

/**
 * @param {URL} base
 * @param {Catalogue | null} published null: every post is live
 * @param {(news: News) => void} tell called as things become known
 * @returns {Promise<void>} when all is told; rejects when live posts cannot be had at all
 */
async function findLive(base, published, tell) {
  const told = published && !isDue(published.root) ? published.root : null;
  const url = new URL('posts/index.json', base);
  if (told?.listed_head && told.listed_head === await headOf(url)) return;
  const listing = await fetchOptional(url, { cache: 'no-cache' });
  if (!listing || (told && crc32(listing) === told.listed)) return;
  const { files, trouble } = readListing(listing);
  if (trouble.length) tell({ trouble });
  const known = new Set((await published?.slice(0, published.total))?.map((entry) => entry.path));
  const unknown = files.filter((path) => !known.has(path));
  const linkBase = published ? base.pathname : `${base.pathname}?/`;
  /** @param {News} news */
  const hear = ({ root, ...news }) => tell({ ...news, root: root && published ? joined(published.root, root) : root });
  if (unknown.length || !published) await publish({ base: base.href, linkBase, files: unknown }, hear);
}

/**
 * What tells, in a few bytes, that a long listing is the published one: its length and the check of its beginning, where new posts
 * stand. "" when the host does not say.
 * @param {URL} url
 */
async function headOf(url) {
  const response = await fetch(url, { cache: 'no-cache', headers: { range: 'bytes=0-4095' } }).catch(() => null);
  const size = /\/(\d+)$/.exec(response?.headers.get('content-range') ?? '')?.[1];
  if (response?.status === 206 && size) return `${size}-${crc32(new Uint8Array(await response.arrayBuffer()))}`;
  response?.body?.cancel();
  return '';
}

/**
 * The root of live posts with what published ones have counted in.
 * @param {CatalogRoot} published @param {CatalogRoot} live
 */
function joined(published, live) {
  const root = { ...live, expiring: published.expiring, pinned: [...(published.pinned ?? []), ...(live.pinned ?? [])] };
  for (const folder of /** @type {const} */ (['tags', 'categories', 'authors', 'series'])) {
    /** @type {Map<string, import('./types.js').Tag>} */
    const found = new Map();
    for (const term of [...(published[folder] ?? []), ...(live[folder] ?? [])]) {
      found.set(term.slug, { ...term, count: term.count + (found.get(term.slug)?.count ?? 0) });
    }
    root[folder] = [...found.values()].sort((a, b) => (a.slug < b.slug ? -1 : 1));
  }
  const years = new Map((published.years ?? []).map((year) => [year.slug, year]));
  for (const year of live.years ?? []) years.set(year.slug, { ...year, count: year.count + (years.get(year.slug)?.count ?? 0) });
  root.years = [...years.values()].sort((a, b) => (Number(b.slug) || 0) - (Number(a.slug) || 0));
  return root;
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
