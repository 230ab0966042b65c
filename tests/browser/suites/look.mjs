// How it looks to meters: axe in light and dark, a phone's width, no scripting, no policy broken.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';

const kBlog = { base: '/blog/', profile: 'pages' };
const kAxe = readFileSync(new URL('../../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const kViews = [
  ['', 'home'], ['posts/the-long-walk/', 'article'], ['posts/harbour/', 'article'], ['search/?q=lamp', 'search'], ['tags/', 'tags'],
  ['archive/', 'archive'], ['nowhere/', 'not_found'],
];

/** What axe objects to, one line each. */
async function objections({ page }) {
  const violations = await page.evaluate(`(async () => {
    ${kAxe}
    const { violations } = await axe.run(document, { resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 120)).join(' | '));
  })()`);
  return violations;
}

export function define(desk) {
  for (const dark of [false, true]) {
    describe(dark ? 'axe, dark' : 'axe, light', () => defineAxe(() => desk.reader('blog', { ...kBlog, dark })));
  }
  describe('a phone', () => definePhone((site) => desk.reader(site ?? 'blog', { ...kBlog, base: site === 'own' ? '/' : '/blog/' })));
  describe('the project’s own posts', () => defineOwn(() => desk.reader('own', { profile: 'netlify' })));
  if (desk.engine === 'chromium') describe('no scripting', () => defineNoScript(() => desk.reader('blog', kBlog)));
}

function defineAxe(visit) {
  for (const [path, view] of kViews) {
    test(`${view} at ${path || 'home'}`, async () => {
      const reader = await visit();
      await reader.page.resize(1000, 800);
      await reader.open(path, view);
      if (view === 'search') await reader.sees(() => document.querySelector('.hits .hit-snippet')?.textContent, 'hits');
      assert.deepEqual(await objections(reader), []);
    });
  }

  test('the open list of hits', async () => {
    const reader = await visit();
    await reader.open('', 'home');
    await reader.page.press('/');
    await reader.page.type('lamp');
    await reader.has('[role=option]');
    await reader.page.press('ArrowDown');
    assert.deepEqual(await objections(reader), []);
  });

  test('the meter can fail', async () => {
    const reader = await visit();
    await reader.open('', 'home');
    await reader.evaluate(() => {
      document.querySelector('label').remove();
      document.querySelector('input').removeAttribute('placeholder');
      document.querySelector('main').append(Object.assign(document.createElement('img'), { src: 'icon.svg' }));
    });
    assert.match((await objections(reader)).join('\n'), /image-alt/);
    await reader.complaints();
  });
}

function definePhone(visit) {
  for (const [path, view] of kViews) {
    test(`no sideways scroll at ${path || 'home'}`, async () => {
      const reader = await visit();
      await reader.page.resize(320, 640);
      await reader.open(path, view);
      const { wide, room } = await reader.evaluate(() => ({ wide: document.documentElement.scrollWidth, room: document.documentElement.clientWidth }));
      assert.ok(wide <= room, `${wide} > ${room}`);
      await reader.page.resize(1000, 800);
    });
  }

  for (const site of ['blog', 'own']) test(`the list of hits fits (${site})`, async () => {
    const reader = await visit(site);
    await reader.page.resize(320, 640);
    await reader.open('', 'home');
    await reader.page.press('/');
    await reader.page.type('a');
    await reader.has('[role=option]');
    const box = await reader.evaluate(() => {
      const { left, right } = document.querySelector('.search-popup').getBoundingClientRect();
      return { left, right, width: document.documentElement.clientWidth, wide: document.documentElement.scrollWidth };
    });
    assert.ok(box.left >= 0 && box.right <= box.width && box.wide <= box.width, JSON.stringify(box));
    await reader.page.resize(1000, 800);
  });
}

function defineOwn(visit) {
  test('every post opens, breaks no policy, and nothing but this origin is asked', async () => {
    const reader = await visit();
    await reader.open('archive/', 'archive');
    const posts = await reader.evaluate(() => [...document.querySelectorAll('main a[href*="/posts/"]')].map((link) => link.href));
    assert.ok(posts.length > 0);
    for (const href of posts) {
      await reader.open(href.replace(reader.host.url(), ''), 'article');
      const strangers = await reader.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => !name.startsWith(location.origin) && !name.startsWith('data:')));
      assert.deepEqual(strangers, []);
      await reader.isCalm();
    }
  });
}

function defineNoScript(visit) {
  test('pages are readable and lead on', async () => {
    const reader = await visit();
    const { devtools } = reader.page;
    await devtools.send('Emulation.setScriptExecutionDisabled', { value: true });
    try {
      const read = async (path) => {
        await reader.page.goto(reader.host.url(path));
        const { root } = await devtools.send('DOM.getDocument', { depth: -1 });
        const { outerHTML } = await devtools.send('DOM.getOuterHTML', { nodeId: root.nodeId });
        return outerHTML;
      };
      assert.match(await read(''), /<a href="\/blog\/posts\/the-long-walk\/"[^>]*>The long walk/);
      assert.match(await read('posts/the-long-walk/'), /A kingfisher sat on the railing/);
      assert.match(await read('search/'), /needs scripting/);
    } finally {
      await devtools.send('Emulation.setScriptExecutionDisabled', { value: false });
    }
  });
}
