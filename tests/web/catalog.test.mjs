import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { Catalog, newestFirst } from '../../web/core/catalog.js';
import { crc32 } from '../../web/core/live.js';
import { memoryHost } from './memory_host.mjs';

const kBase = new URL('http://blog.test/blog/');
const kFetch = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = kFetch;
  delete globalThis.Worker;
});

const entry = (path, date, tags = []) => ({ path, slug: path.replace('.md', ''), title: path, date, tags });
const site = { title: 'Blog', page_size: 3 };
const tagsOf = (entries) => [...new Set(entries.flatMap(({ tags }) => tags))].map((name) => ({
  name, slug: name.toLowerCase(), count: entries.filter(({ tags }) => tags.includes(name)).length,
}));

/** The files of a published site: its entries, four a page, oldest first. */
function publish(entries, more = {}) {
  const oldest = [...entries].sort(newestFirst).reverse();
  const pages = [];
  for (let at = 0; at < oldest.length; at += 4) pages.push(oldest.slice(at, at + 4));
  const root = { version: 1, site, total: entries.length, page_size: 4, pages: pages.map((_, i) => `${i}.json`), tags: tagsOf(entries), ...more };
  const files = { '/blog/broadsheet/catalog.json': JSON.stringify(root) };
  pages.forEach((posts, i) => (files[`/blog/broadsheet/catalog/${i}.json`] = JSON.stringify({ version: 1, posts })));
  return files;
}

/** Has the live worker answer with these posts. */
function workerKnows(entries) {
  globalThis.Worker = class {
    postMessage({ files }) {
      const posts = entries.filter(({ path }) => files.includes(path)).sort(newestFirst);
      const root = { version: 1, site, tags: tagsOf(posts), pinned: posts.filter(({ pinned }) => pinned), index: 'root' };
      queueMicrotask(() => {
        this.onmessage({ data: { root } });
        this.onmessage({ data: { root, entries: posts, index: [], trouble: [] } });
      });
    }
    terminate() {}
  };
}

function days(count, offset = 0) {
  return Array.from({ length: count }, (_, i) => entry(`p${offset}-${i}.md`, i % 5 ? `2024-01-${String((i * 7) % 28 + 1).padStart(2, '0')}` : undefined));
}

async function everything(published, live) {
  const files = publish(published);
  files['/blog/posts/index.json'] = JSON.stringify([...published, ...live].map(({ path }) => path));
  workerKnows(live);
  const requests = memoryHost(files);
  const catalog = await Catalog.open(kBase);
  return { catalog, requests };
}

for (const [published, live] of [[0, 0], [1, 0], [9, 0], [13, 1], [13, 5], [2, 9], [40, 7]]) {
  test(`${published} published and ${live} live posts are one list`, async () => {
    const all = [...days(published), ...days(live, 1)].sort(newestFirst).map(({ path }) => path);
    const { catalog } = await everything(days(published), days(live, 1));
    await catalog.live();
    assert.equal(catalog.total, all.length);
    assert.deepEqual((await catalog.all()).map(({ path }) => path), all);
    for (let page = 1; page <= Math.ceil(all.length / 3); page++) {
      const { posts } = await catalog.list(page);
      assert.deepEqual(posts.map(({ path }) => path), all.slice((page - 1) * 3, page * 3), `page ${page}`);
    }
    for (const [at, path] of all.entries()) {
      const found = await catalog.entry(`posts/${path.replace('.md', '')}/`);
      assert.deepEqual([found.newer?.path, found.entry.path, found.older?.path], [all[at - 1], path, all[at + 1]]);
    }
    assert.equal(await catalog.entry('nowhere'), null);
  });
}

for (const [published, live] of [[12, 0], [12, 4], [0, 9]]) {
  test(`pinned posts come first: ${published} published and ${live} live`, async () => {
    const pin = (posts) => posts.map((post, i) => (i % 4 === 2 ? { ...post, pinned: true } : post));
    const old = pin(days(published));
    const files = publish(old, { pinned: old.filter(({ pinned }) => pinned).sort(newestFirst) });
    files['/blog/posts/index.json'] = JSON.stringify([...old, ...days(live, 1)].map(({ path }) => path));
    workerKnows(pin(days(live, 1)));
    memoryHost(files);
    const catalog = await Catalog.open(kBase);
    await catalog.live();
    const all = [...old, ...pin(days(live, 1))].sort((a, b) => Number(b.pinned ?? 0) - Number(a.pinned ?? 0) || newestFirst(a, b));
    const pages = await Promise.all(Array.from({ length: Math.ceil(all.length / 3) }, (_, i) => catalog.list(i + 1)));
    assert.deepEqual(pages.flatMap(({ posts }) => posts).map(({ path }) => path), all.map(({ path }) => path));
  });
}

