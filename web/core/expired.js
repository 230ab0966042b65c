// The published catalogue without the posts that have expired since. Loaded once there are any.

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
    this.root = { ...root, pinned: root.pinned?.filter((entry) => !isExpired(entry)) };
    const due = (root.expiring ?? []).filter(([seconds]) => seconds * 1000 <= Date.now());
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

  /** The place among all of what is number `index` of those that are left. @param {number} index */
  #place(index) {
    return this.#gone.reduce((place, gone) => (gone <= place ? place + 1 : place), index);
  }
}

/** @param {Entry} entry */
function isExpired({ expires }) {
  return expires !== undefined && Date.parse(expires) <= Date.now();
}
