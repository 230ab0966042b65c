// From a visit to a view on screen: asks for the HTML, shows it, and decides what to do when there is none.
import { openContents } from './contents.js';
import { markCurrent } from './header.js';
import { placeScroll } from './scroll.js';

/** @typedef {import('./router.js').Visit} Visit */

export class Shell {
  #page;
  #library;
  #screen;
  #firstPage = withoutHash(location);
  #isFirst = true;
  /** A visit is under way; and whether posts have joined since it began. */
  #isOpening = false;
  #isStale = false;
  #visits = new AbortController();
  /** @type {Visit | null} */
  #visit = null;
  #stopView = () => {};
  /** Whether the host has a page for every address. */
  #isPublished;

  /**
   * @param {import('./dress.js').Page} page
   * @param {import('./library.js').Library} library
   * @param {import('./screen.js').Screen} screen
   * @param {boolean} isPublished
   */
  constructor(page, library, screen, isPublished) {
    this.#page = page;
    this.#library = library;
    this.#screen = screen;
    this.#isPublished = isPublished;
  }

  /** Fills the search view; set by whoever knows search. @type {(main: HTMLElement, query: string) => Promise<() => void>} */
  fillSearch = async () => () => {};

  /**
   * Goes on with the page that the host sent, without touching it.
   * @param {Visit | null} visit
   */
  async takeOver(visit) {
    this.#visit = visit;
    const isNotFound = this.#screen.main.querySelector('.not-found') !== null;
    if (isNotFound && visit) await this.#lookAgain(visit);
    else await this.#settle(isNotFound ? 'not_found' : (visit?.route.view ?? 'other'), 'taken');
  }

