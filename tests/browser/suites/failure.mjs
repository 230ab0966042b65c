// When something is missing or slow: always a page that says something sensible.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

const kBlog = { base: '/blog/', profile: 'pages' };
// The page's own preload fails too, and Firefox says so.
const kNoModule = /^not loaded: .*read\.wasm$/;
const click = (text) => [...document.querySelectorAll('main a')].find((link) => link.textContent === text).click();
const heading = () => document.querySelector('main h1')?.textContent;

export function define(desk) {
  describe('failures', () => {
    const visit = (fresh, more) => desk.reader('blog', { ...kBlog, ...more, fresh });

    for (const [what, pattern] of [['read.wasm', /read\.wasm$/], ['the post’s file', /posts\/harbour\.md$/], ['the catalogue', /catalog/]]) {
      test(`without ${what} a click still leads to the post`, async () => {
        const reader = await visit(`click-${what}`);
        reader.host.fault(pattern, { status: 404 });
        await reader.open('', 'home');
        await reader.evaluate(click, 'Harbour lights');
        await reader.sees(() => document.querySelector('main h1')?.textContent === 'Harbour lights', 'the post');
        await reader.isCalm();
      });
    }

    for (const fault of [{ status: 404 }, { status: 500 }, { body: '<!doctype html><title>Not a module</title>' }, { cut: true }]) {
      test(`read.wasm answered by ${JSON.stringify(fault)} leaves the pages readable`, async () => {
        const reader = await visit(`read-${JSON.stringify(fault)}`);
        reader.host.fault(/read\.wasm$/, fault);
        await reader.open('posts/the-long-walk/', 'article');
        assert.match(await reader.text('main'), /kingfisher/);
        await reader.evaluate(click, 'the harbour');
        await reader.sees(() => document.querySelector('main h1')?.textContent === 'Harbour lights', 'the post');
        await reader.isCalm();
      });
    }

    test('a host that is gone before anything was fetched ahead is told, and the post opens once it is back', async () => {
      const reader = await visit('gone-host');
      await reader.open('', 'home');
      const ahead = ['app/views.js', 'app/failure.js', 'words/en.js', 'catalog.json'];
      const isHere = (files) => files.every((file) => performance.getEntriesByType('resource').some(({ name }) => name.endsWith(file)));
      await reader.sees(isHere, 'what comes when the page is idle', ahead);
      await reader.evaluate(() => new Promise((rested) => (globalThis.requestIdleCallback ?? setTimeout)(rested)));
      await reader.host.stop();
      await reader.evaluate(click, 'Harbour lights');
      await reader.shows('failure');
      assert.equal(await reader.evaluate(heading), 'No connection');
      await reader.host.start();
      await reader.evaluate(() => document.querySelector('.failure button').click());
      await reader.sees(() => document.querySelector('main h1')?.textContent === 'Harbour lights', 'the post');
    });

    test('unpublished, a post whose file is gone says so and offers a way on', async () => {
      const reader = await desk.reader('unpublished', { ...kBlog, fresh: 'gone' });
      await reader.open('', 'home');
      await reader.has('.entry');
      await reader.sees(() => document.documentElement.dataset.ready === 'home', 'all');
      reader.host.fault(/harbour\.md$/, { status: 404 });
      await reader.evaluate(click, 'Harbour lights');
      await reader.sees(() => /failure|article/.test(document.documentElement.dataset.ready), 'an answer'); // the browser may have kept the file
      assert.ok((await reader.evaluate(heading)).length > 3);
      await reader.isCalm();
    });

    test('unpublished, without read.wasm it says so', async () => {
      const reader = await desk.reader('unpublished', { ...kBlog, fresh: 'no-read' });
      reader.host.fault(/read\.wasm$/, { status: 404 });
      await reader.open('', 'failure');
      assert.ok((await reader.evaluate(heading)).length > 3);
      assert.ok(await reader.count('main button'), 'a second try');
      await reader.isCalm(kNoModule);
    });

    test('a second try works once the module is there', async () => {
      const reader = await desk.reader('unpublished', { ...kBlog, fresh: 'again' });
      reader.host.fault(/read\.wasm$/, { status: 503, times: 1 });
      await reader.open('');
      await reader.sees(() => document.documentElement.dataset.ready, 'an answer');
      // Posts that join may have made the shell try again by itself.
      await reader.evaluate(() => document.querySelector('.failure button')?.click());
      await reader.shows('home');
      await reader.isCalm(kNoModule);
    });

    test('without its scripts a page is readable', async () => {
      const reader = await visit('no-scripts');
      reader.host.fault(/broadsheet\/(app|core|lib)\//, { status: 404 });
      await reader.open('posts/the-long-walk/');
      await reader.sees(() => /kingfisher/.test(document.querySelector('main').textContent), 'the post');
    });

    test('on a slow line the page says that it is busy, and the last click wins', async () => {
      const reader = await visit('slow');
      await reader.open('', 'home');
      reader.host.fault(/harbour\.md$/, { delay: 1500 });
      await reader.evaluate(click, 'Harbour lights');
      await reader.sees(() => document.querySelector('main').getAttribute('aria-busy') === 'true', 'the sign of waiting');
      await reader.evaluate(click, 'The long walk');
      await reader.sees(() => document.querySelector('main h1')?.textContent === 'The long walk', 'the post clicked last');
      assert.equal(await reader.evaluate(() => document.querySelector('main').getAttribute('aria-busy')), null);
      await reader.isCalm();
    });
  });
}
