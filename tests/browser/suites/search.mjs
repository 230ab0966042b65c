// Searching by keyboard and pointer, what it fetches and when, and what it says when it cannot.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { until } from '../engines.mjs';

const kBlog = { base: '/blog/', profile: 'pages' };

const options = () => Array.from(document.querySelectorAll('[role=option]'), (node) => node.querySelector('.hit-title')?.firstChild.textContent ?? node.textContent);
const activeOption = () => document.getElementById(document.activeElement.getAttribute('aria-activedescendant'))?.textContent ?? null;
const hasOption = (text) => [...document.querySelectorAll('[role=option]')].some((node) => node.textContent.includes(text));
const hitTitles = () => Array.from(document.querySelectorAll('.hits .hit-title'), (node) => node.textContent);

export function define(desk) {
  for (const [site, manners] of [['blog', kBlog], ['root', { base: '/', profile: 's3' }]]) {
    describe(`search at ${manners.base} on ${manners.profile}`, () => defineKeyboard(() => desk.reader(site, manners)));
  }
  describe('search view', () => defineView(() => desk.reader('blog', kBlog)));
  describe('search and its requests', () => defineRequests((fresh, more) => desk.reader('blog', { ...kBlog, fresh, ...more })));
}

function defineKeyboard(visit) {
  test('by keyboard alone: /, words, arrows, Enter, at the section', async () => {
    const reader = await visit();
    const { page } = reader;
    await reader.open('', 'home');
    const isSame = await reader.stay();
    await page.press('/');
    await page.type('kingfish');
    await reader.has('.search-popup[data-query=kingfish] [role=option]');
    assert.deepEqual(await reader.evaluate(() => {
      const box = document.activeElement;
      return [box.role, box.getAttribute('aria-expanded'), box.value, document.getElementById(box.getAttribute('aria-controls'))?.role];
    }), ['combobox', 'true', 'kingfish', 'listbox']);
    assert.equal(await reader.evaluate(activeOption), null);
    await page.press('ArrowDown');
    assert.match(await reader.evaluate(activeOption), /^The long walk/);
    await reader.sees(() => document.querySelector('[role=option] .hit-snippet mark')?.textContent === 'kingfisher', 'the marked snippet');
    await page.press('Enter');
    await reader.sees(() => document.querySelector('main h1')?.textContent === 'The long walk', 'the post');
    assert.equal(await reader.address(), 'posts/the-long-walk/#at-the-weir');
    await reader.sees(() => Math.abs(document.getElementById('at-the-weir').getBoundingClientRect().top) < innerHeight / 2, 'the section in view');
    assert.equal(await isSame(), true);
    assert.equal(await reader.evaluate(() => document.querySelector('.search-popup').hidden), true);
    await reader.isCalm();
  });

  test('arrows go round, Escape closes, then empties', async () => {
    const reader = await visit();
    const { page } = reader;
    await reader.open('posts/harbour/', 'article');
    await page.press('/');
    await page.type('pigeon');
    await reader.has('.search-popup[data-query=pigeon] [role=option]');
    const all = await reader.evaluate(options);
    await page.press('ArrowUp');
    assert.equal(await reader.evaluate(activeOption), all.at(-1));
    await page.press('ArrowDown');
    assert.equal(await reader.evaluate(activeOption), null);
    await page.press('Escape');
    assert.deepEqual(await reader.evaluate(() => [document.querySelector('.search-popup').hidden, document.activeElement.value]), [true, 'pigeon']);
    await page.press('ArrowDown');
    await reader.sees(hasOption, 'hits again', 'Letter');
    await reader.isCalm();
  });

  test('what is typed ends a choice, and so does the caret; a typo is told', async () => {
    const reader = await visit();
    const { page } = reader;
    await reader.open('', 'home');
    await page.press('/');
    await page.type('kingfsher');
    await reader.has('.search-popup[data-query=kingfsher] [role=option]');
    assert.match(await reader.text('.search-state'), /kingfisher.*kingfsher/);
    const active = () => document.activeElement.getAttribute('aria-activedescendant');
    for (const key of ['x', 'Home']) {
      await page.press('ArrowDown');
      assert.equal(await reader.evaluate(active), 'search-option-0');
      await page.press(key);
      assert.equal(await reader.evaluate(active), null);
      await page.press('End');
      await page.press('Backspace');
      await page.type('r');
      await reader.has('.search-popup[data-query^=kingfsher] [role=option]');
    }
    await reader.isCalm();
  });

  test('Enter leads to all results, the address says which, and back leads back', async () => {
    const reader = await visit();
    await reader.open('', 'home');
    await reader.page.press('/');
    await reader.page.type('lamp lit');
    await reader.page.press('Enter');
    await reader.shows('search');
    assert.equal(await reader.address(), 'search/?q=lamp%20lit');
    await reader.sees(() => document.querySelectorAll('.hits .hit').length === 10, 'ten hits');
    assert.match(await reader.text('.search-status'), /12/);
    assert.deepEqual(await reader.evaluate(() => Array.from(document.querySelectorAll('[type=search]'), ({ value }) => value)), ['', 'lamp lit']);
    await reader.back();
    await reader.shows('home');
    await reader.isCalm();
  });

  test('a pointer chooses as well', async () => {
    const reader = await visit();
    await reader.open('', 'home');
    await reader.page.click('.search-box input');
    await reader.page.type('weir');
    await reader.has('.search-popup[data-query=weir] [role=option]');
    await reader.page.click('[role=option]');
    await reader.shows('article');
    assert.equal(await reader.text('main h1'), 'The long walk');
    await reader.isCalm();
  });

  test('Japanese, typed through composition', async () => {
    const reader = await visit();
    await reader.open('', 'home');
    await reader.page.press('/');
    await reader.evaluate(() => {
      const box = document.activeElement;
      const compose = (type, data) => box.dispatchEvent(new CompositionEvent(type, { data, bubbles: true }));
      const write = (data) => {
        box.value = data;
        box.dispatchEvent(new InputEvent('input', { data, isComposing: true, bubbles: true }));
      };
      compose('compositionstart', '');
      write('しんか');
      const enter = new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true });
      if (!box.dispatchEvent(enter)) throw new Error('Enter belongs to the composition');
      write('新幹線');
      compose('compositionend', '新幹線');
    });
    await reader.sees(hasOption, 'the hit', '東京への旅');
    await reader.isCalm();
  });
}

