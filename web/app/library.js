// The catalogue and the renderer, each opened once, when first asked for; after a failure anew.

/** @typedef {import('../core/catalog.js').Catalog} Catalog */
/** @typedef {import('../core/reader.js').Reader} Reader */

export class Library {
  /** @type {Promise<Catalog> | undefined} */
  #catalog;
  /** @type {Promise<Reader> | undefined} */
  #reader;

  /** @param {URL} base @param {boolean} isPublished whether there is a catalogue to look for */
  constructor(base, isPublished) {
    this.base = base;
    this.isPublished = isPublished;
  }

  /** Called with every catalogue that was opened. @type {(catalog: Catalog) => void} */
  onCatalog = () => {};

  /** @returns {Promise<Catalog>} */
  catalog() {
    this.#catalog ??= import('../core/catalog.js')
      .then(({ Catalog }) => Catalog.open(this.base, this.isPublished))
      .then((catalog) => {
        this.onCatalog(catalog);
        return catalog;
      });
    this.#catalog.catch(() => (this.#catalog = undefined));
    return this.#catalog;
  }

  /** @returns {Promise<Reader>} */
  reader() {
    const catalog = this.catalog();
    this.#reader ??= import('../core/reader.js').then(({ Reader }) => Reader.open(catalog));
    this.#reader.catch(() => (this.#reader = undefined));
    return this.#reader.then((reader) => {
      if (!reader.crashed) return reader;
      this.#reader = undefined;
      return this.reader();
    });
  }
}
