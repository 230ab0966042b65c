// What a served page does when it is left, come back to, and published anew; run without a browser.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { runInNewContext } from 'node:vm';

const client = readFileSync(new URL('../../tools/live_reload_client.js', import.meta.url), 'utf8');

/** A page with the client in it; `storage` is the tab's, kept from page to page. */
function openPage(storage = new Map()) {
  const page = { lines: [], listeners: new Map(), scrolled: [], reloads: 0, shown: [], storage };
  const listenOn = (listeners) => (name, listener) => listeners.set(name, listener);
  class EventSource {
    listeners = new Map();
    addEventListener = listenOn(this.listeners);
    open = true;
    constructor(url) {
      this.url = String(url);
      page.lines.push(this);
    }

    close() {
      this.open = false;
    }
  }
  const box = { style: {}, setAttribute() {}, remove: () => { page.shown = []; } };
  page.globals = {
    URL, EventSource, scrollY: 0, scrollTo: (x, y) => page.scrolled.push(y), requestAnimationFrame: (draw) => draw(),
    addEventListener: listenOn(page.listeners),
    location: { reload: () => { page.reloads += 1; } },
    sessionStorage: { getItem: (key) => storage.get(key) ?? null, setItem: (key, value) => storage.set(key, value), removeItem: (key) => storage.delete(key) },
    document: { currentScript: { src: 'http://host.example/blog/__reload.js' }, createElement: () => box, body: { append: (shown) => { page.shown = [shown]; } } },
  };
  runInNewContext(client, page.globals);
  page.tell = (name, event = {}) => page.lines.at(-1).listeners.get(name)(event);
  page.fire = (name, event = {}) => page.listeners.get(name)?.(event);
  page.openLines = () => page.lines.filter(({ open }) => open).length;
  return page;
}

test('a page that is left has no open line, and has one again when it is come back to', () => {
  const page = openPage();
  assert.deepEqual(page.lines.map(({ url }) => url), ['http://host.example/blog/__reload']);
  page.fire('pagehide');
  assert.equal(page.openLines(), 0);
  page.fire('pageshow', { persisted: true });
  assert.equal(page.openLines(), 1);
});

test('a page that is shown for the first time has one line', () => {
  const page = openPage();
  page.fire('pageshow', { persisted: false });
  assert.equal(page.lines.length, 1);
});

test('a page that is published anew is shown where the reader was, once', () => {
  const before = openPage();
  before.globals.scrollY = 1234;
  before.tell('reload');
  assert.equal(before.reloads, 1);
  const after = openPage(before.storage);
  after.fire('load');
  assert.deepEqual(after.scrolled, [1234]);
  const later = openPage(after.storage);
  later.fire('load');
  assert.deepEqual(later.scrolled, []);
});

test('findings are shown while there are any', () => {
  const page = openPage();
  page.tell('findings', { data: JSON.stringify('a.md:1: wrong') });
  assert.deepEqual(page.shown.map(({ textContent }) => textContent), ['a.md:1: wrong']);
  page.tell('findings', { data: '' });
  assert.deepEqual(page.shown, []);
});
