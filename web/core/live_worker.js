// Publishes posts in the tab, with the module that publishes ahead. Takes one message {base,
// linkBase, files} and answers with News (live.js), the last of it with the index; or with {error}.
import { fetchBytes, fetchOptional } from './fetch.js';
import { encode } from './message.js';
import { loadModule } from './module.js';

const CONCURRENT = 8;
const FIRST_LIST = 24; // posts that make a first list while the rest is still being read
const STEP = 16; // posts between two reports of progress

/** @typedef {import('./module.js').CoreModule} CoreModule */
/** @typedef {import('./types.js').Diagnostic} Diagnostic */

globalThis.onmessage = ({ data }) => {
  publish(new URL(data.base), data.linkBase, data.files).catch((error) => postMessage({ error: error.message }));
};

/** @param {URL} base @param {string} linkBase @param {string[]} files */
async function publish(base, linkBase, files) {
  const [core, site] = await Promise.all([
    loadModule(new URL('../wasm/publish.wasm', import.meta.url)),
    fetchOptional(new URL('posts/site.json', base)),
  ]);
  core.call('publish_begin', encode({ site, base: base.pathname, link_base: linkBase, now: Math.floor(Date.now() / 1000) }));
  postMessage({ root: finish(core).catalog });
  const trouble = await readAll(base, files, core);
  const { catalog, entries, diagnostics, files: made } = finish(core);
  const index = made.map(({ name }, number) => ({ name, bytes: core.call('publish_file', encode({ index: number })).buffer }));
  postMessage(
    { root: catalog, entries: entries.reverse(), index, trouble: [...trouble, ...diagnostics] },
    { transfer: index.map(({ bytes }) => bytes) },
  );
}

/**
 * @param {CoreModule} core
 * @returns {{catalog: object, entries: object[], diagnostics: Diagnostic[], files: {name: string, size: number}[]}} oldest first
 */
function finish(core) {
  return JSON.parse(core.text('publish_finish'));
}

/**
 * Adds each file to the module as it comes; a file that cannot be had is told and left out.
 * @param {URL} base @param {string[]} files @param {CoreModule} core
 */
async function readAll(base, files, core) {
  /** @type {Diagnostic[]} */
  const trouble = [];
  const waiting = [...files];
  let done = 0;
  const step = () => {
    done += 1;
    if (done === FIRST_LIST && files.length > 2 * FIRST_LIST) postMessage({ entries: finish(core).entries.reverse() });
    if (done % STEP === 0 || done === files.length) postMessage({ progress: { done, total: files.length } });
  };
  const read = async () => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      const file = await fetchBytes(postUrl(base, path)).catch((error) => {
        trouble.push({ path, message: `cannot be read: ${error.message}` });
      });
      if (file) core.call('publish_add', encode({ path, file }));
      step();
    }
  };
  await Promise.all(Array.from({ length: CONCURRENT }, read));
  return trouble;
}

/** @param {URL} base @param {string} path */
function postUrl(base, path) {
  return new URL(path.split('/').map(encodeURIComponent).join('/'), new URL('posts/', base));
}