test('series are read from their first part, authors have what is known of them', async () => {
  const part = (path, date, number) => ({ ...entry(path, date), series: 'A Trip', part: number, authors: ['Ada'] });
  const posts = [part('a.md', '2024-01-01', 1), part('b.md', '2024-01-02', 3), part('c.md', '2024-01-03', 2), entry('d.md', '2024-01-04')];
  const term = (name, more) => [{ name, slug: name.toLowerCase().replace(' ', '-'), count: 3, ...more }];
  memoryHost(publish(posts, { series: term('A trip'), authors: term('Ada', { url: 'https://ada.example/' }) }));
  const catalog = await Catalog.open(kBase);
  assert.deepEqual((await catalog.having('series', 'a-trip', 1)).posts.map(({ path }) => path), ['a.md', 'c.md', 'b.md']);
  const { url, total } = await catalog.having('authors', 'ada', 1);
  assert.deepEqual([url, total], ['https://ada.example/', 3]);
});

test('the root names the newest pages, a file of its own the others', async () => {
  const all = days(40).sort(newestFirst);
  const files = publish(all);
  const root = JSON.parse(files['/blog/broadsheet/catalog.json']);
  files['/blog/broadsheet/catalog.json'] = JSON.stringify({ ...root, pages: root.pages.slice(-3), first: root.pages.length - 3, older: 'older.json' });
  files['/blog/broadsheet/catalog/older.json'] = JSON.stringify({ version: 1, pages: root.pages.slice(0, -3) });
  const requests = memoryHost(files);
  const catalog = await Catalog.open(kBase);
  await catalog.list(1);
  assert.equal(requests.length, 2);
  assert.deepEqual((await catalog.all()).map(({ path }) => path), all.map(({ path }) => path));
  assert.equal((await catalog.entry(`posts/${all.at(-1).slug}/`)).entry.path, all.at(-1).path);
  assert.equal(requests.filter((path) => path.endsWith('older.json')).length, 1);
});

for (const gone of [[0], [39], [3, 4, 5, 20]]) {
  test(`expired posts are withdrawn by the clock: ${gone}`, async () => {
    const all = days(40).sort(newestFirst).map((post, place) => (gone.includes(place) ? { ...post, expires: '2020-01-01' } : post));
    const expiring = all.flatMap(({ expires }, place) => (expires ? [[Date.parse(expires) / 1000, all.length - 1 - place]] : []));
    expiring.push([4e9, 1]); // not yet
    memoryHost(publish(all, { expiring }));
    const left = all.filter(({ expires }) => !expires).map(({ path }) => path);
    const catalog = await Catalog.open(kBase);
    await catalog.live();
    assert.equal(catalog.total, left.length);
    assert.deepEqual((await catalog.all()).map(({ path }) => path), left);
    for (const [at, path] of left.entries()) {
      const found = await catalog.entry(`posts/${path.replace('.md', '')}/`);
      assert.deepEqual([found.newer?.path, found.entry.path, found.older?.path], [left[at - 1], path, left[at + 1]]);
    }
    for (const place of gone) assert.equal(await catalog.entry(`posts/${all[place].slug}/`), null);
  });
}

test('expired posts are off what lists count', async () => {
  const all = [entry('a.md', '2024-01-01', ['Rivers', 'Walks']), entry('b.md', '2024-01-02', ['Walks']), entry('c.md', '2023-01-01', ['Rivers'])];
  const year = (slug, count) => ({ name: slug, slug, count });
  memoryHost(publish(all, { years: [year('2024', 2), year('2023', 1)], expiring: [[1, 1, { years: ['2024'], tags: ['rivers', 'walks'] }], [2, 0, { years: ['2023'], tags: ['rivers'] }]] }));
  const catalog = await Catalog.open(kBase);
  await catalog.live();
  assert.deepEqual(catalog.root.years, [year('2024', 1)]);
  assert.deepEqual(catalog.tags.map(({ name, count }) => [name, count]), [['Walks', 1]]);
});

test('a post goes by the clock while the page is open', async () => {
  const soon = Date.now() + 40;
  const all = [entry('a.md', '2024-01-01'), { ...entry('b.md', '2024-01-02'), expires: new Date(soon).toISOString() }];
  memoryHost(publish(all, { expiring: [[soon / 1000, 1]] }));
  const catalog = await Catalog.open(kBase);
  await catalog.live();
  assert.equal(catalog.total, 2);
  await new Promise((resolve) => catalog.addEventListener('change', resolve, { once: true }));
  assert.deepEqual((await catalog.all()).map(({ path }) => path), ['a.md']);
});