function defineView(visit) {
  test('an address with words shows their hits', async () => {
    const reader = await visit();
    await reader.open('search/?q=kingfisher', 'search');
    await reader.sees(() => document.querySelectorAll('.hits .hit').length === 1, 'the hit');
    assert.equal(await reader.evaluate(() => document.querySelector('.search-form input').value), 'kingfisher');
    await reader.has('.hit-snippet mark');
    await reader.isCalm();
  });

  test('#explain shows how each hit came by its place', async () => {
    const reader = await visit();
    await reader.open('search/?q=kingfisher#explain', 'search');
    await reader.sees(() => /idf/.test(document.querySelector('.hit-explanation')?.textContent), 'the arithmetic');
    await reader.evaluate(() => document.querySelector('.search-form input').focus());
    await reader.page.press('End');
    await reader.page.type('s');
    await until(async () => (await reader.address()) === 'search/?q=kingfishers#explain', 'the address');
    await reader.isCalm();
  });

  test('hits follow the letters, the address follows the words', async () => {
    const reader = await visit();
    await reader.open('search/', 'search');
    await reader.sees(() => document.activeElement.matches('.search-form input'), 'focus in the box');
    await reader.page.type('harbo');
    await reader.sees(() => document.querySelector('.hits .hit-title')?.textContent.startsWith('Harbour'), 'the hit');
    await until(async () => (await reader.address()) === 'search/?q=harbo', 'the address');
    assert.equal(await reader.evaluate(() => document.activeElement.matches('.search-form input')), true);
    await reader.isCalm();
  });

  test('more results on demand, none twice', async () => {
    const reader = await visit();
    await reader.open('search/?q=letter', 'search');
    await reader.has('.hits-more button');
    while (await reader.count('.hits-more button')) {
      const before = (await reader.evaluate(hitTitles)).length;
      await reader.evaluate(() => document.querySelector('.hits-more button').click());
      await reader.sees((count) => document.querySelectorAll('.hits .hit').length > count, 'more', before);
    }
    const titles = await reader.evaluate(hitTitles);
    assert.equal(new Set(titles).size, titles.length);
    assert.ok(titles.length >= 24);
    await reader.isCalm();
  });

  test('back finds the order, all hits that were shown, and the place', async () => {
    const reader = await visit();
    await reader.open('search/?q=letter%20', 'search');
    await reader.has('.hits-more button');
    await reader.evaluate(() => document.querySelector('button[name=newest]').click());
    await reader.sees(() => document.querySelector('button[name=newest]')?.ariaPressed === 'true', 'the order');
    await reader.evaluate(() => document.querySelector('.hits-more button').click());
    await reader.sees(() => document.querySelectorAll('.hits .hit').length === 20, 'twenty hits');
    const titles = await reader.evaluate(hitTitles);
    const top = await reader.evaluate(() => {
      document.querySelectorAll('.hit')[15].scrollIntoView({ behavior: 'instant' });
      return scrollY;
    });
    await reader.evaluate(() => document.querySelectorAll('.hit a')[15].click());
    await reader.shows('article');
    await reader.back();
    await reader.shows('search');
    await reader.sees(() => document.querySelectorAll('.hits .hit').length === 20, 'twenty hits again');
    assert.deepEqual(await reader.evaluate(hitTitles), titles);
    assert.equal(await reader.evaluate(() => document.querySelector('button[name=newest]').ariaPressed), 'true');
    await reader.sees((wanted) => Math.abs(scrollY - wanted) < 50, 'the place', top);
    await reader.isCalm();
  });

  test('a button that is pressed keeps the focus', async () => {
    const reader = await visit();
    await reader.open('search/?q=tag%3Arivers', 'search');
    const press = async (name) => {
      await reader.has(`button[name='${name}']`);
      await reader.evaluate((wanted) => document.querySelector(`button[name='${wanted}']`).focus(), name);
      await reader.page.press('Enter');
      await reader.sees((wanted) => document.querySelector(`button[name='${wanted}']`)?.ariaPressed === 'true', `${name} pressed`, name);
      await reader.sees((wanted) => document.activeElement.name === wanted, `the focus on ${name}`, name);
    };
    await press('newest');
    const filter = await reader.sees(() => document.querySelector('.search-facets button')?.name, 'a filter');
    await press(filter);
    await reader.isCalm();
  });

  test('a filter that leaves nothing can be taken off', async () => {
    const reader = await visit();
    await reader.open(`search/?q=${encodeURIComponent('tag:"no such" kingfisher')}`, 'search');
    await reader.has('.search-facets button[aria-pressed=true]');
    await reader.page.click('.search-facets button');
    await reader.sees(() => document.querySelectorAll('.hits .hit').length === 1, 'the hit');
    assert.equal(await reader.evaluate(() => document.querySelector('.search-form input').value), 'kingfisher');
    await reader.isCalm();
  });

  test('only as written, and back', async () => {
    const reader = await visit();
    await reader.open('search/?q=kingfsher', 'search');
    await reader.has('button[name=literally]');
    assert.match(await reader.text('.search-note'), /kingfisher.*kingfsher/);
    await reader.evaluate(() => document.querySelector('button[name=literally]').click());
    await reader.sees(() => document.querySelectorAll('.hits .hit').length === 0, 'nothing');
    await reader.evaluate(() => document.querySelector('button[name=literally]').click());
    await reader.sees(() => document.querySelectorAll('.hits .hit').length === 1, 'the hit again');
    await reader.isCalm();
  });

  test('Enter and a space leave the words in the address, and a space ends them', async () => {
    const reader = await visit();
    await reader.open('search/', 'search');
    await reader.page.type('harbou');
    await reader.page.press('Enter');
    await until(async () => (await reader.address()) === 'search/?q=harbou', 'the address');
    await reader.page.type('r ');
    await until(async () => (await reader.address()) === 'search/?q=harbour%20', 'the address with a space');
    await reader.isCalm();
  });

  test('nothing found is said, with a way on', async () => {
    const reader = await visit();
    await reader.open('search/?q=zyzzyva%20quux', 'search');
    await reader.sees(() => document.querySelector('.search-status').textContent.includes('zyzzyva quux'), 'the words');
    assert.equal(await reader.evaluate(() => document.querySelector('.search-help').hidden), false);
    await reader.isCalm();
  });

  test('words that look like markup stay words', async () => {
    const reader = await visit();
    for (const words of ['<img src=x onerror=alert(1)>', '"open', '-', '((', 'tag:', '%', '\u{1F600}', 'x'.repeat(10_000)]) {
      await reader.open(`search/?q=${encodeURIComponent(words)}`, 'search');
      await reader.sees(() => document.querySelector('.search-status').textContent, `an answer to ${words.slice(0, 20)}`);
      assert.equal(await reader.count('main img'), 0);
      assert.ok(await reader.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'no wider than the window');
    }
    await reader.isCalm();
  });
}

