import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { parts } from '../../web/core/message.js';
import { CoreError } from '../../web/core/module.js';
import { RemoteCore } from '../../web/core/remote.js';
import { SearchClient } from '../../web/search/client.js';
import { memoryHost } from './memory_host.mjs';

const kBase = new URL('http://blog.test/');
const kModule = new WebAssembly.Module(Uint8Array.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]));
const kFetch = globalThis.fetch;
const utf8 = { write: (text) => new TextEncoder().encode(text), read: (bytes) => new TextDecoder().decode(bytes) };
afterEach(() => {
  globalThis.fetch = kFetch;
});

const record = (message) => {
  const texts = parts(message).map(utf8.read);
  return Object.fromEntries(texts.flatMap((text, i) => (i % 2 ? [] : [[text, texts[i + 1]]])));
};

/** Stands for search.wasm: every query wants bytes 0–9 of its own file first, and then has one hit. */
class FakeSearcher {
  constructor(log) {
    this.log = log;
    this.fed = new Set();
    this.given = new Set();
  }

  call(name, message) {
    const said = record(message);
    this.log.push(`${name} ${said.query ?? said.file ?? said.name ?? ''}`.trim());
    if (name === 'search_feed') this.fed.add(said.file);
    if (name === 'search_give_up') this.given.add(said.file);
    if (name === 'search_open') this.fed.clear();
    if (name === 'search_snippet') return { text: JSON.stringify({ snippet: said.text, marks: [[0, 1]] }) };
    if (name !== 'search_query') return { text: '' };
    const { query } = said;
    if (query === 'crash') return { error: { code: 'crashed', message: 'it fell over' } };
    if (!this.fed.has(query) && !this.given.has(query)) return { text: JSON.stringify({ ranges: [{ file: query, begin: 0, end: 9 }] }), more: true };
    const hit = { post: 'a.md', url: 'posts/a/', title: query, language: 'en', section: null };
    return { text: JSON.stringify({ query, total: 1, partial_total: 0, hits: [hit], corrections: [], notes: this.given.has(query) ? ['a part is missing'] : [] }) };
  }
}

/** A worker with FakeSearcher inside. */
function fakeWorker(log) {
  const searcher = new FakeSearcher(log);
  const worker = {
    postMessage({ id, compiled, name, message }) {
      if (compiled) log.push('load');
      const { text = '', more, error } = name ? searcher.call(name, message) : {};
      queueMicrotask(() => worker.onmessage({ data: error ? { id, error } : { id, more, bytes: utf8.write(text) } }));
    },
    terminate: () => log.push('terminate'),
  };
  return worker;
}

const word = (text) => ({ [`/broadsheet/index/${text}`]: 'ninebytes' });

function start(files, catalog = {}, others = {}) {
  const log = [];
  const requests = memoryHost(files);
  const known = Object.assign(new EventTarget(), { root: {}, published: true, index: 'root', liveIndex: null, live: async () => {}, ...catalog });
  const client = new SearchClient(
    { base: kBase, catalog: async () => known },
    { worker: fakeWorker(log), startWorker: () => fakeWorker(log), search: Promise.resolve(kModule), root: Promise.resolve(known.index ? utf8.write('root') : undefined), ...others },
  );
  const ask = (query, signal = new AbortController().signal) => client.search({ query }, signal);
  return { client, ask, log, requests, catalog: known };
}

test('a question is asked, fed and asked again', async () => {
  const { ask, log, requests } = start(word('word'));
  const found = await ask('word');
  assert.deepEqual([found.hits[0].title, found.hits[0].titleMarks], ['word', [[0, 1]]]);
  assert.deepEqual(log, ['load', 'search_open root', 'search_query word', 'search_feed word', 'search_query word', 'search_snippet word']);
  assert.deepEqual(requests, ['/broadsheet/index/word']);
});

test('an answer that nobody waits for any more is dropped', async () => {
  const { ask } = start({ ...word('one'), ...word('two') });
  const first = new AbortController();
  const old = ask('one', first.signal);
  first.abort();
  assert.equal((await ask('two')).hits[0].title, 'two');
  await assert.rejects(old, { name: 'AbortError' });
});

test('two that ask at once both get their answers', async () => {
  const { ask } = start({ ...word('one'), ...word('two') });
  const answers = await Promise.all([ask('one'), ask('two')]);
  assert.deepEqual(answers.map(({ query }) => query), ['one', 'two']);
});

