// The posts of the site: those that were published, and the live ones that were only dropped into the
// folder. Lists read no more of the catalogue than they show.
import { Published } from './published.js';

/** @typedef {import('./types.js').Entry} Entry */
/** @typedef {import('../lib/address.js').Folder} Folder */
/** @typedef {import('./types.js').Site} Site */
/** @typedef {import('./types.js').CatalogRoot} CatalogRoot */
/** @typedef {import('./live.js').News} News */

/**
 * Events: "change" when live posts have joined; "progress" while they are read; "trouble" when some of
 * them, or all, cannot be shown. The properties of these names hold what the events are about.
 */
export class Catalog extends EventTarget {
  /** @type {{done: number, total: number} | null} live posts read, of those listed */
  progress = null;
  /** @type {import('./types.js').Diagnostic[]} */
  trouble = [];
  /** @type {{root: string, files: import('./types.js').IndexFile[]} | null} the search index of the live posts */
  liveIndex = null;

  #base;
  /** @type {Pick<Published, 'root' | 'total' | 'slice' | 'findIndex'> | null} */
  #published;
  /** @type {Entry[]} newest first */
  #live = [];
  /** @type {CatalogRoot | null} what the core says of the live posts, with the published ones counted in */
  #liveRoot = null;
  /** @type {Promise<void> | undefined} */
  #search;
  /** @type {Promise<unknown> | undefined} until an unpublished site has posts to show */
  #first;

  /** @param {URL} base @param {Published | null} published */
  constructor(base, published) {
    super();
    this.#base = base;
    this.#published = published;
  }

  /**
   * Where nothing was published all posts are live, and this waits until the site's name is known.
   * @param {URL} base of the site @param {boolean} isPublished false = do not even ask for a catalogue
   * @returns {Promise<Catalog>} rejects with FetchError when the host fails
   */
  static async open(base, isPublished = true) {
    const catalog = new Catalog(base, isPublished ? await Published.open(base) : null);
    if (!catalog.published) await catalog.#openUnpublished();
    return catalog;
  }

  get published() {
    return this.#published !== null;
  }

