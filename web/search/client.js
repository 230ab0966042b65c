// Asks the searcher in the worker, brings it the bytes that it wants, and starts it again if it dies.
import { fetchBytes } from '../core/fetch.js';
import { CoreError, compile } from '../core/module.js';
import { encode } from '../core/message.js';
import { RemoteCore } from '../core/remote.js';
import { RangeSource } from './ranges.js';
import { Snippets } from './snippets.js';

const MAX_ROUNDS = 12;
const MARK_ALL = 1 << 16; // bytes: longer than any title
const PUBLISHED = 0;
const LIVE = 1;
const utf8 = new TextDecoder();

/**
 * @typedef {{query: string, offset?: number, limit?: number, order?: string, finished?: boolean,
 *   corrections?: boolean, facets?: boolean, explain?: boolean}} Request
 * @typedef {[number, number][]} Marks in UTF-16 code units, half-open
 * @typedef {{post: string, url: string, title: string, titleMarks: Marks, date?: number, language: string,
 *   partial?: boolean, section: {id: string, title: string} | null, explanation?: string}} Hit
 * @typedef {{query: string, total: number, partial_total: number, hits: Hit[],
 *   forms: string[], corrections: {from: string, to: string[]}[], notes: string[],
 *   facets?: import('./facets.js').Facets}} Found
 */

/** Event "change": the same question may be answered differently now, since live posts have joined. */
export class SearchClient extends EventTarget {
  #context;
  #parts;
  #remote;
  #source;
  #snippets;
  /** @type {Promise<void>} */
  #ready;
  #explains = false;
  /** The searcher could not be had; the next question asks for it anew. */
  #isLost = false;
  #isIncomplete = false;
  /** How many posts are gone by the clock, and which: asked for anew when another goes. @type {{due: number, paths: Promise<Set<string>>}} */
  #gone = { due: 0, paths: Promise.resolve(new Set()) };

