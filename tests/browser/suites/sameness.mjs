// Every page of a site, as the host has it and as the tab makes it: one and the same DOM.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { until } from '../engines.mjs';
import { kNoCorpus, siteFolder } from '../sites.mjs';

const kSites = {
  own: { base: '/' },
  blog: { base: '/blog/' },
  rich: { base: '/blog/' },
  many: { base: '/blog/' },
  hostile: { base: '/blog/' },
  'published-rust-blog': { base: '/', skip: kNoCorpus },
  'published-18f-blog': { base: '/', skip: kNoCorpus },
};
const kOnes = ['', 'tags/', 'archive/', 'search/', '404.html'];
const kAtOnce = 50; // pages in one question to the engine

/** The paths of all pages made by the publisher: not what was copied, and not those that only lead on. */
function pagesOf(site) {
  const folder = siteFolder(site);
  return readdirSync(folder, { recursive: true })
    .filter((file) => file.endsWith('.html') && readFileSync(join(folder, file), 'utf8').includes('<main id="main"'))
    .map((file) => file.replace(/(^|\/)index\.html$/, '$1').split('/').map(encodeURIComponent).join('/'));
}

export function define(desk) {
  describe('published ahead and rendered in the tab', () => {
    for (const [site, { base, skip = false }] of Object.entries(kSites)) {
      const isCorpus = site.startsWith('published-');
      test(`every page of ${site}`, { skip }, async (context) => {
        const reader = await desk.reader(site, { base, profile: 'pages' });
        // Thousands of pages take their time: all of them in one engine, the fastest at this.
        const pages = pagesOf(site).filter((path, place) => !isCorpus || desk.engine === 'webkit' || place % 20 === 0 || kOnes.includes(path));
        await reader.open('archive/', 'archive');
        await reader.evaluate(openBoth, reader.host.url());
        for (let at = 0; at < pages.length; at += kAtOnce) {
          assert.deepEqual(await reader.evaluate(differences, pages.slice(at, at + kAtOnce)), []);
        }
        const views = await reader.evaluate(() => globalThis.seen);
        assert.equal(Object.values(views).reduce((sum, count) => sum + count), pages.length);
        for (const view of ['home', 'article', 'tags', 'archive', 'search', 'not_found']) assert.ok(views[view] > 0, `${view} of ${JSON.stringify(views)}`);
        context.diagnostic(JSON.stringify(views));
      });
    }

    test('a difference would be seen', async () => {
      const reader = await desk.reader('blog', { base: '/blog/', profile: 'netlify' });
      await reader.open('archive/', 'archive');
      await reader.evaluate(openBoth, reader.host.url());
      const page = readFileSync(join(siteFolder('blog'), 'posts/harbour/index.html'), 'utf8');
      reader.host.fault(/^posts\/harbour\/$/, { body: page.replaceAll('Red and green', 'Red or green') });
      const [[path]] = await reader.evaluate(differences, ['posts/harbour/', 'posts/the-long-walk/']);
      assert.equal(path, 'posts/harbour/');
      reader.host.forget();
    });

    defineWalk(desk);
  });
}

/** The same by links, as a reader goes: what is in place then. */
function defineWalk(desk) {
  const kPaths = { blog: ['posts/the-long-walk/', 'posts/hostile/', '', 'page/2/', 'tags/letters/', 'search/'], rich: ['2026/day-2/', 'series/the-towpath/', 'authors/ada-example/'] };
  for (const [site, paths] of Object.entries(kPaths)) test(`by links (${site})`, async () => {
    const reader = await desk.reader(site, { base: '/blog/', profile: 'pages' });
    for (const path of paths) {
      await reader.open(path);
      await reader.sees(() => document.documentElement.dataset.ready, 'the page');
      const ahead = await reader.evaluate(pureMain);
      await reader.open('archive/', 'archive');
      const isSame = await reader.stay();
      await reader.evaluate((href) => {
        document.documentElement.dataset.ready = '';
        const link = document.createElement('a');
        link.href = href;
        document.body.append(link);
        link.click();
        link.remove();
      }, reader.host.url(path));
      await until(() => reader.evaluate(() => document.documentElement.dataset.ready), `${path} in the tab`);
      assert.equal(await reader.evaluate(pureMain), ahead, path);
      assert.equal(await isSame(), true, `${path} was rendered in the tab`);
    }
    await reader.isCalm(/not loaded: .*x\.png/); // named by the hostile post
  });
}

/** In the page: the shell's own modules, and a look at what the host has. */
async function openBoth(base) {
  const load = (path) => import(`${base}broadsheet/${path}`);
  const [{ Catalog }, { Reader }, { htmlOf }, { parseAddress, routeOf }, { setHtml }] = await Promise.all(
    ['core/catalog.js', 'core/reader.js', 'app/views.js', 'lib/address.js', 'lib/html_sink.js'].map(load));
  const catalog = Catalog.open(new URL(base));
  const reader = Reader.open(catalog);
  const source = { catalog: () => catalog, reader: () => reader, signal: new AbortController().signal };
  globalThis.seen = {};
  globalThis.inTab = async (path) => {
    const { path: inside } = parseAddress(new URL(path, base), new URL(base));
    const route = path === '404.html' ? null : routeOf(inside);
    const view = route?.view ?? 'not_found';
    globalThis.seen[view] = (globalThis.seen[view] ?? 0) + 1;
    const main = document.createElement('main');
    setHtml(main, route ? ((await htmlOf(route, source)) ?? 'nothing') : (await reader).html('frame', { view: 'not_found' }));
    return main.innerHTML;
  };
  // Parsed by the engine, and not by a script's sink, which the policy would stop.
  globalThis.ahead = (path) => new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('GET', new URL(path, base));
    request.responseType = 'document';
    request.onload = () => resolve(request.response.querySelector('main').innerHTML);
    request.onerror = reject;
    request.send();
  });
}

/** Of pages that differ: the path, and where they begin to. */
async function differences(paths) {
  const found = [];
  for (const path of paths) {
    const [tab, host] = [await globalThis.inTab(path), await globalThis.ahead(path)];
    let at = 0;
    while (at < host.length && host[at] === tab[at]) at += 1;
    if (tab !== host) found.push([path, host.slice(Math.max(0, at - 60), at + 60), tab.slice(Math.max(0, at - 60), at + 60)]);
  }
  return found;
}

/** <main> as it was made: without what the shell adds afterwards. */
function pureMain() {
  const copy = document.querySelector('main').cloneNode(true);
  for (const node of copy.querySelectorAll('[tabindex]')) if (node !== copy && node.tagName !== 'H1') node.removeAttribute('tabindex');
  for (const node of copy.querySelectorAll('.search-extras, .search-tips')) node.remove();
  return copy.innerHTML;
}
