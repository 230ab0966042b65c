// The door to search. All that the first answer needs is asked for at once, when a reader shows the
// wish to search and not before; only the byte ranges of the words themselves come in a second trip.
import { fetchBytes } from '../core/fetch.js';
import { SERVED, compile } from '../core/module.js';
import { ownScript } from '../lib/script_url.js';

/**
 * What search may use of the shell.
 * @typedef {{base: URL, catalog: () => Promise<import('../core/catalog.js').Catalog>,
 *   go: (path: string, to?: {query?: string, hash?: string, replace?: boolean}) => void,
 *   rewrite: (path: string, query: string) => void,
 *   href: (path: string, query?: string, hash?: string) => string, announce: (text: string) => void}} Context
 *
 * What was asked for beforehand; each part may fail by itself. A worker that has died is replaced by a new one.
 * @typedef {{worker: Worker, startWorker: () => Worker, search: Promise<WebAssembly.Module>,
 *   root: Promise<Uint8Array | undefined>}} Parts
 *
 * @typedef {{attach: (form: HTMLFormElement) => void, fill: (main: HTMLElement, query: string) => () => void}} Search
 */

/** @type {Promise<Search> | undefined} */
let opened;

/**
 * Opens search, once; rejects when its scripts cannot be had, and can be called again then.
 * @param {Context} context
 */
export function openSearch(context) {
  opened ??= open(context);
  opened.catch(() => (opened = undefined));
  return opened;
}

/** A worker that core/remote.js can speak to. */
function startWorker() {
  return new Worker(ownScript(new URL('../core/module.js', import.meta.url)), { type: 'module', name: SERVED });
}

/** @param {Context} context @returns {Promise<Search>} */
async function open(context) {
  /** @type {Parts} */
  const parts = {
    worker: startWorker(),
    startWorker,
    search: compile(new URL('../wasm/search.wasm', import.meta.url)),
    root: context.catalog().then(({ index }) => (index ? fetchBytes(new URL(`broadsheet/index/${index}`, context.base)) : undefined)),
  };
  for (const part of [parts.search, parts.root]) part.catch(() => {}); // who awaits it learns of the failure
  // All at once and not as they import each other: one trip and not three.
  const [{ SearchClient }, { attach }, { fill }] = await Promise.all([
    import('./client.js'), import('./box.js'), import('./page.js'), import('./hits.js'), import('./ranges.js'),
    import('./snippets.js'), import('./facets.js'), import('./words.js'), import('../core/message.js'), import('../core/remote.js'),
  ]);
  const client = new SearchClient(context, parts);
  return {
    attach: (form) => attach(form, client, context),
    fill: (main, query) => fill(main, query, client, context),
  };
}
