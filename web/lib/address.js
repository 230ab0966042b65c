// Addresses of the site. A *path* is relative to the base: "", "posts/x/", "tags/rust/page/2/". Where
// pages were published it stands in the URL's path; where not, in the query: "/blog/?/posts/x/&q=words".

/** @typedef {{path: string, query: string}} Address */

/**
 * @param {URL} url
 * @param {URL} base the site's folder
 * @returns {Address | null} null outside the site, and for its files
 */
export function parseAddress(url, base) {
  if (url.origin !== base.origin || !url.pathname.startsWith(base.pathname)) return null;
  const inQuery = url.search.startsWith('?/');
  const end = inQuery ? url.search.indexOf('&') : -1;
  const search = inQuery ? (end < 0 ? '' : url.search.slice(end + 1)) : url.search;
  const path = inQuery
    ? url.search.slice(2, end < 0 ? undefined : end)
    : url.pathname.slice(base.pathname.length).replace(/(^|\/)index\.html$/, '$1');
  if (!/^$|\/$|^(?!posts\/).*\.html$/.test(path)) return null;
  return { path, query: new URLSearchParams(search).get('q') ?? '' };
}

/**
 * @param {string} path percent-encoded
 * @param {{linkBase: string, fileBase: string}} site "/blog/?/" and "/blog/"; the same where pages are published
 * @param {string} [query] words to search for
 * @param {string} [hash] with its "#"
 */
export function formatAddress(path, { linkBase, fileBase }, query = '', hash = '') {
  const words = query && `q=${encodeURIComponent(query)}`;
  const start = path ? linkBase + path : fileBase;
  return start + (words && (start.includes('?') ? '&' : '?') + words) + hash;
}

/**
 * @typedef {'tags' | 'categories' | 'authors' | 'series'} Folder of lists of posts that have something in common
 * @typedef {{view: 'home', page: number} | {view: 'tag', folder: Folder, page: number, slug: string}
 *   | {view: 'article', address: string} | {view: 'archive', slug: string} | {view: 'tags' | 'search'}} Route
 */

/**
 * What is to be seen at `path`; null when the shell knows no such view. A post may live anywhere.
 * @param {string} path
 * @returns {Route | null}
 */
export function routeOf(path) {
  if (path === 'tags/' || path === 'search/') return { view: /** @type {'tags' | 'search'} */ (path.slice(0, -1)) };
  if (path.startsWith('archive/')) return { view: 'archive', slug: path.slice(8, -1) };
  try {
    const list = /^(?:(tags|categories|authors|series)\/([^/]+)\/)?(?:page\/([1-9]\d{0,6})\/)?$/.exec(path);
    const page = Number(list?.[3] ?? 1);
    if (list?.[2]) return { view: 'tag', folder: /** @type {Folder} */ (list[1]), page, slug: decodeURIComponent(list[2]) };
    return list ? { view: 'home', page } : { view: 'article', address: decodeURIComponent(path) };
  } catch {
    return null; // a broken percent escape
  }
}
