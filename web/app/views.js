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
      return listHtml(reader, { heading: '', address: '' }, await catalog.list(route.page));
    case 'tag':
      return termHtml(reader, catalog, route);
    case 'tags':
      return (await reader).html('tags', { tags: catalog.tags });
    case 'archive':
      return archiveHtml(reader, catalog, route.slug);
    case 'search':
      return (await reader).html('frame', { view: 'search' });
    case 'article':
      return articleHtml(reader, catalog, route.address, source.signal);
  }
}

/** As in view/views.h. */
const MOST_ARCHIVED = 500;

/**
 * @param {Promise<Reader>} reader
 * @param {Catalog} catalog @param {string} year its slug, or ''
 */
async function archiveHtml(reader, catalog, year) {
  await catalog.slice(0, 0); // where all posts are live, until there are some
  if (catalog.total > MOST_ARCHIVED) return (await import('./archive.js')).archiveHtml(await reader, catalog, year);
  return year ? null : (await reader).html('archive', { posts: await catalog.all() });
}

/**
 * @param {Promise<Reader>} reader
 * @param {{folder?: string, heading: string, address: string, total?: number, description?: string, url?: string}} list
 * @param {{posts: import('../core/types.js').Entry[], page: number, page_count: number}} page
 */
async function listHtml(reader, list, { posts, page, page_count }) {
  if (page > page_count) return null;
  return (await reader).html('list', { description: '', total: 0, ...list, posts, page, page_count });
}

/**
 * @param {Promise<Reader>} reader
 * @param {Catalog} catalog @param {Extract<Route, {view: 'tag'}>} route
 */
async function termHtml(reader, catalog, { folder, slug, page }) {
  const found = await catalog.having(folder, slug, page);
  return found && listHtml(reader, { ...found, folder, heading: found.name, address: `${folder}/${encodeURIComponent(slug)}/` }, found);
}

/**
 * @param {Promise<Reader>} reader
 * @param {Catalog} catalog @param {string} address @param {AbortSignal} signal
 */
async function articleHtml(reader, catalog, address, signal) {
  const found = await catalog.entry(address);
  if (!found) return null;
  const file = await fetchBytes(catalog.postUrl(found.entry), { signal });
  return (await reader).html('article', { ...found, file });
}
