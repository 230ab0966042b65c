// Opening, reading, going on and coming back; at / and below /blog/, on hosts of different manners.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { until } from '../engines.mjs';
import { kPosts } from '../posts.mjs';

const kPlaces = [
  { site: 'blog', manners: { base: '/blog/', profile: 'pages' } },
  { site: 'root', manners: { base: '/', profile: 's3' } },
  { site: 'root', manners: { base: '/', profile: 'netlify' } },
];

const kMissingPicture = /not loaded: .*x\.png/; // named by the hostile post

const scrollTo = (top) => scrollTo({ top, behavior: 'instant' });
const titles = () => Array.from(document.querySelectorAll('.entry h2'), (heading) => heading.textContent);

export function define(desk) {
  for (const { site, manners } of kPlaces) {
    describe(`reading at ${manners.base} on ${manners.profile}`, () => {
      const visit = () => desk.reader(site, manners);
      defineWalk(visit);
      defineAddresses(visit);
    });
  }
  defineRich(desk);
}

function defineWalk(visit) {
  test('home lists posts, newest first, a page at a time', async () => {
    const reader = await visit();
    await reader.open('', 'home');
    const first = await reader.evaluate(titles);
    assert.deepEqual(first.slice(0, 2), ['The long walk', 'Harbour lights']);
    assert.equal(first.length, 10);
    const isSame = await reader.stay();
    await reader.evaluate(() => document.querySelector('a[rel=next]').click());
    await reader.sees((old) => document.querySelector('.entry h2')?.textContent !== old, 'the second page', first[0]);
    assert.equal(await reader.address(), 'page/2/');
    assert.equal(await isSame(), true, 'the page was not loaded anew');
    assert.equal(new Set([...first, ...(await reader.evaluate(titles))]).size, 20);
    await reader.isCalm();
  });

  test('a post opens from the list, and back leads to the same place of it', async () => {
    const reader = await visit();
    await reader.page.resize(900, 500);
    await reader.open('', 'home');
    const isSame = await reader.stay();
    await reader.evaluate(scrollTo, 300);
    await reader.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    assert.equal(await reader.evaluate(() => scrollY), 300);
    await reader.evaluate(() => document.querySelectorAll('.entry h2 a')[1].click());
    await reader.shows('article');
    assert.equal(await reader.text('main h1'), 'Harbour lights');
    assert.equal(await reader.evaluate(() => scrollY), 0);
    assert.match(await reader.evaluate(() => document.title), /^Harbour lights · Canal Notes$/);
    assert.equal(await reader.evaluate(() => document.activeElement.tagName), 'H1');
    await reader.back();
    await reader.shows('home');
    await until(async () => Math.abs((await reader.evaluate(() => scrollY)) - 300) < 2 || Promise.reject(new Error(`at ${await reader.evaluate(() => scrollY)}`)), 'the old place in the list');
    assert.equal(await isSame(), true);
    await reader.isCalm();
  });

  test('links lead from post to post, and to a section', async () => {
    const reader = await visit();
    await reader.open('posts/the-long-walk/', 'article');
    const isSame = await reader.stay();
    await reader.evaluate(() => [...document.querySelectorAll('main a')].find((link) => link.textContent === 'the harbour').click());
    await reader.sees(() => document.querySelector('main h1')?.textContent === 'Harbour lights', 'the other post');
    assert.equal(await reader.address(), 'posts/harbour/#lights');
    await reader.sees(() => document.querySelector('main img')?.naturalWidth > 0, 'the picture');
    await reader.evaluate(() => [...document.querySelectorAll('main a')].find((link) => link.textContent === 'walk').click());
    await reader.sees(() => document.querySelector('main h1')?.textContent === 'The long walk', 'the first post again');
    assert.equal(await isSame(), true);
    await reader.isCalm();
  });

  test('tags and archive', async () => {
    const reader = await visit();
    await reader.open('tags/', 'tags');
    await reader.evaluate(() => [...document.querySelectorAll('main a')].find((link) => link.textContent.includes('Rivers')).click());
    await reader.shows('tag');
    assert.deepEqual(await reader.evaluate(titles), ['The long walk', 'Harbour lights']);
    await reader.open('archive/', 'archive');
    const links = await reader.evaluate(() => document.querySelectorAll('main a[href*="/posts/"]').length);
    assert.equal(links, Object.keys(kPosts).filter((path) => path.endsWith('.md')).length);
    await reader.isCalm();
  });
}

function defineAddresses(visit) {
  for (const path of ['nowhere/', 'posts/nothing/', 'tags/nothing/', 'page/99/', 'posts/%2e%2e%2fx/', 'posts/%F0%9F%A6%86/', 'x'.repeat(3000)]) {
    test(`a wrong address says so: ${path.slice(0, 20)}`, async () => {
      const reader = await visit();
      await reader.open(path, 'not_found');
      assert.ok((await reader.text('main h1')).trim().length > 2);
      assert.ok((await reader.count('main input[name=q]')) && (await reader.count('main a')));
      await reader.isCalm();
    });
  }
}

function defineRich(desk) {
  test('a series, its authors and a pinned post are there', async () => {
    const reader = await desk.reader('rich', { base: '/blog/', profile: 'pages' });
    await reader.open('', 'home');
    assert.deepEqual(await reader.evaluate(titles), ['Welcome aboard', 'The towpath, day 3', 'The towpath, day 2']);
    await reader.open('2026/day-2/', 'article');
    const links = await reader.evaluate(() => [...document.querySelectorAll('main header a, .neighbours a')].map((link) => link.textContent));
    assert.deepEqual(links, ['Walks', 'Long walks', 'Ada Example', 'Bob', 'The towpath', 'The towpath, day 1', 'The towpath, day 3', 'The towpath, day 1', 'The towpath, day 3']);
    assert.match(await reader.text('.post-header'), /Part 2 of 3/);
    assert.deepEqual(await reader.evaluate(() => [...document.querySelectorAll('main img')].map((image) => image.getAttribute('width'))), ['1', '1']);
    await reader.open('2026/day-1/', 'article');
    assert.equal(await reader.text('[hreflang]'), 'Deutsch');
    await reader.isCalm();
  });

  test('what a post holds does not run and breaks no policy', async () => {
    const reader = await desk.reader('blog', { base: '/blog/', profile: 'pages' });
    await reader.open('', 'home');
    await reader.evaluate(() => [...document.querySelectorAll('.entry h2 a')].find((link) => link.textContent.startsWith('Hostile')).click());
    await reader.shows('article');
    assert.match(await reader.text('main h1'), /^Hostile "title" <b>&<\/b> <img/);
    assert.match(await reader.evaluate(() => document.title), /^Hostile/);
    const found = await reader.evaluate(() => [...document.querySelectorAll('main *')].flatMap((node) => [
      ...(/^(script|iframe|object|embed|style|form|base|meta|link)$/i.test(node.tagName) ? [node.tagName] : []),
      ...[...node.attributes].filter(({ name, value }) => /^on|^srcdoc$/.test(name) || /^\s*javascript:/i.test(value)).map(({ name }) => name),
    ]));
    assert.deepEqual(found, []);
    await reader.isCalm(kMissingPicture);
  });
}