  /** @returns {Site} */
  get site() {
    return /** @type {CatalogRoot} */ (this.#published?.root ?? this.#liveRoot).site;
  }

  get fileBase() {
    return this.#base.pathname;
  }

  get linkBase() {
    return this.published ? this.fileBase : `${this.fileBase}?/`;
  }

  get total() {
    return (this.#published?.total ?? 0) + this.#live.length;
  }

  get tags() {
    return this.root.tags;
  }

  get root() {
    return /** @type {CatalogRoot} */ (this.#liveRoot ?? this.#published?.root);
  }

  /** The root of the published search index, as a name below broadsheet/index/; undefined without one. */
  get index() {
    return this.#published?.root.index;
  }

  /** @param {{path: string}} post */
  postUrl({ path }) {
    return new URL(path.split('/').map(encodeURIComponent).join('/'), new URL('posts/', this.#base));
  }

  /**
   * Page `page`, from 1, of all posts: the pinned ones, then the newest first.
   * @param {number} page
   */
  async list(page) {
    await this.#first;
    const end = page * this.site.page_size;
    const begin = end - this.site.page_size;
    const { pinned } = this.root;
    /** @param {number} from */
    const slice = (from) => this.slice(from, end);
    const posts = await (pinned ? (await import('./pinned.js')).list(pinned, newestFirst, slice, begin, end) : slice(begin));
    return this.#paged(page, this.total, posts);
  }

  /**
   * The same of the posts with one tag or the like; null without such a one. Reads the whole catalogue.
   * @param {Folder} folder @param {string} slug @param {number} page
   */
  async having(folder, slug, page) {
    await this.#first;
    const term = this.root[folder]?.find((entry) => entry.slug === slug);
    if (!term) return null;
    const posts = (await this.all()).filter((entry) => [entry[folder] ?? []].flat().some((name) => fold(name) === fold(term.name)));
    if (folder === 'series') posts.sort((a, b) => /** @type {number} */ (a.part) - /** @type {number} */ (b.part));
    const size = this.site.page_size;
    return { ...term, ...this.#paged(page, posts.length, posts.slice((page - 1) * size, page * size)) };
  }

  /** All posts, newest first. */
  all() {
    return this.slice(0, Infinity);
  }

  /**
   * The post at an address and its neighbours by date; null without one.
   * @param {string} address decoded
   */
  async entry(address) {
    await this.#first;
    const at = await this.#indexOf(address);
    if (at < 0) return null;
    const around = await this.slice(at - 1, at + 2);
    const [newer, entry, older] = at ? around : [undefined, ...around];
    return { entry: /** @type {Entry} */ (entry), older, newer };
  }

  /** Looks for live posts, once, and resolves when they have joined. Never rejects. */
  live() {
    return (this.#search ??= import('./live.js')
      .then(({ findNews }) => findNews(this.#base, this.#published, (news) => this.#hear(news)))
      .catch((error) => this.#hear({ trouble: [{ path: 'posts/', message: error.message }] })));
  }

  async #openUnpublished() {
    const known = this.#next('site');
    this.#first = Promise.race([this.#next('change'), this.live()]);
    await Promise.race([known, this.live()]);
    if (!this.#liveRoot) throw new Error(this.trouble[0]?.message ?? 'there is no posts/index.json');
  }

  /** @param {string} type */
  #next(type) {
    return new Promise((resolve) => this.addEventListener(type, resolve, { once: true }));
  }

  /** @param {News} news */
  #hear({ published, root, entries, index, progress, trouble }) {
    if (published) this.#published = published;
    if (root) this.#liveRoot = root;
    if (root?.index && index) this.liveIndex = { root: root.index, files: index };
    if (entries) this.#live = entries;
    if (progress) this.progress = progress;
    if (trouble) this.trouble.push(...trouble);
    const told = { site: root, change: entries, progress, trouble: trouble?.length };
    for (const [type, about] of Object.entries(told)) if (about) this.dispatchEvent(new Event(type));
  }

  /** @param {number} page @param {number} total @param {Entry[]} posts */
  #paged(page, total, posts) {
    return { posts, total, page, page_count: Math.max(1, Math.ceil(total / this.site.page_size)) };
  }

  /**
   * Posts number `from` to `to` of the merged list. With n live posts, what is number i of it is between
   * i - n and i in the published list.
   * @param {number} from @param {number} to
   */
  async slice(from, to) {
    await this.#first;
    const first = Math.max(0, from);
    const begin = Math.max(0, first - this.#live.length);
    const published = (await this.#published?.slice(begin, to)) ?? [];
    if (!this.#live.length) return published;
    return [...published, ...this.#live].sort(newestFirst).slice(first - begin, to - begin);
  }

  /** @param {string} address */
  async #indexOf(address) {
    const live = this.#live;
    /** @param {Entry} entry */
    const isThere = (entry) => (entry.address ?? `posts/${entry.slug}/`) === address;
    const at = live.findIndex(isThere);
    const published = this.#published;
    if (!published) return at;
    if (at >= 0) {
      const older = await published.findIndex((entry) => newestFirst(live[at], entry) < 0);
      return at + (older < 0 ? published.total : older);
    }
    const place = await published.findIndex(isThere);
    if (place < 0 || !live.length) return place;
    const [entry] = await published.slice(place, place + 1);
    return place + live.filter((other) => newestFirst(other, entry) < 0).length;
  }
}

/** @param {Entry} a @param {Entry} b */
export function newestFirst(a, b) {
  return (Date.parse(b.date ?? '') || -Infinity) - (Date.parse(a.date ?? '') || -Infinity) || (a.path < b.path ? 1 : -1);
}

/** How two spellings of a tag are told to be one. @param {string} name */
function fold(name) {
  return name.toLowerCase().replace(/[\s_-]+/g, ' ');
}