  /** @param {import('./start.js').Context} context @param {import('./start.js').Parts} parts */
  constructor(context, parts) {
    super();
    this.#context = context;
    this.#parts = parts;
    this.#remote = new RemoteCore(parts.worker);
    this.#source = new RangeSource(new URL('broadsheet/index/', context.base));
    this.#snippets = new Snippets((...task) => this.#remote.call(...task), (compiled) => this.#remote.load('read', compiled), context.catalog);
    this.#ready = this.#open();
    this.#ready.catch(() => {});
    context.catalog().then((catalog) => catalog.addEventListener('change', () => this.#joinLive(catalog)), () => {});
  }

  /**
   * @param {Request} request @param {AbortSignal} signal when aborted, the answer is not wanted any more
   * @returns {Promise<Found>} rejects with AbortError; with CoreError or FetchError when search is not to be had
   */
  async search(request, signal) {
    if (request.explain) this.#explain();
    const remote = this.#remote;
    try {
      return await this.#search(request, signal);
    } catch (error) {
      if (!(error instanceof CoreError) || error.code !== 'crashed') throw error;
      if (remote === this.#remote) this.#restart();
      return this.#search(request, signal);
    }
  }

  /**
   * The passage of a hit that answers best, cut from the post's file.
   * @param {Hit} hit @param {Found} found @param {AbortSignal} signal
   * @returns {Promise<{snippet: string, marks: Marks}>}
   */
  snippet(hit, found, signal) {
    return this.#snippets.cut(hit, found, signal);
  }

  /** @param {Request} request @param {AbortSignal} signal */
  async #search(request, signal) {
    if (this.#isLost) this.#restart(); // what could not be had before may be there again
    else if (this.#isIncomplete) this.#ready = this.#reopen();
    await this.#ready.catch((error) => {
      this.#isLost = true;
      throw error;
    });
    const found = await this.#withoutExpired(await this.#answer(encode({ ...request }), signal));
    await Promise.all(found.hits.map((hit) => this.#markTitle(hit, found, request)));
    signal.throwIfAborted();
    return found;
  }

  /** @param {Found} found @returns {Promise<Found>} without the posts that are gone by the clock, which the index still has */
  async #withoutExpired(found) {
    const catalog = await this.#context.catalog().catch(() => undefined); // without it, the index's word has to do
    const due = (catalog?.root.expiring ?? []).filter(([seconds]) => seconds * 1000 <= Date.now()).length;
    if (due === 0) return found;
    if (due !== this.#gone.due) {
      const paths = import('../core/expired.js').then(({ expiredPaths }) => expiredPaths(this.#context.base));
      this.#gone = { due, paths };
      paths.catch(() => (this.#gone.due = 0));
    }
    const gone = await this.#gone.paths;
    const hits = found.hits.filter(({ post }) => !gone.has(post));
    return { ...found, hits, total: found.total - (found.hits.length - hits.length) };
  }

  /** @param {Uint8Array} message @param {AbortSignal} signal @returns {Promise<Found>} */
  async #answer(message, signal) {
    for (let round = 0; round < MAX_ROUNDS; round++) {
      signal.throwIfAborted();
      const { bytes, more } = await this.#remote.call('search', 'search_query', message);
      signal.throwIfAborted();
      const answer = JSON.parse(utf8.decode(bytes));
      if (!more) return answer;
      await Promise.all(this.#source.want(answer.ranges).map((group) => this.#feed(group, signal)));
    }
    throw new CoreError('invalid', 'the searcher is never content');
  }

  /**
   * @param {ReturnType<RangeSource['want']>[number]} group
   * @param {AbortSignal} signal
   */
  async #feed({ range, parts, bytes: coming }, signal) {
    try {
      const bytes = await coming;
      await this.#remote.call('search', 'search_feed', encode({ file: range.file, begin: range.begin, bytes }));
    } catch (error) {
      if (signal.aborted || error instanceof CoreError) throw error;
      if (/** @type {Error} */ (error).name === 'AbortError') return; // another question came in between; this one asks again
      this.#isIncomplete = true;
      await Promise.all(parts.map((part) => this.#remote.call('search', 'search_give_up', encode({ ...part }))));
    }
  }

  /** @param {Hit} hit @param {Found} found @param {Request} request */
  async #markTitle(hit, { forms }, { query, finished }) {
    const message = encode({ query, finished, forms, text: hit.title, size: MARK_ALL });
    const { bytes } = await this.#remote.call('search', 'search_snippet', message);
    const { snippet, marks } = JSON.parse(utf8.decode(bytes));
    hit.titleMarks = snippet === hit.title ? marks : [];
  }

  async #open() {
    const catalog = await this.#context.catalog();
    const compiled = this.#parts.search.catch(() => this.#compile());
    await Promise.all([compiled, catalog.published || catalog.live()]);
    await this.#remote.load('search', await compiled);
    await this.#reopen();
  }

  /** Opens the indexes, empty of all that was fed. At least one has to open. */
  async #reopen() {
    this.#isIncomplete = false;
    const catalog = await this.#context.catalog();
    const live = await this.#openLive(catalog);
    const root = await this.#root(catalog).catch((error) => {
      if (live) this.#isIncomplete = true;
      else throw error;
    });
    if (root && catalog.index) await this.#openSlot(PUBLISHED, catalog.index, root);
    else if (!live) throw new CoreError('missing', 'this site has no search index');
  }

  /** @param {import('../core/catalog.js').Catalog} catalog */
  #root(catalog) {
    const again = () => fetchBytes(new URL(`broadsheet/index/${catalog.index}`, this.#context.base));
    return this.#parts.root.catch(() => (catalog.index ? again() : undefined));
  }

  /** @param {import('../core/catalog.js').Catalog} catalog */
  async #openLive({ liveIndex }) {
    if (!liveIndex) return false;
    for (const { name, bytes } of liveIndex.files) this.#source.hold(name, bytes);
    const root = liveIndex.files.find(({ name }) => name === liveIndex.root);
    if (root) await this.#openSlot(LIVE, root.name, new Uint8Array(root.bytes));
    return root !== undefined;
  }

  /** @param {number} slot @param {string} name @param {Uint8Array} root */
  #openSlot(slot, name, root) {
    return this.#remote.call('search', 'search_open', encode({ slot, name, root }));
  }

  /** @param {import('../core/catalog.js').Catalog} catalog */
  async #joinLive(catalog) {
    if (!catalog.liveIndex) return; // a first list; the index comes with the whole
    this.#ready = this.#ready.then(() => this.#openLive(catalog), () => this.#open()).then(() => {});
    await this.#ready.then(() => this.dispatchEvent(new Event('change')), () => {});
  }

  /** From now on searches with the module that can show the arithmetic of hits, which few want. */
  #explain() {
    if (this.#explains) return;
    this.#explains = true;
    this.#parts = { ...this.#parts, search: this.#compile() };
    this.#restart();
  }

  #compile() {
    return compile(new URL(`../wasm/${this.#explains ? 'explain' : 'search'}.wasm`, import.meta.url));
  }

  #restart() {
    this.#isLost = false;
    this.#remote.stop();
    this.#remote = new RemoteCore(this.#parts.startWorker());
    this.#snippets.forget();
    this.#ready = this.#open();
    this.#ready.catch(() => {});
  }
}
