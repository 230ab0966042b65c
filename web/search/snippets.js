// Snippets, cut from the very files that a reader opens next: no second copy of the text is published.
import { fetchBytes } from '../core/fetch.js';
import { encode, parts } from '../core/message.js';
import { compile } from '../core/module.js';

/** @typedef {import('./client.js').Hit} Hit */
/** @typedef {{text: Uint8Array, sections: {id: string, begin: number, end: number}[]}} PostText */

const KEPT_TEXTS = 40;
const utf8 = new TextDecoder();

export class Snippets {
  #call;
  #load;
  #catalog;
  /** @type {Promise<void> | undefined} */
  #reader;
  /** @type {Map<string, Promise<PostText>>} by path, oldest first */
  #texts = new Map();

  /**
   * @param {(module: string, name: string, message: Uint8Array) => Promise<{bytes: Uint8Array}>} call
   * @param {(compiled: WebAssembly.Module) => Promise<unknown>} load makes read.wasm callable as "read"
   * @param {() => Promise<import('../core/catalog.js').Catalog>} catalog
   */
  constructor(call, load, catalog) {
    this.#call = call;
    this.#load = load;
    this.#catalog = catalog;
  }

  /**
   * @param {Hit} hit @param {import('./client.js').Found} found @param {AbortSignal} signal
   * @returns {Promise<{snippet: string, marks: [number, number][]}>}
   */
  async cut(hit, { query, forms }, signal) {
    const { text, sections } = await this.#text(hit);
    signal.throwIfAborted();
    const { begin, end } = sections.find(({ id }) => hit.section && id === hit.section.id) ?? {};
    const { bytes } = await this.#call('search', 'search_snippet', encode({ query, text, begin, end, forms }));
    return JSON.parse(utf8.decode(bytes));
  }

  /** The worker has been replaced. */
  forget() {
    this.#reader = undefined;
  }

  /** @param {Hit} hit */
  #text(hit) {
    const kept = this.#texts.get(hit.post);
    if (kept) return kept;
    const text = this.#read(hit);
    this.#texts.set(hit.post, text);
    text.catch(() => this.#texts.delete(hit.post));
    if (this.#texts.size > KEPT_TEXTS) this.#texts.delete([...this.#texts.keys()][0]);
    return text;
  }

  /** @param {Hit} hit @returns {Promise<PostText>} */
  async #read({ post, title }) {
    const catalog = await this.#catalog();
    const [file] = await Promise.all([fetchBytes(catalog.postUrl({ path: post })), this.#opened()]);
    const { bytes } = await this.#call('read', 'read_text', encode({ file, title }));
    const [text, sections] = parts(bytes);
    return { text, sections: JSON.parse(utf8.decode(sections)) };
  }

  #opened() {
    this.#reader ??= this.#openReader();
    this.#reader.catch(() => (this.#reader = undefined)); // the next one tries again
    return this.#reader;
  }

  async #openReader() {
    const [catalog, compiled] = await Promise.all([this.#catalog(), compile(new URL('../wasm/read.wasm', import.meta.url))]);
    await this.#load(compiled);
    const { site, linkBase, fileBase } = catalog;
    await this.#call('read', 'read_site', encode({ ...site, link_base: linkBase, file_base: fileBase }));
  }
}