test('a range that cannot be had is tried twice, then done without, then tried again', async () => {
  const files = {};
  const { ask, requests, log } = start(files);
  assert.deepEqual((await ask('word')).notes, ['a part is missing']);
  assert.equal(requests.length, 2);
  Object.assign(files, word('other'));
  await ask('other');
  assert.equal(log.filter((line) => line === 'search_open root').length, 2, 'opened anew, without the gap');
});

test('what is gone by the clock is found no more, and which posts are is asked once', async () => {
  const root = { version: 1, total: 1, page_size: 4, pages: ['0.json'], tags: [], expiring: [[1, 0]] };
  const files = { '/broadsheet/catalog.json': JSON.stringify(root), '/broadsheet/catalog/0.json': JSON.stringify({ version: 1, posts: [{ path: 'a.md' }] }) };
  const { ask, requests } = start({ ...files, ...word('word'), ...word('other') }, { root });
  for (const query of ['word', 'other', 'word']) {
    const { hits, total } = await ask(query);
    assert.deepEqual([hits, total], [[], 0]);
  }
  assert.equal(requests.filter((path) => path.endsWith('catalog.json')).length, 1);
});

test('a searcher that crashes is started again, once a question', async () => {
  const { ask, log } = start(word('word'));
  await ask('word');
  await assert.rejects(ask('crash'), { code: 'crashed' });
  assert.equal(log.filter((line) => line === 'load').length, 2);
  assert.equal(log.filter((line) => line === 'terminate').length, 1);
  assert.equal((await ask('word')).total, 1, 'one question that it cannot bear is not the end of search');
});

test('a searcher that could not be had is asked for again with the next question', async () => {
  const module = new URL('../../web/wasm/search.wasm', import.meta.url).pathname;
  const files = word('word');
  const { ask } = start(files, {}, { search: Promise.reject(new CoreError('missing', 'no answer')) });
  await assert.rejects(ask('word'), { code: 'missing' });
  files[module] = Uint8Array.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
  assert.equal((await ask('word')).total, 1);
});

test('a worker that is stopped answers nothing, and says so', async () => {
  const remote = new RemoteCore({ postMessage() {}, terminate() {} });
  const waiting = remote.call('search', 'search_query');
  remote.stop('it never came');
  await assert.rejects(waiting, { code: 'crashed', message: 'it never came' });
  await assert.rejects(remote.call('search', 'search_query'), { code: 'crashed', message: 'it never came' });
});

test('hits are explained by the module that can, which is loaded once', async () => {
  const module = new URL('../../web/wasm/explain.wasm', import.meta.url).pathname;
  const bytes = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
  const { client, ask, log, requests } = start({ ...word('one'), ...word('two'), [module]: Uint8Array.from(bytes) });
  const { signal } = new AbortController();
  const plain = ask('two');
  const explained = await client.search({ query: 'one', explain: true }, signal);
  assert.equal(explained.hits[0].title, 'one');
  assert.equal((await plain).hits[0].title, 'two', 'asked before, and answered all the same');
  await client.search({ query: 'one', explain: true }, signal);
  assert.equal(requests.filter((path) => path === module).length, 1);
  assert.equal(log.filter((line) => line === 'terminate').length, 1);
});

test('live posts are opened beside the published ones, or alone', async () => {
  const liveIndex = { root: 'live-root', files: [{ name: 'live-root', bytes: utf8.write('x').buffer }, { name: 'word', bytes: utf8.write('ninebytes').buffer }] };
  const both = start({}, { liveIndex });
  await both.ask('word');
  assert.deepEqual(both.requests, []);
  assert.deepEqual(both.log.filter((line) => line.startsWith('search_open')), ['search_open live-root', 'search_open root']);
  const alone = start({}, { liveIndex, published: false, index: undefined });
  assert.equal((await alone.ask('word')).total, 1);
});

test('live posts that come later make the answer change', async () => {
  const { client, ask, catalog, log } = start(word('word'));
  await ask('word');
  const changed = new Promise((resolve) => client.addEventListener('change', resolve));
  catalog.liveIndex = { root: 'live-root', files: [{ name: 'live-root', bytes: utf8.write('x').buffer }] };
  catalog.dispatchEvent(new Event('change'));
  await changed;
  assert.equal(log.at(-1), 'search_open live-root');
});

test('a site without any index says so', () => assert.rejects(start({}, { index: undefined }).ask('word'), { name: 'CoreError', code: 'missing' }));
