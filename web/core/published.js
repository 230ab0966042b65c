// The catalogue as it was published: its root, and its pages as they are wanted.
import { fetchBytes, fetchOptional } from './fetch.js';

/** @typedef {import('./types.js').Entry} Entry */
/** @typedef {import('./types.js').CatalogRoot} CatalogRoot */

const utf8 = new TextDecoder();

/** The posts of catalog.json, by their place in the list of newest first. */
export class Published {
  #folder;
  /** @type {Map<number, Promise<Entry[]>>} */
  #pages = new Map();

  /** @param {URL} folder where the pages are @param {CatalogRoot} root */
  constructor(folder, root) {
    this.#folder = folder;
    this.root = root;
  }

  /**
   * The published catalogue below `base`, or null where nothing was published.
   * @param {URL} base
   */
  static async open(base) {
    const bytes = await fetchOptional(new URL('broadsheet/catalog.json', base), { cache: 'no-cache' });
    const root = bytes && parse(bytes);
    return root?.version === 1 ? new Published(new URL('broadsheet/catalog/', base), root) : null;
  }

  get total() {
    return this.root.total;
  }

  /**
   * Posts number `from` to `to` (not included), newest first; reads only the pages that hold them.
   * @param {number} from @param {number} to
   * @returns {Promise<Entry[]>}
   */
  async slice(from, to) {
    const { root } = this;
    const { total } = root;
    const begin = Math.max(0, total - to);
    const end = total - Math.max(0, from); // as numbered in the pages: oldest first
    if (begin >= end) return [];
    const first = Math.floor(begin / root.page_size);
    const last = Math.floor((end - 1) / root.page_size);
    const pages = await Promise.all(Array.from({ length: last - first + 1 }, (_, i) => this.#page(first + i)));
    const offset = first * root.page_size;
    return pages.flat().slice(begin - offset, end - offset).reverse();
  }

  /**
   * The place of the newest post that `wanted` accepts; -1 without one. Reads page by page, newest first.
   * @param {(entry: Entry) => boolean} wanted
   */
  async findIndex(wanted) {
    for (let page = (this.root.first ?? 0) + this.root.pages.length - 1; page >= 0; page--) {
      const at = (await this.#page(page)).findLastIndex(wanted);
      if (at >= 0) return this.root.total - 1 - (page * this.root.page_size + at);
    }
    return -1;
  }

  /** @param {number} number @returns {Promise<Entry[]>} */
  #page(number) {
    let page = this.#pages.get(number);
    if (!page) {
      page = this.#read(number);
      this.#pages.set(number, page);
      page.catch(() => this.#pages.delete(number)); // asked again, it is tried again
    }
    return page;
  }

  /** @param {number} number @returns {Promise<Entry[]>} */
  async #read(number) {
    const { pages, first = 0 } = this.root;
    const name = pages[number - first] ?? (await (await import('./older.js')).nameOf(this.root, this.#folder, number));
    return JSON.parse(utf8.decode(await fetchBytes(new URL(name, this.#folder)))).posts;
  }
}

/** @param {Uint8Array} bytes @returns {CatalogRoot | null} null for what a host sends in place of a missing file */
function parse(bytes) {
  try {
    return JSON.parse(utf8.decode(bytes));
  } catch {
    return null;
  }
}
