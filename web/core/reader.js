// read.wasm as the shell sees it: catalogue entries and files in, HTML out.
import { encode, parts } from './message.js';
import { loadModule } from './module.js';

/** @typedef {import('./types.js').Entry} Entry */
/** @typedef {import('./types.js').Tag} Tag */

const utf8 = new TextDecoder();

/** Every call is synchronous and throws CoreError. A reader that has crashed has to be opened anew. */
export class Reader {
  #core;

  /** @param {import('./module.js').CoreModule} core */
  constructor(core) {
    this.#core = core;
  }

  /**
   * @param {Promise<import('./catalog.js').Catalog>} catalog whose site the HTML is for; it comes while the module does
   * @returns {Promise<Reader>}
   */
  static async open(catalog) {
    const [core, { site, linkBase, fileBase }] = await Promise.all([loadModule(new URL('../wasm/read.wasm', import.meta.url)), catalog]);
    core.call('read_site', encode({ ...site, link_base: linkBase, file_base: fileBase }));
    return new Reader(core);
  }

  get crashed() {
    return this.#core.crashed;
  }

  /**
   * The inside of <main>, of what abi.md says.
   * @param {'article' | 'list' | 'tags' | 'archive' | 'frame'} view
   * @param {{entry?: Entry, file?: Uint8Array, older?: Entry, newer?: Entry, view?: 'search' | 'not_found',
   *   posts?: Entry[], tags?: Tag[], are_years?: boolean, year?: string, folder?: string, heading?: string, description?: string,
   *   total?: number, page?: number, page_count?: number, address?: string}} values
   */
  html(view, values) {
    return this.#core.text(`read_${view}`, encode(values));
  }

  /** @param {string} address of the view, relative to the site */
  chrome(address) {
    const [header, footer, skip] = parts(this.#core.call('read_chrome', encode({ address }))).map((part) => utf8.decode(part));
    return { header, footer, skip };
  }
}