  /**
   * Makes the page that the host had only the frame of.
   * @param {Visit | null} visit
   */
  async openFirst(visit) {
    if (visit) await this.open(visit);
    else location.replace(this.#library.base);
  }

  /** @param {Visit} visit */
  async open(visit) {
    this.#visits.abort();
    this.#visits = new AbortController();
    const { signal } = this.#visits;
    this.#visit = visit;
    this.#isOpening = true;
    this.#screen.wait();
    try {
      const html = await this.#htmlOf(visit, signal);
      if (signal.aborted) return;
      if (html === null) await this.#showNothing(visit);
      else await this.#show(visit.route.view, html, visit);
    } catch (error) {
      if (!signal.aborted) await this.#fail(visit, /** @type {Error} */ (error));
    }
    if (signal.aborted) return; // the next visit is under way
    this.#isOpening = false;
    if (this.#isStale) await this.refresh();
  }

  /** Shows the list on screen anew, since posts have joined or left it; scroll and focus stay where they are. */
  async refresh() {
    const visit = this.#visit;
    this.#isStale = this.#isOpening;
    if (this.#isOpening || !visit || visit.route.view === 'search') return;
    if (visit.route.view === 'article') return (await this.#fileOf(visit)) ? undefined : this.#showNothing(visit);
    const html = await this.#htmlOf(visit, this.#visits.signal).catch(() => null);
    if (html === null || visit !== this.#visit) return;
    this.#screen.replace(html);
    await this.#settle(visit.route.view, 'taken');
  }

  /** @param {Visit} visit @param {AbortSignal} signal */
  async #htmlOf(visit, signal) {
    const { htmlOf } = await import('./views.js');
    const { catalog, reader } = this.#library;
    const source = { catalog: catalog.bind(this.#library), reader: reader.bind(this.#library), signal };
    const html = await htmlOf(visit.route, source);
    if (html !== null || this.#isPublished) return html;
    await (await source.catalog()).live();
    return htmlOf(visit.route, source);
  }

  /**
   * The host has no page for this address; a live post may.
   * @param {Visit} visit
   */
  async #lookAgain(visit) {
    try {
      const catalog = await this.#library.catalog();
      await catalog.live();
      const { signal } = this.#visits;
      const html = await this.#htmlOf(visit, signal);
      if (signal.aborted) return;
      if (html !== null) return await this.#show(visit.route.view, html, visit);
    } catch (error) {
      const { kindOf } = await import('./failure.js');
      if (kindOf(/** @type {Error} */ (error)) === 'post') return await this.#fail(visit, /** @type {Error} */ (error));
    }
    if (visit === this.#visit) await this.#settle('not_found', 'taken');
  }

  /** @param {Visit} visit */
  async #showNothing(visit) {
    if (this.#leaveToBrowser(visit)) return;
    await this.#show('not_found', (await this.#library.reader()).html('frame', { view: 'not_found' }), visit);
  }

  /** @param {Visit} visit @param {Error & {url?: string}} error */
  async #fail(visit, error) {
    const failure = await import('./failure.js').catch(() => null);
    if (!failure) return location.reload(); // offline before it came: the browser has a page for that
    let kind = failure.kindOf(error);
    // The browser's own page about a host that does not answer would be the end of the visit.
    if (kind !== 'offline' && !(await answers(visit.url))) kind = 'offline';
    if (kind !== 'offline' && this.#leaveToBrowser(visit)) return;
    const retry = () => this.open(visit);
    const file = error.url ?? (await this.#fileOf(visit));
    const view = await failure.failureView(kind, { home: this.#library.base.href, file, detail: error.message, retry });
    await this.#show('failure', view, visit);
    if (kind === 'offline') addEventListener('online', () => visit === this.#visit && retry(), { once: true });
  }

  /** The address of the Markdown that `visit` is about, if that can be known. @param {Visit} visit */
  async #fileOf({ route }) {
    if (route.view !== 'article') return undefined;
    const catalog = await this.#library.catalog().catch(() => null);
    const found = await catalog?.entry(route.address).catch(() => null);
    return found ? catalog?.postUrl(found.entry).href : undefined;
  }

  /**
   * Where the host has a page of its own, that is the better answer; but not the one that we came from.
   * @param {Visit} visit
   */
  #leaveToBrowser({ url }) {
    const isKnown = withoutHash(url) === this.#firstPage;
    if (!this.#isPublished || isKnown) return false;
    location.reload(); // the address bar is there already
    return true;
  }

  /** @param {string} view @param {string | Node} content @param {Visit} visit */
  async #show(view, content, visit) {
    if (visit !== this.#visit) return;
    this.#stopView();
    this.#stopView = () => {};
    if (!this.#page.masthead.childElementCount) {
      const { dress } = await import('./dress.js');
      await dress(this.#page, this.#library, visit.path);
    }
    if (visit !== this.#visit) return;
    this.#screen.show(content);
    await this.#settle(view, this.#isFirst ? 'first' : 'new');
  }

  /** @param {string} query @returns {Promise<() => void>} to be called when the view leaves */
  #search(query) {
    const { main } = this.#screen;
    return this.fillSearch(main, query).catch(async () => {
      const { sentenceOf } = await import('./failure.js');
      const status = main.querySelector('.search-status');
      if (status) status.textContent = await sentenceOf('module');
      return () => {};
    });
  }

  /**
   * @param {string} view
   * @param {'taken' | 'first' | 'new'} how it came: sent by the host, made in its stead, or gone to by the reader
   */
  async #settle(view, how) {
    const visit = this.#visit;
    const { main } = this.#screen;
    const { hash } = visit?.url ?? location;
    this.#isFirst = false;
    openContents(main);
    markCurrent(this.#page.masthead);
    if (how !== 'taken') this.#screen.retitle(this.#page.masthead.querySelector('.site-title')?.textContent ?? '');
    if (how === 'new') this.#screen.focus(hash);
    if (visit && how !== 'taken') placeScroll({ key: visit.key, hash, isTraversal: visit.isTraversal || how === 'first' }, main);
    if (view === 'search') this.#stopView = await this.#search(visit?.query ?? '');
    this.#screen.settle(view, { path: visit?.path ?? null, query: visit?.query ?? '' });
  }
}

/** @param {URL | Location} url */
const withoutHash = (url) => url.href.split('#')[0];

/** @param {URL} url */
const answers = (url) => fetch(url, { method: 'HEAD', cache: 'no-store' }).then(Boolean, () => false);
