// The published catalogue without the posts that have expired since. Loaded once there are any.
import { Published } from './published.js';

/** @typedef {import('./types.js').Entry} Entry */

export class Unexpired extends Published {
  /** Places of the expired posts in the list of all, newest first, ascending. @type {number[]} */
  #gone;

  /** @param {URL} folder @param {import('./types.js').CatalogRoot} root */
  constructor(folder, root) {
    super(folder, { ...root, pinned: root.pinned?.filter((entry) => !isExpired(entry)) });
    const now = Date.now() / 1000;
    const due = (root.expiring ?? []).filter(([seconds]) => seconds <= now);
    this.#gone = due.map(([, number]) => root.total - 1 - number).sort((a, b) => a - b);
  }

  get hasExpired() {
    return true;
  }

  get total() {
    return super.total - this.#gone.length;
  }

  /** @param {number} from @param {number} to */
  async slice(from, to) {
    const begin = this.#place(Math.max(0, from));
    const end = this.#place(Math.min(to, this.total) - 1) + 1;
    if (begin >= end) return [];
    return (await super.slice(begin, end)).filter((_, i) => !this.#gone.includes(begin + i));
  }

  /** @param {(entry: Entry) => boolean} wanted */
  async findIndex(wanted) {
    const place = await super.findIndex((entry) => !isExpired(entry) && wanted(entry));
    return place - this.#gone.filter((gone) => gone < place).length;
  }

  /** The place among all of what is number `index` of those that are left. @param {number} index */
  #place(index) {
    return this.#gone.reduce((place, gone) => (gone <= place ? place + 1 : place), index);
  }
}

/** @param {Entry} entry */
function isExpired({ expires }) {
  return expires !== undefined && Date.parse(expires) <= Date.now();
}
