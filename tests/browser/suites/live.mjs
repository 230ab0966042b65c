// Posts that nobody published: one more in a published site, or a folder with nothing published at all.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { until } from '../engines.mjs';
import { kPosts } from '../posts.mjs';
import { kNoCorpus } from '../sites.mjs';

const kBlog = { base: '/blog/', profile: 'pages' };
const kMarkdown = Object.keys(kPosts).filter((path) => path.endsWith('.md'));

const firstTitle = (wanted) => document.querySelector('.entry h2')?.textContent === wanted;
const hasHit = (wanted) => [...document.querySelectorAll('.hits .hit-title')].some((node) => node.textContent.startsWith(wanted));

export function define(desk) {
  describe('a post that is newer than the site', () => defineAttic((fresh) => desk.reader('attic', { ...kBlog, fresh })));
  describe('a folder with nothing published', () => defineUnpublished((fresh) => desk.reader('unpublished', { ...kBlog, fresh })));
  describe('a large folder with nothing published', { skip: kNoCorpus }, () => {
    for (const [blog, words] of [['rust-blog', 'borrow checker'], ['18f-blog', 'accessibility guide']]) {
      defineCorpus(blog, words, () => desk.reader(blog, { profile: 'pages' }));
    }
  });
}

function defineAttic(visit) {
  test('it joins the list, and opens from there', async () => {
    const reader = await visit('list');
    await reader.open('', 'home');
    await reader.sees(firstTitle, 'the live post on top', 'Found in the attic');
    await reader.evaluate(() => document.querySelector('.entry h2 a').click());
    await reader.sees(() => document.querySelector('main h1')?.textContent === 'Found in the attic', 'the post');
    assert.equal(await reader.address(), 'posts/attic/');
    assert.match(await reader.text('main'), /an ocarina, wrapped in paper/);
    await reader.isCalm();
  });

  test('its own address leads to it', async () => {
    const reader = await visit('address');
    await reader.open('posts/attic/', 'article');
    assert.equal(await reader.text('main h1'), 'Found in the attic');
    await reader.isCalm();
  });

  test('it is found together with the others', async () => {
    const reader = await visit('found');
    await reader.open('search/?q=ocarina', 'search');
    await reader.sees(hasHit, 'the live post', 'Found in the attic');
    await reader.sees(() => document.querySelector('.hit-snippet mark')?.textContent === 'ocarina', 'its snippet');
    await reader.open('search/?q=kingfisher', 'search');
    await reader.sees(hasHit, 'a published one', 'The long walk');
    await reader.isCalm();
  });

  test('its tag counts it', async () => {
    const reader = await visit('tag');
    await reader.open('tags/letters/', 'tag');
    await reader.sees(firstTitle, 'the live post on top', 'Found in the attic');
    await reader.isCalm();
  });

  test('without publish.wasm the published posts are there, and a note', async () => {
    const reader = await visit('no-module');
    reader.host.fault(/publish\.wasm$/, { status: 404 });
    await reader.open('', 'home');
    assert.equal(await reader.evaluate(firstTitle, 'The long walk'), true);
    await reader.sees(() => /could not be read/.test(document.body.textContent), 'the note');
    await reader.isCalm();
  });
}

function defineUnpublished(visit) {
  test('home, article, search and back', async () => {
    const reader = await visit('walk');
    await reader.open('', 'home');
    await reader.sees(firstTitle, 'the list', 'The long walk');
    assert.equal(await reader.evaluate(() => document.title), 'Canal Notes');
    await reader.evaluate(() => document.querySelectorAll('.entry h2 a')[1].click());
    await reader.sees(() => document.querySelector('main h1')?.textContent === 'Harbour lights', 'the post');
    assert.equal(await reader.address(), '?/posts/harbour/');
    await reader.sees(() => document.querySelector('main img')?.naturalWidth > 0, 'the picture');
    await reader.page.press('/');
    await reader.page.type('kingfisher');
    await reader.page.press('Enter');
    await reader.shows('search');
    await reader.sees(hasHit, 'the hit', 'The long walk');
    await reader.back();
    await reader.sees(() => document.querySelector('main h1')?.textContent === 'Harbour lights', 'the post again');
    await reader.isCalm(/catalog\.json/);
  });

  test('an address opens by itself, a wrong one says so', async () => {
    const reader = await visit('address');
    await reader.open('?/posts/harbour/', 'article');
    assert.equal(await reader.text('main h1'), 'Harbour lights');
    await reader.open('?/posts/nothing/', 'not_found');
    await reader.isCalm();
  });

  test('every listed post is in the archive', async () => {
    const reader = await visit('archive');
    await reader.open('?/archive/', 'archive');
    await reader.sees((count) => document.querySelectorAll('main a[href*="posts/"]').length === count, 'all posts', kMarkdown.length);
    await reader.isCalm();
  });

  test('one post that is missing is told, the others are there', async () => {
    const reader = await visit('missing');
    reader.host.fault(/letter-3\.md$/, { status: 404 });
    await reader.open('?/archive/', 'archive');
    await reader.sees((count) => document.querySelectorAll('main a[href*="posts/"]').length === count, 'all but one', kMarkdown.length - 1);
    await reader.sees(() => /could not be read/.test(document.body.textContent), 'the note');
    await reader.isCalm();
  });

  test('without publish.wasm it says so', async () => {
    const reader = await visit('no-module');
    reader.host.fault(/publish\.wasm$/, { status: 404 });
    await reader.open('', 'failure');
    assert.ok((await reader.text('main')).trim().length > 20);
    await reader.isCalm();
  });

  test('without posts/index.json it says so', async () => {
    const reader = await visit('no-list');
    reader.host.fault(/index\.json$/, { status: 404 });
    await reader.open('', 'failure');
    assert.ok((await reader.text('main')).trim().length > 20);
    await reader.isCalm();
  });
}

function defineCorpus(blog, words, visit) {
  test(`list, search and an article of ${blog}`, async (context) => {
    const reader = await visit();
    const begun = performance.now();
    const since = () => `${((performance.now() - begun) / 1000).toFixed(1)} s`;
    await reader.open('', 'home');
    await reader.sees(() => document.querySelectorAll('.entry').length > 5, 'a list');
    context.diagnostic(`${desk(reader)} first list after ${since()}`);
    await reader.page.press('/');
    await reader.page.type(words);
    await until(() => reader.count('[role=option] .hit-title'), 'hits', 90_000);
    context.diagnostic(`${desk(reader)} search answers after ${since()}`);
    await reader.page.press('ArrowDown');
    await reader.page.press('Enter');
    await reader.shows('article');
    assert.ok((await reader.text('main article, main')).length > 500);
    await reader.isCalm(/not loaded/); // the pictures are not in the folder
  });
}

const desk = (reader) => reader.page.name;
