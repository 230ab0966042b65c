// The bytes of index files: those that are at hand, else by Range, else the whole file where the host
// does not know Range.
import { FetchError, request } from '../core/fetch.js';

const JOIN_BYTES = 2000; // ranges this close are fetched as one: a request costs more than the bytes between
const TRIES = 2;

/** @typedef {{file: string, begin: number, end: number}} ByteRange */

export class RangeSource {
  #folder;
  /** @type {Map<string, Promise<Uint8Array>>} whole files */
  #whole = new Map();
  /** @type {Map<string, {bytes: Promise<Uint8Array>, abort: AbortController}>} by range */
  #pending = new Map();

  /** @param {URL} folder of the index */
  constructor(folder) {
    this.#folder = folder;
  }

  /** @param {string} file @param {ArrayBuffer} bytes from now on it is not fetched */
  hold(file, bytes) {
    this.#whole.set(file, Promise.resolve(new Uint8Array(bytes)));
  }

  /**
   * Starts fetching these ranges and stops fetching all others.
   * @param {ByteRange[]} ranges sorted, disjoint
   * @returns {{range: ByteRange, parts: ByteRange[], bytes: Promise<Uint8Array>}[]} joined where that
   *   saves requests; `bytes` rejects with AbortError when other ranges are wanted instead
   */
  want(ranges) {
    const groups = join(ranges);
    const wanted = new Set(groups.map(({ range }) => keyOf(range)));
    for (const [key, { abort }] of this.#pending) {
      if (wanted.has(key)) continue;
      abort.abort();
      this.#pending.delete(key);
    }
    return groups.map((group) => ({ ...group, bytes: this.#read(group.range) }));
  }

  /** @param {ByteRange} range */
  #read(range) {
    const key = keyOf(range);
    const started = this.#pending.get(key);
    if (started) return started.bytes;
    const abort = new AbortController();
    const bytes = this.#try(range, abort.signal).finally(() => {
      if (this.#pending.get(key)?.abort === abort) this.#pending.delete(key);
    });
    this.#pending.set(key, { bytes, abort });
    return bytes;
  }

  /** @param {ByteRange} range @param {AbortSignal} signal */
  async #try(range, signal) {
    for (let left = TRIES - 1; ; left--) {
      try {
        const whole = this.#whole.get(range.file);
        return whole ? (await whole).subarray(range.begin, range.end) : await this.#fetch(range, signal);
      } catch (error) {
        if (signal.aborted || !left) throw error;
      }
    }
  }

  /** @param {ByteRange} range @param {AbortSignal} signal */
  async #fetch({ file, begin, end }, signal) {
    const url = new URL(file, this.#folder);
    // Each range by its own address: a cache keeps requests for one address waiting for each other.
    url.search = `${begin}-${end}`;
    const response = await request(url, { headers: { range: `bytes=${begin}-${end - 1}` }, signal });
    if (response.status !== 206) return (await this.#keep(file, response)).subarray(begin, end);
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (bytes.length !== end - begin) throw new FetchError(url, 0);
    return bytes;
  }

  /** The host sent all of it; others that want a part of this file wait for the same answer. @param {string} file @param {Response} response */
  #keep(file, response) {
    let whole = this.#whole.get(file);
    if (!whole) {
      whole = response.arrayBuffer().then((bytes) => new Uint8Array(bytes));
      this.#whole.set(file, whole);
      whole.catch(() => this.#whole.delete(file));
    }
    return whole;
  }
}

/** @param {ByteRange} range */
function keyOf({ file, begin, end }) {
  return `${file} ${begin}-${end}`;
}

/** @param {ByteRange[]} ranges */
export function join(ranges) {
  /** @type {{range: ByteRange, parts: ByteRange[]}[]} */
  const groups = [];
  for (const range of ranges) {
    const last = groups.at(-1);
    if (last && last.range.file === range.file && range.begin - last.range.end <= JOIN_BYTES) {
      last.range.end = range.end;
      last.parts.push(range);
    } else {
      groups.push({ range: { ...range }, parts: [range] });
    }
  }
  return groups;
}