test('a post may live at any address', async () => {
  memoryHost(publish([{ ...entry('a.md', '2024-01-01'), address: '2024/a.html' }, entry('b.md', '2024-01-02')]));
  const catalog = await Catalog.open(kBase);
  assert.equal((await catalog.entry('2024/a.html')).entry.path, 'a.md');
  assert.equal(await catalog.entry('posts/a/'), null);
});

test('a list reads no more of the catalogue than it shows', async () => {
  const { catalog, requests } = await everything(days(40), []);
  await catalog.list(1);
  assert.deepEqual(requests, ['/blog/broadsheet/catalog.json', '/blog/broadsheet/catalog/9.json']);
});

test('nothing is live when the listing is the published one', async () => {
  const listing = JSON.stringify(['x.md']);
  const listed = crc32(new TextEncoder().encode(listing));
  const requests = memoryHost({ ...publish(days(9), { listed }), '/blog/posts/index.json': listing });
  await (await Catalog.open(kBase)).live();
  assert.deepEqual(requests, ['/blog/broadsheet/catalog.json', '/blog/posts/index.json']);
});

test('of a long listing a part tells that it is the published one', async () => {
  const listing = JSON.stringify(days(2000).map(({ path }) => path));
  const bytes = new TextEncoder().encode(listing);
  const listed = crc32(bytes);
  const head = `${bytes.length}-${crc32(bytes.slice(0, 4096))}`;
  const asked = ['/blog/broadsheet/catalog.json', '/blog/posts/index.json'];
  for (const [listed_head, ranges, requests] of [
    [head, true, asked], [`1${head}`, true, [...asked, asked[1]]], [`${head}0`, true, [...asked, asked[1]]], [head, false, [...asked, asked[1]]],
  ]) {
    const seen = memoryHost({ ...publish(days(9), { listed, listed_head }), '/blog/posts/index.json': listing }, { ranges });
    await (await Catalog.open(kBase)).live();
    assert.deepEqual(seen, requests);
  }
});

test('tags of published and live posts are counted together', async () => {
  const { catalog } = await everything([entry('a.md', '2024-01-01', ['Rust', 'C'])], [entry('b.md', '2024-01-02', ['rust']), entry('c.md', '2024-01-03', ['Go'])]);
  await catalog.live();
  assert.deepEqual(catalog.tags.map(({ slug, count }) => [slug, count]), [['c', 1], ['go', 1], ['rust', 2]]);
  const tagged = await catalog.having('tags', 'rust', 1);
  assert.deepEqual(tagged.posts.map(({ path }) => path), ['b.md', 'a.md']);
  assert.equal(await catalog.having('tags', 'none', 1), null);
});

test('without a catalogue every listed post is live', async () => {
  workerKnows(days(5));
  memoryHost({ '/blog/posts/index.json': JSON.stringify(days(5).map(({ path }) => path)) });
  const catalog = await Catalog.open(kBase);
  assert.equal(catalog.published, false);
  assert.equal(catalog.linkBase, '/blog/?/');
  assert.equal((await catalog.list(1)).posts.length, 3);
});

test('a page that nobody published does not ask for a catalogue', async () => {
  workerKnows(days(5));
  const requests = memoryHost({ '/blog/posts/index.json': JSON.stringify(days(5).map(({ path }) => path)) });
  const catalog = await Catalog.open(kBase, false);
  assert.equal((await catalog.list(1)).posts.length, 3);
  assert.ok(!requests.some((path) => path.endsWith('catalog.json')), requests.join());
});

test('without catalogue and listing there is nothing to open', async () => {
  memoryHost({});
  await assert.rejects(Catalog.open(kBase), /posts\/index\.json/);
});

test('a worker that dies leaves the published posts', async () => {
  const { catalog } = await everything(days(5), days(1, 1));
  globalThis.Worker = class {
    postMessage() {
      queueMicrotask(() => this.onerror({ preventDefault() {}, message: 'gone' }));
    }
    terminate() {}
  };
  await catalog.live();
  assert.equal(catalog.total, 5);
  assert.match(catalog.trouble[0].message, /gone/);
});

test('a page that failed once is asked for again', async () => {
  const files = publish(days(3));
  let refusals = 1;
  const page = files['/blog/broadsheet/catalog/0.json'];
  files['/blog/broadsheet/catalog/0.json'] = () => (refusals-- > 0 ? new Response('', { status: 503 }) : new Response(page));
  memoryHost(files);
  const catalog = await Catalog.open(kBase);
  await assert.rejects(catalog.list(1), { status: 503 });
  assert.equal((await catalog.list(1)).posts.length, 3);
});
