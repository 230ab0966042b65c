// The one owner of history. Turns clicks on the site's own addresses, searches and the back button into
// visits; whatever is not a view of the site stays with the browser.
import { formatAddress, parseAddress, routeOf } from '../lib/address.js';

/** @typedef {import('../lib/address.js').Route} Route */
/**
 * @typedef {object} Visit
 * @property {URL} url
 * @property {Route} route
 * @property {string} path relative to the site
 * @property {string} query
 * @property {string} key of the history entry
 * @property {boolean} isTraversal back or forward: the reader has been there
 */

export class Router {
  #site;
  #base;
  #onVisit;
  #onFragment;
  #onLeave;
  #url = new URL(location.href);
  #key = '';

  /**
   * @param {{base: URL, linkBase: string, fileBase: string}} site
   * @param {object} listeners
   * @param {(visit: Visit) => void} listeners.onVisit
   * @param {(visit: {url: URL, key: string, isTraversal: boolean}) => void} listeners.onFragment within the page on screen
   * @param {() => void} listeners.onLeave the entry on screen, before anything has moved
   */
  constructor(site, { onVisit, onFragment, onLeave }) {
    this.#site = site;
    this.#base = site.base;
    this.#onVisit = onVisit;
    this.#onFragment = onFragment;
    this.#onLeave = onLeave;
  }

  /** Of the history entry that is current. */
  get key() {
    return this.#key;
  }

  start() {
    this.#key = history.state?.key ?? newKey();
    history.replaceState({ ...history.state, key: this.#key }, '');
    document.addEventListener('click', (event) => this.#click(event));
    document.addEventListener('submit', (event) => this.#submit(event));
    addEventListener('popstate', () => this.#pop());
    // A page that comes back whole is best placed by the browser.
    addEventListener('pagehide', () => (history.scrollRestoration = 'auto'));
  }

  /** The visit that the address bar stands for; null when it is none of the shell's. */
  current() {
    return this.#visit(this.#url, this.#key, false);
  }

  /** @param {string} path @param {string} [query] @param {string} [hash] */
  href(path, query, hash) {
    return formatAddress(path, this.#site, query, hash);
  }

  /**
   * @param {string} path relative to the site, percent-encoded
   * @param {{query?: string, hash?: string, replace?: boolean}} [options]
   */
  go(path, { query, hash, replace = false } = {}) {
    const url = new URL(this.href(path, query, hash), this.#base);
    if (!this.#open(url, replace)) location.assign(url);
  }

  /**
   * Writes words into the address without a visit, for a search that goes on as one types.
   * @param {string} path @param {string} query
   */
  rewrite(path, query) {
    this.#url = new URL(this.href(path, query), this.#base);
    history.replaceState(history.state, '', this.#url);
  }

  /** @param {URL} url @param {boolean} replace */
  #open(url, replace) {
    const visit = this.#visit(url, replace ? this.#key : newKey(), false);
    if (!visit) return false;
    this.#onLeave();
    history.scrollRestoration = 'manual';
    if (replace) history.replaceState({ key: visit.key }, '', url);
    else history.pushState({ key: visit.key }, '', url);
    this.#url = url;
    this.#key = visit.key;
    this.#onVisit(visit);
    return true;
  }

  /** @param {MouseEvent} event */
  #click(event) {
    const { target } = event;
    const link = target instanceof Element ? target.closest('a') : null;
    if (!link || !isPlainClick(event, link)) return;
    const url = new URL(link.href);
    if (url.hash && sameDocument(url, this.#url)) return; // the browser scrolls; popstate tells us
    if (this.#open(url, url.href === this.#url.href)) event.preventDefault();
  }

  /** @param {SubmitEvent} event */
  #submit(event) {
    const form = event.target;
    if (event.defaultPrevented || !(form instanceof HTMLFormElement) || form.role !== 'search') return;
    const query = String(new FormData(form).get('q') ?? '').trim();
    if (this.#open(new URL(this.href('search/', query), this.#base), false)) event.preventDefault();
  }

  #pop() {
    const url = new URL(location.href);
    const isTraversal = Boolean(history.state?.key);
    const before = this.#url;
    this.#url = url;
    this.#key = history.state?.key ?? newKey();
    if (!isTraversal) history.replaceState({ key: this.#key }, '');
    if (sameDocument(url, before)) {
      this.#onFragment({ url, key: this.#key, isTraversal });
      return;
    }
    this.#onLeave();
    const visit = this.#visit(url, this.#key, true);
    if (visit) this.#onVisit(visit);
    else location.reload();
  }

  /** @param {URL} url @param {string} key @param {boolean} isTraversal @returns {Visit | null} */
  #visit(url, key, isTraversal) {
    const address = parseAddress(url, this.#base);
    const route = address && routeOf(address.path);
    return route && { ...address, url, route, key, isTraversal };
  }
}

/** @param {MouseEvent} event @param {HTMLAnchorElement} link */
function isPlainClick(event, link) {
  const isModified = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  const isElsewhere = (link.target && link.target !== '_self') || link.hasAttribute('download');
  return !event.defaultPrevented && event.button === 0 && !isModified && !isElsewhere && Boolean(link.href);
}

/** @param {URL} a @param {URL} b */
const sameDocument = (a, b) => a.href.split('#')[0] === b.href.split('#')[0];

const newKey = () => Math.random().toString(36).slice(2);
