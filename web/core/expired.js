// The published catalogue without the posts that have expired since. Loaded once there are any.
import { Published } from './published.js';

/** @typedef {import('./types.js').Entry} Entry */
/** @typedef {import('./live.js').Catalogue} Catalogue */

/** Stands in for the catalogue that it was made of. */
export class Unexpired {
  #published;
  /** Places of the expired posts in the list of all, newest first, ascending. @type {number[]} */
  #gone;

  /** @param {Catalogue} published */
  constructor(published) {
    const { root } = published;
    this.#published = published;
    const due = dueOf(root);
    this.root = { ...root, pinned: root.pinned?.filter((entry) => !isExpired(entry)) };
    for (const [, , lists = {}] of due) {
      for (const [name, slugs = []] of /** @type {[import('./types.js').Counted, string[]][]} */ (Object.entries(lists))) this.#uncount(name, slugs);
    }
    this.#gone = due.map(([, number]) => root.total - 1 - number).sort((a, b) => a - b);
  }

  get total() {
    return this.root.total - this.#gone.length;
  }

  /** @param {number} from @param {number} to */
  async slice(from, to) {
    const begin = this.#place(Math.max(0, from));
    const end = this.#place(Math.min(to, this.total) - 1) + 1;
    if (begin >= end) return [];
    return (await this.#published.slice(begin, end)).filter((_, i) => !this.#gone.includes(begin + i));
  }

  /** @param {(entry: Entry) => boolean} wanted */
  async findIndex(wanted) {
    const place = await this.#published.findIndex((entry) => !isExpired(entry) && wanted(entry));
    return place - this.#gone.filter((gone) => gone < place).length;
  }

  /**
   * Takes a post off what these lists count; a list without posts is none.
   * @param {import('./types.js').Counted} name @param {string[]} slugs
   */
  #uncount(name, slugs) {
    const lists = this.root[name]?.map((list) => (slugs.includes(list.slug) ? { ...list, count: list.count - 1 } : list));
    if (lists) this.root[name] = lists.filter(({ count }) => count > 0);
  }

  /** The place among all of what is number `index` of those that are left. @param {number} index */
  #place(index) {
    return this.#gone.reduce((place, gone) => (gone <= place ? place + 1 : place), index);
  }
}

/** @param {import('./types.js').CatalogRoot} root */
function dueOf({ expiring = [] }) {
  return expiring.filter(([seconds]) => seconds * 1000 <= Date.now());
}

/** The paths of the posts that have expired since the site was published. @param {URL} base of the site */
export async function expiredPaths(base) {
  const published = await Published.open(base);
  if (!published) return new Set();
  const { root } = published;
  const due = dueOf(root).map(([, number]) => published.slice(root.total - 1 - number, root.total - number));
  return new Set((await Promise.all(due)).flat().map(({ path }) => path));
}

/** @param {Entry} entry */
function isExpired({ expires }) {
  return expires !== undefined && Date.parse(expires) <= Date.now();
}
