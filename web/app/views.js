// From a route to the HTML of its view: the catalogue says which posts, read.wasm writes them.
import { fetchBytes } from '../core/fetch.js';

/** @typedef {import('../lib/address.js').Route} Route */
/** @typedef {import('../core/catalog.js').Catalog} Catalog */
/** @typedef {import('../core/reader.js').Reader} Reader */
/** @typedef {{catalog(): Promise<Catalog>, reader(): Promise<Reader>, signal: AbortSignal}} Source */

/**
 * @param {Route} route
 * @param {Source} source
 * @returns {Promise<string | null>} null when nothing is at this address
 */
export async function htmlOf(route, source) {
  const reader = source.reader();
  reader.catch(() => {}); // it is awaited below; until then a failure must not count as unhandled
  const catalog = await source.catalog();
  switch (route.view) {
    case 'home':
      return listHtml(reader, { kind: 'home', heading: '', address: '' }, await catalog.list(route.page));
    case 'tag':
      return tagHtml(reader, await catalog.tagged(route.slug, route.page), route.slug);
    case 'tags':
      return (await reader).tags(catalog.tags);
    case 'archive':
      return (await reader).archive(await catalog.all());
    case 'search':
      return (await reader).frame('search');
    case 'article':
      return articleHtml(reader, catalog, route.slug, source.signal);
  }
}

/**
 * @param {Promise<Reader>} reader
 * @param {{kind: string, heading: string, address: string, total?: number}} list
 * @param {{posts: import('../core/types.js').Entry[], page: number, page_count: number}} page
 */
async function listHtml(reader, list, { posts, page, page_count }) {
  if (page > page_count) return null;
  return (await reader).list({ description: '', total: 0, ...list, posts, page, page_count });
}

/**
 * @param {Promise<Reader>} reader
 * @param {Awaited<ReturnType<Catalog['tagged']>>} tagged
 * @param {string} slug
 */
function tagHtml(reader, tagged, slug) {
  if (!tagged) return null;
  const { name, total } = tagged;
  return listHtml(reader, { kind: 'tag', heading: name, address: `tags/${encodeURIComponent(slug)}/`, total }, tagged);
}

/**
 * @param {Promise<Reader>} reader
 * @param {Catalog} catalog @param {string} slug @param {AbortSignal} signal
 */
async function articleHtml(reader, catalog, slug, signal) {
  const found = await catalog.entry(slug);
  if (!found) return null;
  const file = await fetchBytes(catalog.postUrl(found.entry), { signal });
  return (await reader).article({ ...found, file });
}