function defineRequests(visit) {
  const kDoor = 'broadsheet/search/start.js'; // a part of every page: what it opens is fetched on demand
  const searchFiles = /^broadsheet\/(search|index)\/|search\.wasm/;

  test('nothing is fetched before the wish to search, then in at most two trips', async () => {
    const reader = await visit('trips');
    await reader.open('', 'home');
    await reader.sees(() => performance.getEntriesByType('resource').some(({ name }) => name.endsWith('catalog.json')), 'the catalogue');
    const early = reader.host.requests.map(({ path }) => path).filter((path) => searchFiles.test(path) && path !== kDoor);
    assert.deepEqual(early, []);
    assert.ok(reader.host.requests.some(({ path }) => path === kDoor), 'the door came with the page');
    assert.ok(await reader.evaluate(() => !performance.getEntriesByType('resource').some(({ name }) => name.includes('/index/'))));
    reader.host.fault(/^broadsheet/, { delay: 80 });
    await reader.evaluate(() => {
      const box = document.querySelector('.search-box input');
      box.focus();
      box.value = 'kingfisher';
      box.dispatchEvent(new InputEvent('input', { bubbles: true }));
    });
    await reader.sees(hasOption, 'the hit', 'The long walk');
    const entries = await reader.evaluate(() => performance.getEntriesByType('resource').map(({ name, startTime, responseEnd }) => ({ name, startTime, responseEnd })));
    const ofSearch = entries.filter(({ name }) => searchFiles.test(name.replace(reader.host.url(), '')) && !name.endsWith(kDoor));
    assert.ok(ofSearch.length > 3, JSON.stringify(entries));
    assert.ok(depth(ofSearch) <= 2, JSON.stringify(ofSearch, null, 1));
  });

  test('the newest words win, however fast they come', async () => {
    const reader = await visit('order');
    await reader.open('search/', 'search');
    reader.host.fault(/index\/.*/, { delay: 150, times: 3 });
    await reader.page.type('letter weir');
    for (let i = 0; i < 'letter weir'.length; i++) await reader.page.press('Backspace');
    await reader.page.type('kingfisher');
    await reader.sees(() => document.querySelectorAll('.hits .hit').length === 1 && document.querySelector('.hit-title').textContent.startsWith('The long walk'), 'the one hit');
  });

  test('a host that ignores Range is served whole files', async () => {
    const reader = await visit('whole', { ranges: false });
    await reader.open('search/?q=kingfisher', 'search');
    await reader.sees(() => document.querySelectorAll('.hits .hit').length === 1, 'the hit');
    await reader.isCalm();
  });

  test('without search.wasm titles are offered', async () => {
    const reader = await visit('no-module');
    reader.host.fault(/search\.wasm$/, { status: 404 });
    await reader.open('search/?q=harbour', 'search');
    await reader.sees(() => document.querySelector('.hits .hit-title')?.textContent === 'Harbour lights', 'the title');
    assert.match(await reader.text('.search-status'), /out of reach/);
    assert.ok((await reader.evaluate(() => document.querySelector('.hits .hit a').href)).endsWith('/posts/harbour/'));
    reader.host.forget();
    await reader.evaluate(() => document.querySelector('button[name=retry]').click());
    await reader.has('.hits .hit mark');
    await reader.isCalm();
  });

  test('a damaged index is told, not shown', async () => {
    const reader = await visit('damaged');
    reader.host.fault(/broadsheet\/index\//, { body: 'not an index' });
    await reader.open('search/?q=harbour', 'search');
    await reader.sees(() => document.querySelector('.search-status').textContent.includes('out of reach'), 'the failure');
    await reader.isCalm();
  });
}

/** How many trips follow on each other: a request that was made when another had been answered may depend on it. */
function depth(entries) {
  const level = new Map();
  for (const entry of [...entries].sort((a, b) => a.startTime - b.startTime)) {
    const before = entries.filter((other) => other.responseEnd <= entry.startTime);
    level.set(entry, 1 + Math.max(0, ...before.map((other) => level.get(other))));
  }
  return Math.max(0, ...level.values());
}
