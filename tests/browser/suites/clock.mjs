// Posts that come and go by the reader's clock, which the host sets for each page.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { kClockPosts, kFar } from '../posts.mjs';

const kBlog = { base: '/blog/', profile: 'pages' };
const kSoon_ms = 1200; // so long the post is still there, or not yet

const titles = () => Array.from(document.querySelectorAll('.entry h2'), (heading) => heading.textContent);
const isListed = (title) => [...document.querySelectorAll('main a')].some((link) => link.textContent === title);
const isGone = (title) => ![...document.querySelectorAll('main a')].some((link) => link.textContent === title);

export function define(desk) {
  describe('a post that expires', () => defineExpiry((now) => desk.reader('clock', { ...kBlog, now })));
  describe('a post that is scheduled', () => defineSchedule((now) => desk.reader('clock', { ...kBlog, now })));
  describe('expiry in a large archive', () => defineYears((now) => desk.reader('clock-many', { ...kBlog, now })));
}

function defineExpiry(visit) {
  test('before its time it is everywhere', async () => {
    const reader = await visit(kFar.expires - 3600_000);
    await reader.open('', 'home');
    assert.equal((await reader.evaluate(titles))[0], 'A lamp for sale');
    await reader.open('posts/middle/', 'article');
    assert.equal(await reader.evaluate(isListed, 'A lamp for sale'), true);
    await reader.open('search/?q=paraffin', 'search');
    await reader.sees(() => document.querySelector('.hits .hit-title')?.textContent === 'A lamp for sale', 'the hit');
    await reader.isCalm();
  });

  test('after it no list has it', async () => {
    const reader = await visit(kFar.expires + 3600_000);
    for (const [path, view] of [['', 'home'], ['archive/', 'archive'], ['tags/sales/', 'tag']]) {
      await reader.open(path, view);
      await reader.sees(isGone, `${path || 'home'} without it`, 'A lamp for sale');
    }
    assert.equal(await reader.text('main .dateline'), '1 post');
    await reader.open('tags/', 'tags');
    await reader.sees(() => /Sales 1 post$/.test([...document.querySelectorAll('.tag-index li')].find((item) => /Sales/.test(item.textContent)).textContent), 'the count of its tag');
    await reader.sees(() => !/Lamps/.test(document.querySelector('main').textContent), 'a tag that only it had gone');
    await reader.isCalm();
  });

  test('after it the search does not find it, and its neighbours are each other\'s', async () => {
    const reader = await visit(kFar.expires + 3600_000);
    await reader.open('archive/', 'archive');
    await reader.sees(isGone, 'the archive without it', 'A lamp for sale');
    await reader.evaluate(() => [...document.querySelectorAll('main a')].find((link) => link.textContent === 'Middle').click());
    await reader.shows('article');
    assert.equal(await reader.text('.neighbours .next'), null);
    await reader.open('search/?q=paraffin', 'search');
    await reader.sees(() => /^Nothing/.test(document.querySelector('.search-status').textContent), 'that nothing is found');
    assert.equal(await reader.count('.hits li'), 0);
    await reader.isCalm();
  });

  test('after it its own address says that nothing is there', async () => {
    const reader = await visit(kFar.expires + 3600_000);
    await reader.open('posts/lamp/', 'not_found');
    await reader.isCalm();
  });

  test('while the page is open it goes', async () => {
    const reader = await visit(kFar.expires - kSoon_ms);
    await reader.open('', 'home');
    const isSame = await reader.stay();
    assert.equal(await reader.evaluate(isListed, 'A lamp for sale'), true);
    await reader.sees(isGone, 'the list without it', 'A lamp for sale');
    assert.equal(await isSame(), true);
    await reader.isCalm();
  });
}

function defineSchedule(visit) {
  test('before its time it is nowhere', async () => {
    const reader = await visit(kFar.scheduled - 3600_000);
    await reader.open('', 'home');
    await reader.sees(isGone, 'the list as it is by then', 'A lamp for sale');
    assert.equal(await reader.evaluate(isListed, 'The new lamp'), false);
    await reader.isCalm();
  });

  test('from its time on it stands on top and opens', async () => {
    const reader = await visit(kFar.scheduled + 3600_000);
    await reader.open('', 'home');
    await reader.sees(() => document.querySelector('.entry h2')?.textContent === 'The new lamp', 'the post on top');
    await reader.evaluate(() => document.querySelector('.entry h2 a').click());
    await reader.sees(() => document.querySelector('main h1')?.textContent === 'The new lamp', 'the post');
    assert.match(await reader.text('main'), /It burns acetylene/);
    await reader.open('search/?q=acetylene', 'search');
    await reader.sees(() => document.querySelector('.hits .hit-title')?.textContent === 'The new lamp', 'the hit');
    await reader.isCalm();
  });

  test('while the page is open it comes', async () => {
    const reader = await visit(kFar.scheduled - kSoon_ms);
    await reader.open('', 'home');
    const isSame = await reader.stay();
    assert.equal(await reader.evaluate(isListed, 'The new lamp'), false);
    await reader.sees(() => document.querySelector('.entry h2')?.textContent === 'The new lamp', 'the post on top');
    assert.equal(await isSame(), true);
    await reader.isCalm();
  });
}

function defineYears(visit) {
  const kAll = Object.values(kClockPosts.many);
  const left = (year) => kAll.filter((text) => text.includes(`date: ${year}-`) && !text.includes('expires:')).length;

  test('years count what is left, and a year lists it', async () => {
    const reader = await visit(kFar.expires + 3600_000);
    await reader.open('archive/', 'archive');
    const counts = () => Object.fromEntries(Array.from(document.querySelectorAll('.tag-index li'), (item) => [item.querySelector('a').textContent, parseInt(item.querySelector('.count').textContent, 10)]));
    await reader.sees((wanted) => parseInt([...document.querySelectorAll('.tag-index .count')][0].textContent, 10) === wanted, 'the count of the newest year', left(2024));
    assert.deepEqual(await reader.evaluate(counts), Object.fromEntries([2024, 2023, 2022].map((year) => [year, left(year)])));
    for (const year of [2024, 2023, 2022]) {
      await reader.open(`archive/${year}/`, 'archive');
      await reader.sees((count) => document.querySelectorAll('.year li').length === count, `the posts of ${year}`, left(year));
      assert.equal(await reader.text('.view-header .dateline'), `${left(year)} posts`);
    }
    await reader.isCalm();
  });
}
